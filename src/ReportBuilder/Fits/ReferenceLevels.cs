using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Formulas;

namespace ReportBuilder.Fits;

/// <summary>The reference levels that the user chose, by column.</summary>
internal sealed class ReferenceLevels
{
    private readonly Dictionary<string, string> _levels = new(StringComparer.Ordinal);

    private ReferenceLevels() { }

    /// <summary>The reference of a column; null when none was chosen.</summary>
    public string? this[string column] => _levels.GetValueOrDefault(column);

    /// <summary>
    /// Reads choices. Reported are: one that is no <c>column=level</c> (RB6122), a column that the formula has no factor of (RB6123), and
    /// a level that the column does not have (RB6124).
    /// </summary>
    /// <param name="choices">Choices, as the user wrote them.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="data">The columns of the formula.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static ReferenceLevels Read(IReadOnlyList<string> choices, ModelFormula formula, FitData data, DiagnosticBag bag)
    {
        var levels = new ReferenceLevels();
        string[] factors =
        [
            .. formula
                .Variables.Prepend(formula.Outcome)
                .Where(v =>
                    v.Kind == VariableKind.Factor || (v.Kind == VariableKind.Column && data[v.Column!.Name].Kind != ColumnKind.Number)
                )
                .Select(v => v.Column!.Name)
                .Distinct(StringComparer.Ordinal),
        ];
        foreach (var choice in choices)
        {
            levels.Add(choice, factors, formula, data, bag);
        }

        return levels;
    }

    private void Add(string choice, string[] factors, ModelFormula formula, FitData data, DiagnosticBag bag)
    {
        var place = new SourcePlace("--reference");
        var equals = choice.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            bag.Add(Diagnostic.Error("RB6122", place) with { Found = choice, Expected = ToolTexts.Get("fit.expected.reference") });
            return;
        }

        var (name, level) = (choice[..equals].Trim(), choice[(equals + 1)..].Trim());
        // The factor may be called as the formula does, factor(b), or by its column.
        var column = formula.Variables.FirstOrDefault(v => v.Kind == VariableKind.Factor && v.Name == name)?.Column!.Name ?? name;
        if (!factors.Contains(column))
        {
            bag.Add(Diagnostic.Error("RB6123", place, name) with { Found = choice, Nearest = NearestName.Find(name, factors) });
            return;
        }

        var known = data[column].AsFactor().Levels;
        if (!known.Contains(level))
        {
            bag.Add(
                Diagnostic.Error("RB6124", place, column, Listed(known)) with
                {
                    Found = level,
                    Nearest = NearestName.Find(level, known),
                }
            );
            return;
        }

        _levels[column] = level;
    }

    /// <summary>The first levels; a list of thousands helps nobody.</summary>
    private static string Listed(IReadOnlyList<string> levels) =>
        string.Join(", ", levels.Take(12))
        + (levels.Count > 12 ? ToolTexts.Get("fit.and_more", (levels.Count - 12).ToText()) : string.Empty);
}
