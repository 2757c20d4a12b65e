using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Stages;

/// <summary>The columns that the stages ask for, so that a schema without one of them is found before anything runs.</summary>
public static class StageColumns
{
    /// <summary>The scheme.</summary>
    public const string Scheme = "ordning";

    /// <summary>The outcome.</summary>
    public const string Outcome = "maaloppnaaelse";

    /// <summary>Year of exit.</summary>
    public const string Year = "aar";

    /// <summary>What the participant went on to.</summary>
    public const string Transition = "overgang";

    /// <summary>The category that means yes, of the outcome and the measures.</summary>
    public const string Yes = "ja";

    /// <summary>Outcome and all terms of the individual model.</summary>
    public static IReadOnlyList<string> OfIndividualModel { get; } = [Outcome, .. ModelTerm.OfIndividualModel.Select(t => t.Column)];

    /// <summary>
    /// Adds a diagnostic for each column that the stages need and the schema lacks (RB6001), that holds another kind of value (RB6004), lacks a
    /// category the stages know (RB6005), or allows other years than they cover (RB6006).
    /// </summary>
    public static void Check(DatasetSchema schema, string shownAs, DiagnosticBag bag)
    {
        var place = new SourcePlace(shownAs);
        foreach (var (name, tokens) in Codes())
        {
            if (Find(schema, name, isCode: true, place, bag) is { } column)
            {
                var known = column.Levels.Select(l => l.Token).ToList();
                foreach (var token in tokens.Where(t => !known.Contains(t)))
                {
                    bag.Add(Diagnostic.Error("RB6005", place, name, token) with { Nearest = NearestName.Find(token, known) });
                }
            }
        }

        foreach (var name in new[] { Year, "alder", "botid", "norsknivaa", "varighet" })
        {
            Find(schema, name, isCode: false, place, bag);
        }

        string[] years = [.. DescriptiveVariables.Years.Categories];
        if (schema.Find(Year) is { } year && (year.Min?.ToText() != years[0] || year.Max?.ToText() != years[^1]))
        {
            bag.Add(
                Diagnostic.Error("RB6006", place) with
                {
                    Found = $"{year.Min?.ToText()}–{year.Max?.ToText()}",
                    Expected = $"{years[0]}–{years[^1]}",
                }
            );
        }
    }

    /// <summary>The code columns that the stages read, with the categories they know by name.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<string> Tokens)> Codes() =>
        [
            (Scheme, [.. Breakdown.Schemes.Select(Breakdown.Token)]),
            (Outcome, [Yes]),
            (Transition, ["arbeid", "utdanning"]),
            .. new[]
            {
                DescriptiveVariables.Sex,
                DescriptiveVariables.Absence,
                DescriptiveVariables.Education,
                DescriptiveVariables.Region,
            }.Select(v => (v.Token, v.Categories)),
            .. DescriptiveVariables.Measures.Select(m => ("t_" + m, (IReadOnlyList<string>)[Yes])),
        ];

    private static SchemaColumn? Find(DatasetSchema schema, string name, bool isCode, SourcePlace place, DiagnosticBag bag)
    {
        if (schema.Find(name) is not { } column)
        {
            bag.Add(Diagnostic.Error("RB6001", place, name) with { Nearest = NearestName.Find(name, schema.Names) });
            return null;
        }

        if (isCode == (column.Kind == ValueKind.Code) && column.Kind != ValueKind.Text)
        {
            return column;
        }

        bag.Add(Diagnostic.Error("RB6004", place, name, ToolTexts.Get(isCode ? "stage.code" : "stage.number")));
        return null;
    }
}
