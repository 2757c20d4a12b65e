using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Names of differences for readers; the same in the page and in the annex. The key stands beside, for those who explain.</summary>
internal sealed class DifferenceNames
{
    private const string MunicipalityPrefix = "kommune:";
    private readonly QuantityNames _quantities;
    private readonly ContentPartNames _parts;
    private readonly IdNames _ids;
    private readonly LabelSet _labels;

    /// <summary>Names some differences of a comparison.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="differences">Those to be named.</param>
    /// <param name="labels">Words.</param>
    public DifferenceNames(ComparisonResult result, IEnumerable<Difference> differences, LabelSet labels)
    {
        _labels = labels;
        _quantities = new QuantityNames(
            result,
            differences.Where(d => d.Subject is DifferenceSubject.Quantity or DifferenceSubject.Fact).Select(d => d.Key),
            labels
        );
        _parts = new ContentPartNames(result, labels);
        _ids = new IdNames(labels);
    }

    /// <summary>The name in one line; the key of what has no name.</summary>
    public string Told(Difference difference) => Of(difference) is { IsKnown: true } name ? name.ToString() : difference.Key;

    /// <summary>The name of a difference.</summary>
    public DifferenceName Of(Difference difference) =>
        difference.Subject switch
        {
            DifferenceSubject.Table or DifferenceSubject.Figure => _parts.Of(difference),
            DifferenceSubject.Municipality => new DifferenceName(
                [_labels.Get("sammenligning.navn.kommune", difference.Key[MunicipalityPrefix.Length..])],
                string.Empty
            ),
            DifferenceSubject.Claim => new DifferenceName(
                [_labels.Get("sammenligning.navn.paastand", ClaimPlace.Of(difference, _labels))],
                string.Empty
            ),
            _ => _quantities.Of(difference.Key) is { IsKnown: true } shown ? shown : _ids.Of(difference.Key),
        };
}
