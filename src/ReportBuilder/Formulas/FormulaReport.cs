using ReportBuilder.Diagnostics;

namespace ReportBuilder.Formulas;

/// <summary>Where the faults of one formula go: each gets its place in it.</summary>
/// <param name="bag">Receives the faults.</param>
internal sealed class FormulaReport(DiagnosticBag bag)
{
    private readonly HashSet<(string Code, int Position)> _told = [];

    /// <summary>Number of faults found.</summary>
    public int Count { get; private set; }

    /// <summary>Reports a fault, once at its place.</summary>
    /// <param name="diagnostic">The fault, without a place.</param>
    /// <param name="position">Where in the formula, counted from 0.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="expected">What should.</param>
    /// <param name="nearest">The nearest valid name.</param>
    public void Error(Diagnostic diagnostic, int position, string? found = null, string? expected = null, string? nearest = null)
    {
        Count++;
        if (!_told.Add((diagnostic.Code, position)))
        {
            return;
        }

        bag.Add(
            diagnostic with
            {
                Place = new SourcePlace(ToolTexts.Get("fit.formula"), 1, position + 1),
                Found = found,
                Expected = expected,
                Nearest = nearest,
            }
        );
    }
}
