using System.Text;

namespace ReportBuilder.Editions.Reading;

/// <summary>The words that stand for the members of an enumeration.</summary>
internal static class JsonWords<T>
    where T : struct, Enum
{
    private static readonly (byte[] Utf8, T Member)[] Members =
    [
        .. Enum.GetValues<T>().Select(m => (Encoding.UTF8.GetBytes(EditionWriter.NameOf(m)), m)),
    ];

    /// <summary>All words, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(EditionWriter.NameOf).Order(StringComparer.Ordinal)];

    /// <summary>The member of a word; null when there is none.</summary>
    public static T? Find(ReadOnlySpan<byte> word)
    {
        foreach (var (utf8, member) in Members)
        {
            if (word.SequenceEqual(utf8))
            {
                return member;
            }
        }

        return null;
    }
}
