using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Pages;

/// <summary>The counts of a comparison as numbers that the annex's templates ask for: <c>sammenligning.endret</c>, <c>sammenligning.uforklart</c> …</summary>
internal static class AnnexQuantities
{
    public static IEnumerable<Quantity> Of(ExplainedComparison comparison)
    {
        var result = comparison.Result;
        (string Name, int Count)[] counts =
        [
            ("forskjeller", result.Differences.Count),
            ("endret", result.Differences.Count(d => d.Kind == DifferenceKind.Changed)),
            ("nye", result.Differences.Count(d => d.Kind == DifferenceKind.New)),
            ("borte", result.Differences.Count(d => d.Kind == DifferenceKind.Gone)),
            ("uendret", result.Unchanged),
            ("toleranse", result.WithinTolerance.Count),
            ("ukjent", result.Unknown),
            ("nye_numre", result.Unmatched),
            ("forklart", comparison.Explained.Count),
            ("uforklart", comparison.Unexplained.Count),
            ("feil", comparison.Misfits.Count + comparison.Idle.Count),
        ];
        return counts.Select(c => Quantity.Of("sammenligning." + c.Name, c.Count, Unit.Count, 0));
    }
}
