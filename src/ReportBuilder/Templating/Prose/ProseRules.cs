using ReportBuilder.Diagnostics;

namespace ReportBuilder.Templating.Prose;

/// <summary>What the sentences of a book are held against. Both lists stand beside the templates; a check without its list is not made.</summary>
/// <param name="Words">Words to look for.</param>
/// <param name="Digits">Figures that may be typed.</param>
internal sealed record ProseRules(SentenceWords? Words, AllowedDigits? Digits)
{
    /// <summary>Reads the rules of a template folder.</summary>
    public static ProseRules Read(string folder, string shownAs, DiagnosticBag diagnostics) =>
        new(SentenceWords.Read(folder, shownAs, diagnostics), AllowedDigits.Read(folder, shownAs, diagnostics));
}
