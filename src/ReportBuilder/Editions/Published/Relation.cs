using System.Collections.Frozen;

namespace ReportBuilder.Editions.Published;

/// <summary>How a quantity follows from others.</summary>
public enum RelationKind
{
    /// <summary>The first less the second.</summary>
    Difference,

    /// <summary>All of them together.</summary>
    Sum,

    /// <summary>The rest of a whole.</summary>
    Rest,

    /// <summary>The exponential: an odds ratio from a coefficient.</summary>
    Exponential,

    /// <summary>The exponential less 1: a change of odds from a coefficient.</summary>
    ExponentialLessOne,

    /// <summary>The first divided by the second, less 1.</summary>
    RatioLessOne,

    /// <summary>The probability of a log odds.</summary>
    Logistic,

    /// <summary>Two-sided p-value of a coefficient with its standard error.</summary>
    Wald,
}

/// <summary>A rule that tells a quantity from others: one line of <c>sammenhenger.csv</c>.</summary>
/// <param name="Id">The quantity; may hold one <c>*</c> for a part of the name.</param>
/// <param name="Kind">How it follows.</param>
/// <param name="Terms">The others; the <c>*</c> in them is what it is in <paramref name="Id"/>.</param>
internal sealed record Relation(string Id, RelationKind Kind, IReadOnlyList<string> Terms)
{
    /// <summary>What stands for a part of a name.</summary>
    public const string Wildcard = "*";

    /// <summary>The kinds by their word.</summary>
    public static readonly FrozenDictionary<string, RelationKind> Words = new Dictionary<string, RelationKind>
    {
        ["differanse"] = RelationKind.Difference,
        ["sum"] = RelationKind.Sum,
        ["resten"] = RelationKind.Rest,
        ["eksponent"] = RelationKind.Exponential,
        ["eksponent_minus_en"] = RelationKind.ExponentialLessOne,
        ["forhold_minus_en"] = RelationKind.RatioLessOne,
        ["sannsynlighet"] = RelationKind.Logistic,
        ["wald"] = RelationKind.Wald,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True when the number of terms is one the kind can have.</summary>
    public bool HasTermsOfItsKind =>
        Kind switch
        {
            RelationKind.Sum => Terms.Count >= 2,
            RelationKind.Difference or RelationKind.RatioLessOne or RelationKind.Wald => Terms.Count == 2,
            _ => Terms.Count == 1,
        };

    /// <summary>The terms for a quantity; null when the rule is not about it.</summary>
    public IReadOnlyList<string>? TermsOf(string id)
    {
        if (Id.Split(Wildcard) is not [var start, var end])
        {
            return id == Id ? Terms : null;
        }

        var isIts =
            id.Length > start.Length + end.Length
            && id.StartsWith(start, StringComparison.Ordinal)
            && id.EndsWith(end, StringComparison.Ordinal);
        return isIts ? [.. Terms.Select(t => t.Replace(Wildcard, id[start.Length..^end.Length], StringComparison.Ordinal))] : null;
    }
}
