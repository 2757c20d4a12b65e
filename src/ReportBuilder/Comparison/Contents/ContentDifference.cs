using System.Security.Cryptography;
using System.Text;
using ReportBuilder.Comparison.Quantities;

namespace ReportBuilder.Comparison.Contents;

/// <summary>Makes differences of what is not a number.</summary>
internal static class ContentDifference
{
    private const int LongestText = 300;
    private const int FingerprintLetters = 16;

    /// <summary>A difference of the size of what is not a number.</summary>
    public static Difference Of(string key, DifferenceSubject subject, string? old, string? now) =>
        new(
            key,
            subject,
            old is null ? DifferenceKind.New
                : now is null ? DifferenceKind.Gone
                : DifferenceKind.Changed,
            old,
            now
        )
        {
            Size = DifferenceSize.Structural,
        };

    /// <summary>Several texts as one. A long one is cut, with a fingerprint of the whole, so that it still differs from all others.</summary>
    public static string Joined(IEnumerable<string> texts, string separator)
    {
        var whole = string.Join(separator, texts);
        if (whole.Length <= LongestText)
        {
            return whole;
        }

        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..FingerprintLetters];
        return $"{whole[..(LongestText - FingerprintLetters)]}… sha256:{fingerprint}";
    }
}
