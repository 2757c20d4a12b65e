using ReportBuilder.Datasets;

namespace ReportBuilder.Stages;

/// <summary>A municipality or project in one year, and of one scheme where schemes are held apart.</summary>
/// <param name="Place">Which of the column's texts it is.</param>
/// <param name="Year">The year.</param>
/// <param name="Row">A row of the dataset that stands for it: facts on a place are the same in all its rows.</param>
/// <param name="Persons">How many finished there.</param>
public readonly record struct PlaceYear(int Place, int Year, int Row, int Persons);

/// <summary>
/// The municipality-years and project-years of a dataset, in the order they first occur: what Tabell 3 and 4 are medians over. Everyone who finished counts, whether the model can use
/// the row or not; rows without place or year are of none.
/// </summary>
public static class PlaceYears
{
    /// <summary>Municipality-years with enough of some rows.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="rows">Rows that count.</param>
    /// <param name="fewest">Fewest persons.</param>
    public static IReadOnlyList<PlaceYear> OfMunicipalities(Dataset data, IEnumerable<int> rows, int fewest) =>
        [.. Groups(data, ModelGrouping.Municipality, rows).Where(g => g.Count >= fewest).Select(g => Of(g, g.Rows))];

    /// <summary>
    /// Municipality-years with enough persons in all, one for each scheme they have: a municipality with both counts twice. The 930 and 82 of Tabell 3 can only be such
    /// rows.
    /// </summary>
    /// <param name="data">The dataset.</param>
    /// <param name="fewest">Fewest persons of both schemes together.</param>
    public static IReadOnlyList<PlaceYear> OfMunicipalitiesByScheme(Dataset data, int fewest)
    {
        var schemes = data.Codes(StageColumns.Scheme);
        return
        [
            .. Groups(data, ModelGrouping.Municipality, Enumerable.Range(0, data.RowCount))
                .Where(g => g.Count >= fewest)
                .SelectMany(g => g.Rows.GroupBy(row => schemes.Indices[row]).Select(s => Of(g, [.. s]))),
        ];
    }

    /// <summary>Project-years that some rows are of, with all who finished in them.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="isUsed">For each row, whether its project-year is wanted.</param>
    public static IReadOnlyList<PlaceYear> OfProjects(Dataset data, IReadOnlyList<bool> isUsed) =>
        [
            .. Groups(data, ModelGrouping.Project, Enumerable.Range(0, data.RowCount))
                .Where(g => g.Rows.Exists(row => isUsed[row]))
                .Select(g => Of(g, g.Rows)),
        ];

    private static PlaceYear Of(Group group, List<int> rows) => new(group.Place, group.Year, rows[0], rows.Count);

    private static List<Group> Groups(Dataset data, ModelGrouping grouping, IEnumerable<int> rows)
    {
        var places = ModelRows.Groups(data, grouping);
        var years = data.Numbers(StageColumns.Year);
        var found = new Dictionary<(int, int), Group>();
        var inOrder = new List<Group>();
        foreach (var row in rows.Where(row => !places.IsMissing(row) && !years.IsMissing(row)))
        {
            var key = (places.Indices[row], (int)years.Values[row]);
            if (!found.TryGetValue(key, out var group))
            {
                group = new Group(key.Item1, key.Item2, []);
                found.Add(key, group);
                inOrder.Add(group);
            }

            group.Rows.Add(row);
        }

        return inOrder;
    }

    private sealed record Group(int Place, int Year, List<int> Rows)
    {
        public int Count => Rows.Count;
    }
}
