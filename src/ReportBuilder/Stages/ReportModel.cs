namespace ReportBuilder.Stages;

/// <summary>What the participants of a model are grouped by.</summary>
public enum ModelGrouping
{
    /// <summary>Nothing: an ordinary logistic regression.</summary>
    None,

    /// <summary>A random intercept for each municipality.</summary>
    Municipality,

    /// <summary>A random intercept for each project.</summary>
    Project,
}

/// <summary>One of the models of Tabell 17 and 19–21: its terms, its grouping, and whether it is of women only.</summary>
/// <param name="Token">Second part of the ids of its numbers (<c>modell.kommune.*</c>).</param>
/// <param name="Terms">Terms, in the order shown.</param>
/// <param name="Grouping">What its participants are grouped by.</param>
/// <param name="IsOfWomen">True when it is fitted to women only, without sex as a term.</param>
public sealed record ReportModel(string Token, IReadOnlyList<ModelTerm> Terms, ModelGrouping Grouping, bool IsOfWomen)
{
    /// <summary>The individual model.</summary>
    public static ReportModel Individual { get; } = new("individ", ModelTerm.OfIndividualModel, ModelGrouping.None, IsOfWomen: false);

    /// <summary>The municipality model.</summary>
    public static ReportModel Municipality { get; } =
        new("kommune", [.. ModelTerm.OfMultilevelModels, .. ModelTerm.OfMunicipalities], ModelGrouping.Municipality, IsOfWomen: false);

    /// <summary>The project model.</summary>
    public static ReportModel Project { get; } =
        new("prosjekt", [.. ModelTerm.OfMultilevelModels, .. ModelTerm.OfProjects], ModelGrouping.Project, IsOfWomen: false);

    /// <summary>The three models of all participants, as they stand side by side in Tabell 17 and 18.</summary>
    public static IReadOnlyList<ReportModel> OfAll { get; } = [Individual, Municipality, Project];

    /// <summary>The same three models of women only (Tabell 19–21).</summary>
    public static IReadOnlyList<ReportModel> OfWomen { get; } = [.. OfAll.Select(m => m.WomenOnly())];

    /// <summary>The individual model of women only.</summary>
    public static ReportModel IndividualOfWomen => OfWomen[0];

    /// <summary>All six.</summary>
    public static IReadOnlyList<ReportModel> All { get; } = [.. OfAll, .. OfWomen];

    /// <summary>What the ids of its numbers begin with.</summary>
    public string Prefix => $"modell.{Token}";

    private ReportModel WomenOnly() =>
        this with
        {
            Token = Token + "_kvinner",
            Terms = [.. Terms.Where(t => t.Token != DescriptiveVariables.Sex.Token)],
            IsOfWomen = true,
        };
}
