using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace ReportBuilder.Diagnostics;

/// <summary>
/// What the tool itself says to its user (diagnostics, help, progress), read from the embedded <c>Texts/*.csv</c>
/// (columns <c>key,text</c>), so that no sentence stands in the code.
/// </summary>
public static class ToolTexts
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Texts = new(Load);

    /// <summary>All keys, for the tests that hold code and texts together.</summary>
    public static IEnumerable<string> Keys => Texts.Value.Keys;

    /// <summary>The text of a key, with {0}, {1} … filled in. An unknown key is a programming error.</summary>
    /// <exception cref="KeyNotFoundException">No such key.</exception>
    public static string Get(string key, params ReadOnlySpan<object?> arguments)
    {
        if (!Texts.Value.TryGetValue(key, out var text))
        {
            throw new KeyNotFoundException($"No text '{key}' in Texts/*.csv.");
        }

        return arguments.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, arguments);
    }

    private static Dictionary<string, string> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("Texts/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = CsvReader.Create(stream, CsvReaderOptions.Default with { Separator = ',' });
            while (reader.Read())
            {
                texts.Add(reader.GetString(0), reader.GetString(1));
            }
        }

        return texts;
    }
}
