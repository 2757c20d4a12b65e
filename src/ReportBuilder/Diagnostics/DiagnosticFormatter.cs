using System.Globalization;
using System.Text;

namespace ReportBuilder.Diagnostics;

/// <summary>Writes a diagnostic as one line: <c>file:line:column: feil RB2004: text Fant «x»; ventet y. Mente du «z»?</c></summary>
public static class DiagnosticFormatter
{
    /// <summary>One line, without a line break.</summary>
    public static string Format(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        if (diagnostic.Place is { } place)
        {
            text.Append(place.File);
            if (place.Line > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $":{place.Line}");
                if (place.Column > 0)
                {
                    text.Append(CultureInfo.InvariantCulture, $":{place.Column}");
                }
            }

            text.Append(": ");
        }

        text.Append(ToolTexts.Get(diagnostic.Severity == Severity.Error ? "diagnostic.error" : "diagnostic.warning"));
        text.Append(' ').Append(diagnostic.Code).Append(": ");
        text.Append(ToolTexts.Get(diagnostic.Code, [.. diagnostic.Arguments]));
        Append(text, "diagnostic.found", diagnostic.Found);
        Append(text, "diagnostic.expected", diagnostic.Expected);
        Append(text, "diagnostic.nearest", diagnostic.Nearest);
        return text.ToString().ReplaceLineEndings(" ");
    }

    private static void Append(StringBuilder text, string key, string? fact)
    {
        if (fact is not null)
        {
            text.Append(' ').Append(ToolTexts.Get(key, fact));
        }
    }
}
