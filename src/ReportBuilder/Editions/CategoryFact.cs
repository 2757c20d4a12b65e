namespace ReportBuilder.Editions;

/// <summary>
/// A fact that is a category, or a list of categories, and not a number: where the typical participant comes from, which measures she had. Named as quantities are; its words stand
/// in the labels, one text a category.
/// </summary>
public sealed record CategoryFact
{
    private CategoryFact(string id, string variable, IReadOnlyList<string> categories, QuantityStatus status)
    {
        Id = new QuantityId(id);
        Variable = variable;
        Categories = categories;
        Status = status;
    }

    /// <summary>The name; no quantity has the same.</summary>
    public QuantityId Id { get; }

    /// <summary>Token of the variable: with a category the key of its words.</summary>
    public string Variable { get; }

    /// <summary>Tokens of the categories, in the order told; empty when none applies or when it is not known.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Whether the fact is known, and if not, why.</summary>
    public QuantityStatus Status { get; }

    /// <summary>True when the fact is known.</summary>
    public bool IsKnown => Status == QuantityStatus.Estimated;

    /// <summary>A fact that is known.</summary>
    public static CategoryFact Of(string id, string variable, params IReadOnlyList<string> categories) =>
        new(id, variable, categories, QuantityStatus.Estimated);

    /// <summary>A fact that is not known, and why.</summary>
    public static CategoryFact Without(string id, string variable, QuantityStatus status) => new(id, variable, [], status);
}
