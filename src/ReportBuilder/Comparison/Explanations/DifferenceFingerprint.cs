using System.Text;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>
/// The fingerprint that a rule carries: it changes when any of the differences the rule explains changes one of its first six digits, and when one comes or goes.
/// </summary>
public static class DifferenceFingerprint
{
    /// <summary>The first twelve digits of the SHA-256 of the keys and both sides, in ordinal order of keys; lower-case hexadecimal.</summary>
    public static string Of(IEnumerable<Difference> differences)
    {
        var text = new StringBuilder();
        foreach (var difference in differences.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            text.Append(difference.Key)
                .Append('|')
                .Append(Side(difference, difference.Old))
                .Append('|')
                .Append(Side(difference, difference.New))
                .Append('\n');
        }

        return ShortFingerprint.Of(text.ToString());
    }

    // What is not there is told from a text that is empty.
    private static string Side(Difference difference, string? side) =>
        SignedText.Of(difference.Subject, side) is { } text ? "=" + text : string.Empty;
}
