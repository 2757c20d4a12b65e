namespace ReportBuilder.Stages;

/// <summary>One coefficient of the individual model as tables and figures name it.</summary>
/// <param name="Token">Part of the ids of its numbers.</param>
/// <param name="LabelKey">Key of its label.</param>
public sealed record ModelCoefficient(string Token, string LabelKey);

/// <summary>Which coefficients a term has, and what they are called.</summary>
public static class ModelTermTexts
{
    /// <summary>The constant.</summary>
    public static ModelCoefficient Constant { get; } = new("konstantledd", "ledd.konstantledd");

    /// <summary>The coefficients of a term, in the order shown; a factor has one for each category outside the reference.</summary>
    public static IEnumerable<ModelCoefficient> Coefficients(ModelTerm term) =>
        term.Kind == TermKind.Factor
            ? Regions().Select(r => new ModelCoefficient($"{term.Token}.{r}", $"{term.Token}.{r}"))
            : [new ModelCoefficient(term.Token, LabelKey(term, "ledd"))];

    /// <summary>Key of the label for the term as a whole, as in the VIF table.</summary>
    public static string ConceptLabelKey(ModelTerm term) => LabelKey(term, "begrep");

    /// <summary>Regions with a coefficient of their own.</summary>
    public static IEnumerable<string> Regions() =>
        DescriptiveVariables.Region.Categories.Where(r => r != ModelTerm.ReferenceRegion && !ModelTerm.RegionsInReference.Contains(r));

    // Measures are called the same everywhere; their token is the key.
    private static string LabelKey(ModelTerm term, string prefix) =>
        term.Token.StartsWith("tiltak.", StringComparison.Ordinal) ? term.Token : $"{prefix}.{term.Token}";
}
