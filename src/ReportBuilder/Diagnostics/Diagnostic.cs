namespace ReportBuilder.Diagnostics;

/// <summary>How grave a diagnostic is.</summary>
public enum Severity
{
    /// <summary>The run goes on; a release run (<c>--release</c>) refuses to finish.</summary>
    Warning,

    /// <summary>The run stops with exit code 2 after all diagnostics of the step have been gathered.</summary>
    Error,
}

/// <summary>A place in an input file. Lines and columns count from 1; 0 means the whole file (or line).</summary>
/// <param name="File">Path as the user wrote it, or as shown to the user.</param>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column in characters, from 1; 0 when the whole line is meant.</param>
public readonly record struct SourcePlace(string File, int Line = 0, int Column = 0);

/// <summary>
/// The one kind of message about bad input, a bad template or a failed outside program.
/// The words stand in <c>Texts/*.csv</c> under <see cref="Code"/>; a diagnostic carries only facts.
/// </summary>
/// <param name="Code">Stable code, <c>RB</c> and four digits; the key of its text.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Place">Where, when there is a place.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourcePlace? Place)
{
    /// <summary>Facts put into the text at {0}, {1} …</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>What stood there, as found.</summary>
    public string? Found { get; init; }

    /// <summary>What should have stood there.</summary>
    public string? Expected { get; init; }

    /// <summary>The nearest valid name, when one is near.</summary>
    public string? Nearest { get; init; }

    /// <summary>Makes an error.</summary>
    public static Diagnostic Error(string code, SourcePlace? place, params string[] arguments) =>
        new(code, Severity.Error, place) { Arguments = arguments };

    /// <summary>Makes a warning.</summary>
    public static Diagnostic Warning(string code, SourcePlace? place, params string[] arguments) =>
        new(code, Severity.Warning, place) { Arguments = arguments };
}
