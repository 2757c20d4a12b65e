using Scriban;

namespace ReportBuilder.Templating.Code;

/// <summary>Has Scriban read each code block by itself, so that a mistake in one does not hide those in the others.</summary>
internal static class BlockSyntax
{
    private const string Else = "else";
    private const string End = "{{ end }}";

    /// <summary>The first mistake in each block that cannot be read, blocks with a problem already known left out.</summary>
    public static IEnumerable<(int Offset, string Message)> Check(string template, CodeScanner scan)
    {
        foreach (var (start, end) in scan.Blocks)
        {
            if (scan.Problems.Any(p => p.Offset >= start && p.Offset < end) || Alone(template[start..end]) is not { } text)
            {
                continue;
            }

            if (Template.Parse(text).Messages.OrderBy(m => m.Span.Start.Offset).FirstOrDefault() is { } message)
            {
                yield return (start + Math.Clamp(message.Span.Start.Offset, 0, end - start), message.Message);
            }
        }
    }

    /// <summary>The block made whole: an <c>if</c> gets its <c>end</c>, <c>else if</c> becomes <c>if</c> at the same offset. Null for what cannot stand alone.</summary>
    private static string? Alone(string block)
    {
        var tokens = CodeTokens
            .Of(block, 0, block.Length)
            .SkipWhile(t => t.Kind == TokenKind.Sign && t.Text is "-" or "~")
            .Take(2)
            .ToArray();
        return tokens switch
        {
            [{ Text: Else } first, { Text: "if" }, ..] => block
                .Remove(first.Offset, Else.Length)
                .Insert(first.Offset, new string(' ', Else.Length)) + End,
            [{ Text: Else or "end" or "when" }, ..] => null,
            [{ Text: "if" or "for" or "while" or "case" or "capture" or "with" }, ..] => block + End,
            _ => block,
        };
    }
}
