using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>
/// Wages of a scheme divided by all who took part, in thousand kroner: Σ <c>p_lonn</c> / Σ <c>p_deltakere</c> over the project-years of a place, each counted once, and only those with both numbers.
/// </summary>
internal sealed class ProjectWages
{
    private readonly ILookup<Scheme, ProjectYear> _years;

    private ProjectWages(ILookup<Scheme, ProjectYear> years) => _years = years;

    /// <summary>Reads the project-years.</summary>
    public static ProjectWages Of(Dataset data, Sample all, ParticipantPlaces places)
    {
        var column = ModelRows.Groups(data, ModelGrouping.Project);
        var years = data.Numbers(StageColumns.Year);
        var wages = data.Numbers("p_lonn");
        var persons = data.Numbers("p_deltakere");
        var found = new Dictionary<(int Project, int Year, Scheme Scheme), ProjectYear>();
        for (var row = 0; row < data.RowCount; row++)
        {
            if (column.IsMissing(row) || wages.IsMissing(row) || persons.IsMissing(row))
            {
                continue;
            }

            var key = (column.Indices[row], (int)years.Values[row], all.SchemeOf(row));
            if (!found.TryGetValue(key, out var year))
            {
                year = new ProjectYear(column.Text(row)!, key.Item2, wages.Values[row], persons.Values[row], []);
                found.Add(key, year);
            }

            year.Places.Add(places.OfRow[row]);
        }

        // Sums of decimals depend on their order, and rows may come in any.
        return new ProjectWages(
            found.OrderBy(y => y.Value.Project, StringComparer.Ordinal).ThenBy(y => y.Value.Year).ToLookup(y => y.Key.Scheme, y => y.Value)
        );
    }

    /// <summary>The numbers of all places of a kind.</summary>
    /// <param name="layer">The places.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="hidden">What may not be shown: wages are hidden with the number of those who finished, in all or in every year that has wages.</param>
    public Quantity[] Of(CountLayer layer, Scheme scheme, HiddenCounts hidden)
    {
        var id = BriefingIds.Wages(layer.Scope, scheme);
        var count = layer.Counts.PlaceCount;
        var (wages, persons, isTold) = (new double[count], new double[count], new bool[count]);
        var finished = CountSlot.ByYear(CountKind.Finished);
        var firstYear = int.Parse(DescriptiveVariables.Years.Categories[0], null);
        foreach (var year in _years[scheme])
        {
            foreach (var place in year.Places.Select(p => layer.PlaceOf[p]).Distinct())
            {
                wages[place] += year.Wages;
                persons[place] += year.Persons;
                isTold[place] |= !hidden.IsHidden(layer.Scope, place, scheme, finished[year.Year - firstYear]);
            }
        }

        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(place =>
                    !layer.Counts.Has(place, scheme) ? Without(QuantityStatus.NotApplicable)
                    : persons[place] == 0 ? Without(QuantityStatus.Missing)
                    : !isTold[place] || hidden.IsHidden(layer.Scope, place, scheme, CountSlot.Finished) ? Without(QuantityStatus.Suppressed)
                    : Printed.Number(id, wages[place] / persons[place], Unit.Numeric, 0)
                ),
        ];

        Quantity Without(QuantityStatus status) => Quantity.Without(id, Unit.Numeric, 0, status);
    }

    /// <summary>A project in a year.</summary>
    private sealed record ProjectYear(string Project, int Year, double Wages, double Persons, SortedSet<int> Places);
}
