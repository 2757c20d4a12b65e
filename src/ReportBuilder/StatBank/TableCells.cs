using System.Globalization;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>The cells that a selection takes from one dataset, for any region.</summary>
internal sealed class TableCells
{
    /// <summary>Variable with the municipalities.</summary>
    public const string RegionVariable = "Region";

    /// <summary>Variable with the years.</summary>
    public const string TimeVariable = "Tid";

    private const int ShownNames = 20;
    private readonly JsonStatDataset _table;
    private readonly int[] _offsets;
    private readonly int _stride;

    private TableCells(JsonStatDataset table, int[] offsets, int stride)
    {
        _table = table;
        _offsets = offsets;
        _stride = stride;
    }

    /// <summary>
    /// Finds the choices in a dataset. Null when that fails: a variable (RB2333) or code (RB2334) that is not there, a variable with several
    /// categories and no choice (RB2335), a year that is not there (RB2332).
    /// </summary>
    /// <param name="table">The dataset.</param>
    /// <param name="choices">What is chosen.</param>
    /// <param name="year">The year.</param>
    /// <param name="rule">Where the rule stands.</param>
    /// <param name="file">The file as shown to the user.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static TableCells? Find(
        JsonStatDataset table,
        IReadOnlyList<FactChoice> choices,
        int year,
        SourcePlace rule,
        string file,
        DiagnosticBag bag
    )
    {
        var errors = bag.ErrorCount;
        var names = table.Dimensions.Select(d => d.Code).ToList();
        var yearText = year.ToString(CultureInfo.InvariantCulture);
        FactChoice[] all = [.. choices, new FactChoice(TimeVariable, [yearText])];
        foreach (var choice in all.Where(c => !names.Contains(c.Variable)))
        {
            bag.Add(
                Diagnostic.Error("RB2333", choice.Variable == TimeVariable ? new SourcePlace(file) : rule, choice.Variable, file) with
                {
                    Expected = string.Join(", ", names),
                    Nearest = NearestName.Find(choice.Variable, names),
                }
            );
        }

        if (!names.Contains(RegionVariable))
        {
            bag.Add(Diagnostic.Error("RB2333", new SourcePlace(file), RegionVariable, file) with { Expected = string.Join(", ", names) });
        }

        var positions = new int[names.Count][];
        for (var i = 0; i < positions.Length; i++)
        {
            var dimension = table.Dimensions[i];
            positions[i] =
                dimension.Code == RegionVariable
                    ? [0]
                    : Positions(dimension, Array.Find(all, c => c.Variable == dimension.Code), rule, file, bag);
        }

        return bag.ErrorCount > errors
            ? null
            : new TableCells(table, Offsets(table, positions), table.Stride(names.IndexOf(RegionVariable)));
    }

    /// <summary>The sum over the chosen cells of a region; null with a sign when one of them is missing.</summary>
    public double? Sum(int region, out string? sign)
    {
        var sum = 0.0;
        foreach (var offset in _offsets)
        {
            var cell = offset + (region * _stride);
            if (_table.Value(cell) is not { } value)
            {
                sign = _table.Sign(cell);
                return null;
            }

            sum += value;
        }

        sign = null;
        return sum;
    }

    /// <summary>The cells of all combinations of positions, for the first region.</summary>
    private static int[] Offsets(JsonStatDataset table, int[][] positions)
    {
        IEnumerable<int> offsets = [0];
        for (var i = 0; i < positions.Length; i++)
        {
            var stride = table.Stride(i);
            var chosen = positions[i];
            offsets = [.. offsets.SelectMany(o => chosen.Select(p => o + (p * stride)))];
        }

        return [.. offsets];
    }

    private static int[] Positions(JsonStatDimension dimension, FactChoice? choice, SourcePlace rule, string file, DiagnosticBag bag)
    {
        if (choice is null)
        {
            if (dimension.Categories.Count != 1)
            {
                bag.Add(
                    Diagnostic.Error("RB2335", rule, dimension.Code, file) with
                    {
                        Expected = string.Join(", ", dimension.Categories.Take(ShownNames).Select(c => c.Code)),
                    }
                );
            }

            return [0];
        }

        var positions = new int[choice.Codes.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = dimension.IndexOfNamed(choice.Codes[i]);
            if (positions[i] >= 0)
            {
                continue;
            }

            if (dimension.Code == TimeVariable)
            {
                var years = string.Join(", ", dimension.Categories.Take(ShownNames).Select(c => c.Code));
                bag.Add(Diagnostic.Error("RB2332", new SourcePlace(file), choice.Codes[i]) with { Found = years });
                continue;
            }

            var names = dimension.NamesLike(choice.Codes[i]).ToList();
            bag.Add(
                Diagnostic.Error("RB2334", rule, dimension.Code, file) with
                {
                    Found = choice.Codes[i],
                    Expected = string.Join(", ", names.Take(ShownNames)),
                    Nearest = NearestName.Find(choice.Codes[i], names),
                }
            );
        }

        return positions;
    }
}
