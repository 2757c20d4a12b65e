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

    /// <summary>Outcome and all terms of the individual model.</summary>
    public static IReadOnlyList<string> OfIndividualModel { get; } = [Outcome, .. ModelTerm.OfIndividualModel.Select(t => t.Column)];

    /// <summary>Adds RB6001 for each column that the stages need and the schema lacks.</summary>
    public static void Check(DatasetSchema schema, string shownAs, DiagnosticBag bag)
    {
        var needed = OfIndividualModel
            .Append(Year)
            .Concat(DescriptiveVariables.Measures.Select(m => "t_" + m))
            .Distinct(StringComparer.Ordinal);
        foreach (var name in needed.Where(n => schema.Find(n) is null))
        {
            bag.Add(Diagnostic.Error("RB6001", new SourcePlace(shownAs), name) with { Nearest = NearestName.Find(name, schema.Names) });
        }
    }
}
