using System.Security.Cryptography;
using System.Text;

namespace ReportBuilder.Comparison;

/// <summary>Fingerprints short enough to read, for texts that people sign for.</summary>
internal static class ShortFingerprint
{
    // 48 bits: far too many for two texts to meet by chance.
    private const int Digits = 12;

    /// <summary>The first twelve digits of the SHA-256 of a text in UTF-8; lower-case hexadecimal.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
