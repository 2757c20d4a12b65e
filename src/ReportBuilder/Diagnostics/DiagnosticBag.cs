namespace ReportBuilder.Diagnostics;

/// <summary>
/// Gathers diagnostics so that all are shown together. For each file the first <see cref="LimitPerFile"/> errors and as many warnings are kept,
/// so that warnings never crowd out an error, and the rest counted. Safe to use from several threads; <see cref="Sorted"/> does not depend on their order.
/// </summary>
public sealed class DiagnosticBag
{
    private readonly Lock _gate = new();
    private readonly List<Diagnostic> _kept = [];
    private readonly Dictionary<(string File, Severity Severity), int> _perFile = [];

    /// <summary>How many errors, and how many warnings, are kept per file unless told otherwise.</summary>
    public const int DefaultLimitPerFile = 50;

    /// <summary>How many errors, and how many warnings, are kept for one file.</summary>
    public int LimitPerFile { get; }

    /// <summary>Makes an empty bag.</summary>
    public DiagnosticBag(int limitPerFile = DefaultLimitPerFile) => LimitPerFile = limitPerFile;

    /// <summary>Number of errors, the uncounted ones included.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Number of warnings, the uncounted ones included.</summary>
    public int WarningCount { get; private set; }

    /// <summary>True when at least one error was added.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>Adds one diagnostic.</summary>
    public void Add(Diagnostic diagnostic)
    {
        lock (_gate)
        {
            if (diagnostic.Severity == Severity.Error)
            {
                ErrorCount++;
            }
            else
            {
                WarningCount++;
            }

            var key = (diagnostic.Place?.File ?? string.Empty, diagnostic.Severity);
            var seen = _perFile.GetValueOrDefault(key);
            _perFile[key] = seen + 1;
            if (seen < LimitPerFile)
            {
                _kept.Add(diagnostic);
            }
        }
    }

    /// <summary>Adds several diagnostics.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>The kept diagnostics, errors before warnings, ordered by file, line, column, code and, at the same place, by their facts.</summary>
    public IReadOnlyList<Diagnostic> Sorted()
    {
        lock (_gate)
        {
            return
            [
                .. _kept
                    .OrderByDescending(d => d.Severity)
                    .ThenBy(d => d.Place?.File ?? string.Empty, StringComparer.Ordinal)
                    .ThenBy(d => d.Place?.Line ?? 0)
                    .ThenBy(d => d.Place?.Column ?? 0)
                    .ThenBy(d => d.Code, StringComparer.Ordinal)
                    .ThenBy(d => d.Found ?? string.Empty, StringComparer.Ordinal)
                    .ThenBy(d => string.Join('\n', d.Arguments), StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Files with more diagnostics than were kept, with the number left out, ordered by file.</summary>
    public IReadOnlyList<(string File, int LeftOut)> LeftOut()
    {
        lock (_gate)
        {
            return
            [
                .. _perFile
                    .Where(p => p.Value > LimitPerFile)
                    .GroupBy(p => p.Key.File, p => p.Value - LimitPerFile, StringComparer.Ordinal)
                    .OrderBy(f => f.Key, StringComparer.Ordinal)
                    .Select(f => (f.Key, f.Sum())),
            ];
        }
    }
}
