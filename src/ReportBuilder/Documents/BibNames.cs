namespace ReportBuilder.Documents;

/// <summary>Reads the names of a BibTeX author field: «Family, Given and Given Family and {Organisation}».</summary>
internal static class BibNames
{
    private const string Separator = " and ";

    public static IReadOnlyList<BibName> Read(string? field)
    {
        if (string.IsNullOrWhiteSpace(field))
        {
            return [];
        }

        var names = new List<BibName>();
        foreach (var name in SplitOutsideBraces(field.Replace('\n', ' ').Replace('\t', ' ')))
        {
            names.Add(One(name.Trim()));
        }

        return names;
    }

    private static BibName One(string name)
    {
        if (name.StartsWith('{') && name.IndexOf('}', StringComparison.Ordinal) == name.Length - 1)
        {
            return new BibName(LatexText.Plain(name), string.Empty);
        }

        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0)
        {
            return new BibName(LatexText.Plain(name[..comma]), LatexText.Plain(name[(comma + 1)..]));
        }

        var space = name.LastIndexOf(' ');
        return space < 0
            ? new BibName(LatexText.Plain(name), string.Empty)
            : new BibName(LatexText.Plain(name[(space + 1)..]), LatexText.Plain(name[..space]));
    }

    private static IEnumerable<string> SplitOutsideBraces(string field)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < field.Length; i++)
        {
            depth += field[i] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0 && field.AsSpan(i).StartsWith(Separator, StringComparison.OrdinalIgnoreCase))
            {
                yield return field[start..i];
                start = i + Separator.Length;
            }
        }

        yield return field[start..];
    }
}
