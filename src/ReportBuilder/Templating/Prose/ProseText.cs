using System.Text.RegularExpressions;
using ReportBuilder.Templating.Code;

namespace ReportBuilder.Templating.Prose;

/// <summary>
/// The running text of a template: what is left when code, markup, tables, quotations and code examples are masked. All offsets are those of
/// the template.
/// </summary>
internal sealed partial class ProseText
{
    private const string Quotation = "sitat";
    private readonly char[] _masked;
    private readonly List<ProseBlock> _blocks = [];
    private readonly Stack<(string Language, bool IsText)> _containers = new();
    private int _openAt = -1;
    private int _openEnd;
    private bool _inExample;

    private ProseText(string template, IReadOnlyList<CodeBlock> code)
    {
        _masked = template.ToCharArray();
        foreach (var block in code)
        {
            _masked.AsSpan(block.Start, block.End - block.Start).Fill(block.Prints ? Mask.Printing : Mask.Silent);
        }

        foreach (var comment in Comment().EnumerateMatches(_masked))
        {
            _masked.AsSpan(comment.Index, comment.Length).Fill(Mask.Silent);
        }
    }

    /// <summary>The template with all that is not text masked.</summary>
    public ReadOnlySpan<char> Masked => _masked;

    /// <summary>Runs of text in order.</summary>
    public IReadOnlyList<ProseBlock> Blocks => _blocks;

    private (string Language, bool IsText) Around => _containers.TryPeek(out var container) ? container : ("nb", true);

    /// <summary>Reads a template.</summary>
    public static ProseText Of(string template, IReadOnlyList<CodeBlock> code)
    {
        var text = new ProseText(template, code);
        for (var start = 0; start < template.Length; )
        {
            var length = text._masked.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? template.Length : start + length;
            text.ReadLine(template, start, end);
            start = end + 1;
        }

        text.Close();
        return text;
    }

    private void ReadLine(string template, int start, int end)
    {
        while (start < end && _masked[start] is ' ' or '\t')
        {
            start++;
        }

        var line = _masked.AsSpan(start, end - start);
        if (line.StartsWith("```"))
        {
            Close();
            _inExample = !_inExample;
        }
        else if (_inExample || line.IsEmpty || line[0] == '|' || line.StartsWith("---"))
        {
            Close();
        }
        else if (line.StartsWith(":::"))
        {
            Close();
            ReadContainer(template[start..end]);
        }
        else if (!Around.IsText)
        {
            Close();
        }
        else if (TitleStart(line) is > 0 and var marks)
        {
            Close();
            line[..marks].Fill(Mask.Markup);
            InlineMask.Apply(line[marks..]);
            _blocks.Add(new ProseBlock(ProseKind.Title, Around.Language, start, end));
        }
        else
        {
            ReadText(start, line);
        }
    }

    private void ReadText(int start, Span<char> line)
    {
        foreach (var mark in ItemMark().EnumerateMatches(line))
        {
            Close();
            line[..mark.Length].Fill(Mask.Markup);
        }

        InlineMask.Apply(line);
        if (_openAt < 0)
        {
            _openAt = start;
        }

        _openEnd = start + line.Length;
    }

    private void Close()
    {
        if (_openAt >= 0)
        {
            _blocks.Add(new ProseBlock(ProseKind.Paragraph, Around.Language, _openAt, _openEnd));
            _openAt = -1;
        }
    }

    private void ReadContainer(string line)
    {
        var head = line.TrimStart(':').Trim();
        if (head.Length == 0)
        {
            _containers.TryPop(out _);
            return;
        }

        var language = Language().Match(head) is { Success: true } match ? match.Groups["language"].Value : Around.Language;
        _containers.Push((language, Around.IsText && !head.StartsWith(Quotation, StringComparison.Ordinal)));
    }

    /// <summary>Length of the marks before the words of a heading, a figure or the caption of a table; 0 for other lines.</summary>
    private static int TitleStart(ReadOnlySpan<char> line) =>
        line[0] == '#' ? line.IndexOfAnyExcept('#')
        : line.StartsWith("![") ? 2
        : line.StartsWith(": ") ? 2
        : 0;

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?:[-*+]\s+|\d{1,3}[.)]\s+|>\s?|\[\^[^\]]+\]:\s*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ItemMark();

    [GeneratedRegex(@"\blang=""?(?<language>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Language();
}
