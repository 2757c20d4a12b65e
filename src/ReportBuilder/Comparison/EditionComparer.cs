using ReportBuilder.Comparison.Contents;
using ReportBuilder.Comparison.Outliers;
using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison;

/// <summary>Compares two editions: every number, fact, table, figure, municipality and claim. Knows no files.</summary>
public static class EditionComparer
{
    /// <summary>Compares them.</summary>
    /// <param name="older">The edition compared with.</param>
    /// <param name="newer">The edition compared.</param>
    /// <param name="settings">Tolerances and thresholds.</param>
    /// <param name="history">Earlier editions, oldest first, that the newer is held against for outliers.</param>
    public static ComparisonResult Compare(Edition older, Edition newer, ComparisonSettings settings, IReadOnlyList<Edition> history)
    {
        var quantities = QuantityListComparer.Compare(older, newer, settings);
        // The two look at the same editions and at nothing of each other's.
        IReadOnlyList<Difference> contents = [];
        QuantityNotes told = null!;
        Parallel.Invoke(
            () => contents = Contents(older, newer, quantities),
            () => told = new QuantityNotes(older, newer, quantities, OutlierSearch.Find(older, newer, history, settings))
        );
        return new ComparisonResult
        {
            Old = older,
            New = newer,
            Unchanged = quantities.Unchanged,
            WithinTolerance = [.. quantities.WithinTolerance.Select(told.Complete)],
            Differences =
            [
                .. quantities
                    .Differences.Select(told.Complete)
                    .Concat(quantities.Units.Differences)
                    .Concat(FactComparer.Compare(older, newer))
                    .Concat(contents)
                    .OrderByDescending(d => d.Size)
                    .ThenBy(d => d.Key, StringComparer.Ordinal),
            ],
            Outliers = told.OutliersElsewhere(),
            Unknown = quantities.Unknown,
            Unmatched = quantities.Unmatched.Count,
            Ground = [],
        };
    }

    /// <summary>Tables, figures, municipalities and claims; of an edition that is known only in part they are not.</summary>
    private static IReadOnlyList<Difference> Contents(Edition older, Edition newer, QuantityListComparison quantities)
    {
        if (older.IsPartial || newer.IsPartial)
        {
            return [];
        }

        var numbers = new ChangedNumbers(quantities);
        var ids = new SharedIds(older, newer);
        IReadOnlyList<Difference> tables = [];
        IReadOnlyList<Difference> figures = [];
        Parallel.Invoke(
            () => tables = new TableComparer(numbers, ids, new CellPrint(older, newer)).Compare(older.Tables, newer.Tables),
            () => figures = new FigureComparer(numbers, ids).Compare(older.Figures, newer.Figures)
        );
        return
        [
            .. tables,
            .. figures,
            .. MunicipalityComparer.Compare(older.Municipalities, newer.Municipalities),
            .. ClaimComparer.Compare(older.Claims, newer.Claims),
        ];
    }
}
