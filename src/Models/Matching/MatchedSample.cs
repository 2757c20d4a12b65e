using System.Globalization;

namespace ReportBuilder.Models.Matching;

/// <summary>The rows of a matching, for a regression on them with standard errors that allow for the pairs. Immutable.</summary>
public sealed class MatchedSample
{
    private MatchedSample(int[] rows, int[] sets, double[] weights, int setCount)
    {
        Rows = rows;
        Sets = sets;
        Weights = weights;
        SetCount = setCount;
    }

    /// <summary>The rows matched, ascending, counted from 0 among the rows given.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>For each of them, the set it belongs to: a treated row and its controls, numbered from 0 in the order of choice.</summary>
    public IReadOnlyList<int> Sets { get; }

    /// <summary>
    /// For each of them its weight: 1 for the treated, 1/(controls of the set) for controls, these scaled to sum to their number.
    /// All are 1 when every treated row has as many controls.
    /// </summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Number of sets.</summary>
    public int SetCount { get; }

    /// <summary>The values of the matched rows, in the order of <see cref="Rows"/>.</summary>
    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> values) => [.. Rows.Select(row => values[row])];

    /// <summary>The sets as a categorical variable over <see cref="Rows"/>, for cluster-robust errors or strata.</summary>
    public Categorical SetsAsGroups() =>
        Categorical.FromCodes(
            [.. Enumerable.Range(1, SetCount).Select(set => set.ToString(CultureInfo.InvariantCulture))],
            [.. Sets.Select(set => (int?)set)]
        );

    internal static MatchedSample Of(IReadOnlyList<MatchedPair> pairs)
    {
        var sets = pairs.GroupBy(pair => pair.Order).OrderBy(set => set.Key).Select(set => set.ToArray()).ToArray();
        var scale = sets.Length == 0 ? 1 : (double)pairs.Count / sets.Length;
        var rows = new List<(int Row, int Set, double Weight)>(pairs.Count + sets.Length);
        for (var set = 0; set < sets.Length; set++)
        {
            rows.Add((sets[set][0].TreatedRow, set, 1));
            rows.AddRange(sets[set].Select(pair => (pair.ControlRow, set, scale / sets[set].Length)));
        }

        rows.Sort((a, b) => a.Row.CompareTo(b.Row));
        return new MatchedSample([.. rows.Select(r => r.Row)], [.. rows.Select(r => r.Set)], [.. rows.Select(r => r.Weight)], sets.Length);
    }
}
