using ReportBuilder.Diagnostics;

namespace ReportBuilder.Typesetting;

/// <summary>Typst's diagnostics as ours.</summary>
internal static class TypstDiagnostics
{
    private const string UnknownFont = "unknown font family: ";

    public static Diagnostic Map(RawDiagnostic raw)
    {
        var message = raw.Message ?? string.Empty;
        if (message.StartsWith(UnknownFont, StringComparison.Ordinal))
        {
            // Typst only warns and takes another face; a report in the wrong face must not go out.
            return Diagnostic.Error("RB5014", Place(raw), message[UnknownFont.Length..]);
        }

        var hints = string.Join("; ", raw.Hints ?? []);
        string[] arguments = hints.Length == 0 ? [message] : [message, hints];
        var severity = raw.Severity == "warning" ? Severity.Warning : Severity.Error;
        var code = (severity, raw.Phase, hints.Length == 0) switch
        {
            (Severity.Error, "export", true) => "RB5015",
            (Severity.Error, "export", false) => "RB5016",
            (Severity.Error, _, true) => "RB5010",
            (Severity.Error, _, false) => "RB5011",
            (_, _, true) => "RB5012",
            (_, _, false) => "RB5013",
        };
        return new Diagnostic(code, severity, Place(raw)) { Arguments = arguments };
    }

    /// <summary>
    /// The place of the error; for an error inside the style, the outermost call that led to it, since that is the file that was
    /// written for this document.
    /// </summary>
    private static SourcePlace? Place(RawDiagnostic raw)
    {
        var inStyle = raw.Path?.StartsWith(TypstStyle.Folder, StringComparison.Ordinal) ?? false;
        if (inStyle && raw.Trace?.LastOrDefault(t => t.Path is not null) is { Path: { } caller } place)
        {
            return new SourcePlace(caller, place.Line, place.Column);
        }

        return raw.Path is null ? null : new SourcePlace(raw.Path, raw.Line, raw.Column);
    }
}
