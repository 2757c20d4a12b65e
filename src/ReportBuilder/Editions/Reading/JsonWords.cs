using System.Collections.Frozen;

namespace ReportBuilder.Editions.Reading;

/// <summary>The words that stand for the members of an enumeration.</summary>
internal static class JsonWords<T>
    where T : struct, Enum
{
    /// <summary>Members by word.</summary>
    public static FrozenDictionary<string, T> Members { get; } =
        Enum.GetValues<T>().ToFrozenDictionary(EditionWriter.NameOf, StringComparer.Ordinal);
}
