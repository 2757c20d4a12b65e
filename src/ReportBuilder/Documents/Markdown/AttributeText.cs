using System.Text;

namespace ReportBuilder.Documents.Markdown;

/// <summary>Reads <c>{#id .class name="value"}</c>.</summary>
internal sealed class AttributeText
{
    /// <summary>The id, or null.</summary>
    public string? Id { get; private set; }

    /// <summary>Names with values in order; a class has the name <c>class</c>.</summary>
    public List<KeyValuePair<string, string>> Values { get; } = [];

    /// <summary>Characters read, braces included.</summary>
    public int Length { get; private set; }

    /// <summary>True when the text begins as attributes but does not end as such.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The value of a name, or null.</summary>
    public string? Find(string name) => Values.Where(v => v.Key == name).Select(v => v.Value).FirstOrDefault();

    /// <summary>Reads attributes from the start of a text; null when it does not begin with «{#», «{.» or «{name=».</summary>
    public static AttributeText? TryRead(ReadOnlySpan<char> text)
    {
        var at = SkipBlanks(text, 1);
        if (text.IsEmpty || text[0] != '{' || at >= text.Length)
        {
            return null;
        }

        var isAttribute = text[at] is '#' or '.' ? NameLength(text, at + 1) > 0 : AssignmentAt(text, at) > 0;
        return isAttribute ? new AttributeText().Read(text, at) : null;
    }

    private AttributeText Read(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] != '}')
        {
            var next = ReadOne(text, at);
            if (next < 0)
            {
                return Broken(text);
            }

            at = SkipBlanks(text, next);
        }

        if (at >= text.Length)
        {
            return Broken(text);
        }

        Length = at + 1;
        return this;
    }

    /// <summary>Reads one attribute and gives the offset past it; −1 when it cannot be read.</summary>
    private int ReadOne(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is '#' or '.')
        {
            var length = NameLength(text, at + 1);
            var name = text.Slice(at + 1, length).ToString();
            if (text[at] == '#')
            {
                Id = name;
            }
            else
            {
                Values.Add(new("class", name));
            }

            return length > 0 ? at + 1 + length : -1;
        }

        var equals = AssignmentAt(text, at);
        if (equals <= 0 || equals + 1 >= text.Length)
        {
            return -1;
        }

        var start = equals + 1;
        var quote = text[start];
        var (from, size, end) = quote is '"' or '\''
            ? Quoted(text, start)
            : (start, BareLength(text, start), start + BareLength(text, start));
        if (size < 0)
        {
            return -1;
        }

        Values.Add(new(text[at..equals].ToString(), Unescape(text.Slice(from, size))));
        return end;
    }

    private AttributeText Broken(ReadOnlySpan<char> text)
    {
        IsBroken = true;
        var end = text.IndexOf('}');
        Length = end < 0 ? text.Length : end + 1;
        return this;
    }

    private static (int From, int Length, int End) Quoted(ReadOnlySpan<char> text, int start)
    {
        for (var end = start + 1; end < text.Length; end++)
        {
            if (text[end] == '\\')
            {
                end++;
            }
            else if (text[end] == text[start])
            {
                return (start + 1, end - start - 1, end + 1);
            }
        }

        return (start, -1, start);
    }

    /// <summary>A backslash before punctuation is dropped, as in the rest of Markdown; a line break is a space.</summary>
    private static string Unescape(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && char.IsAscii(text[i + 1]) && !char.IsLetterOrDigit(text[i + 1]))
            {
                i++;
            }

            plain.Append(text[i] == '\n' ? ' ' : text[i]);
        }

        return plain.ToString();
    }

    private static int BareLength(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '}')
        {
            end++;
        }

        return end - at;
    }

    private static int NameLength(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && (Keys.IsKey(text[end]) || text[end] is '.' or ':'))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>Offset of the equals sign of <c>name=</c>; 0 when none.</summary>
    private static int AssignmentAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && Keys.IsKey(text[end]))
        {
            end++;
        }

        return end > at && end < text.Length && text[end] == '=' ? end : 0;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
