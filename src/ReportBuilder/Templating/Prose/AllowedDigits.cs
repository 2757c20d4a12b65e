using System.Text.RegularExpressions;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Templating.Prose;

/// <summary>
/// Figures that may be typed, from <c>tillatte-tall.csv</c> beside the templates (pattern, reason): years, paragraphs of law, names of scales. A
/// pattern is a text as it stands, or a regular expression between slashes. Figures that follow a letter («B1») belong to a name and are free.
/// </summary>
internal sealed class AllowedDigits
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "tillatte-tall.csv";

    private static readonly string[] Heading = ["monster", "grunn"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private readonly IReadOnlyList<Regex> _patterns;

    private AllowedDigits(IReadOnlyList<Regex> patterns) => _patterns = patterns;

    /// <summary>Reads the file of a template folder; null when it has none. A regular expression that cannot be read is RB3435.</summary>
    public static AllowedDigits? Read(string folder, string shownAs, DiagnosticBag diagnostics)
    {
        if (RuleFile.Read(folder, FileName, shownAs, Heading, diagnostics) is not { } lines)
        {
            return null;
        }

        var patterns = new List<Regex>();
        foreach (var (place, fields) in lines)
        {
            try
            {
                patterns.Add(new Regex(ExpressionOf(fields[0]), RegexOptions.CultureInvariant, Limit));
            }
            catch (ArgumentException exception)
            {
                diagnostics.Add(Diagnostic.Error("RB3435", place, exception.Message) with { Found = fields[0] });
            }
        }

        return new AllowedDigits(patterns);
    }

    /// <summary>Figures between two offsets that no pattern allows.</summary>
    public IReadOnlyList<Range> NotAllowed(ReadOnlySpan<char> masked, int start, int end)
    {
        if (!masked[start..end].ContainsAnyInRange('0', '9'))
        {
            return [];
        }

        // One line with ordinary spaces, so that patterns need not know where lines break.
        var text = string.Create(end - start, masked[start..end], static (line, source) => source.CopyTo(line))
            .Replace('\n', ' ')
            .Replace('\u00A0', ' ');
        var allowed = Allowed(text);
        var found = new List<Range>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var last = EndOfFigures(text, i);
            var isInName = i > 0 && char.IsLetter(text[i - 1]);
            if (!isInName && !allowed.Exists(a => a.Start <= i && a.End >= last))
            {
                found.Add((start + i)..(start + last));
            }

            i = last;
        }

        return found;
    }

    private List<(int Start, int End)> Allowed(string text)
    {
        var allowed = new List<(int Start, int End)>();
        foreach (var pattern in _patterns)
        {
            try
            {
                allowed.AddRange(pattern.Matches(text).Select(m => (m.Index, m.Index + m.Length)));
            }
            catch (RegexMatchTimeoutException)
            {
                // A pattern that takes this long allows nothing, and the figures are then listed.
            }
        }

        return allowed;
    }

    private static int EndOfFigures(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || IsDecimalSign(text, at)))
        {
            at++;
        }

        return at;
    }

    private static bool IsDecimalSign(string text, int at) =>
        text[at] is ',' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    /// <summary>A plain text is looked for as whole words.</summary>
    private static string ExpressionOf(string pattern) =>
        pattern is ['/', .. var expression, '/'] ? expression : $@"(?<![\p{{L}}\d]){Regex.Escape(pattern)}(?![\p{{L}}\d])";
}
