using System.Text;

namespace ReportBuilder.Tests.Conventions;

/// <summary>C# source without comments, so that what is only written about is not taken for used.</summary>
internal static class SourceText
{
    /// <summary>All source files of the tool, by path from the root, without comments.</summary>
    public static IReadOnlyList<(string Path, string Text)> OfTool { get; } =
    [
        .. Repository
            .Files("src/ReportBuilder", "*.cs")
            .Select(p => (Path.GetRelativePath(Repository.Root, p), WithoutComments(File.ReadAllText(p)))),
    ];

    /// <summary>Leaves out comments; keeps strings, also those that hold slashes.</summary>
    public static string WithoutComments(string source)
    {
        var kept = new StringBuilder();
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '"')
            {
                var end = EndOfString(source, i);
                kept.Append(source, i, end - i);
                i = end - 1;
            }
            else if (source[i] == '\'' && i + 2 < source.Length)
            {
                var end = source.IndexOf('\'', source[i + 1] == '\\' ? i + 3 : i + 2) + 1;
                kept.Append(source, i, end - i);
                i = end - 1;
            }
            else if (source[i] == '/' && i + 1 < source.Length && source[i + 1] == '/')
            {
                var end = source.IndexOf('\n', i);
                i = end < 0 ? source.Length : end - 1;
            }
            else
            {
                kept.Append(source[i]);
            }
        }

        return kept.ToString();
    }

    /// <summary>Where a string that starts at a quote ends: raw, verbatim or ordinary.</summary>
    private static int EndOfString(string source, int start)
    {
        var quotes = 0;
        while (start + quotes < source.Length && source[start + quotes] == '"')
        {
            quotes++;
        }

        if (quotes >= 3)
        {
            return source.IndexOf(new string('"', quotes), start + quotes, StringComparison.Ordinal) + quotes;
        }

        if (quotes == 2)
        {
            return start + 2;
        }

        var isVerbatim = start > 0 && (source[start - 1] == '@' || (start > 1 && source[start - 2] == '@'));
        var at = start + 1;
        while (source[at] != '"' || (isVerbatim && at + 1 < source.Length && source[at + 1] == '"'))
        {
            at += source[at] == '"' || (!isVerbatim && source[at] == '\\') ? 2 : 1;
        }

        return at + 1;
    }
}
