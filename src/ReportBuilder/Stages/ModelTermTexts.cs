namespace ReportBuilder.Stages;

/// <summary>One coefficient of a model as tables and figures name it.</summary>
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
        term.Kind switch
        {
            TermKind.Factor => term.Categories.Select(c => new ModelCoefficient($"{term.Token}.{c}", $"{term.Token}.{c}")),
            TermKind.Standardised => [new ModelCoefficient(term.Token, $"ledd_standardisert.{term.Token}")],
            _ => [new ModelCoefficient(term.Token, LabelKey(term, "ledd"))],
        };

    /// <summary>Name of the design's column that a coefficient belongs to: the design puts no dot between term and level.</summary>
    public static string ColumnName(ModelTerm term, ModelCoefficient coefficient) =>
        term.Kind == TermKind.Factor ? term.Token + coefficient.Token[(term.Token.Length + 1)..] : term.Token;

    /// <summary>Key of the label for the term as a whole, as in the VIF table.</summary>
    public static string ConceptLabelKey(ModelTerm term) => LabelKey(term, "begrep");

    // Measures are called the same everywhere; their token is the key.
    private static string LabelKey(ModelTerm term, string prefix) =>
        term.Token.StartsWith("tiltak.", StringComparison.Ordinal) ? term.Token : $"{prefix}.{term.Token}";
}
