using ReportBuilder.Editions;

namespace ReportBuilder.Templating.Claims;

/// <summary>A kind of claim.</summary>
/// <param name="Name">Its name in templates.</param>
/// <param name="Shape">What it is made of.</param>
/// <param name="RestsOn">What the numbers must have beside a value.</param>
/// <param name="Holds">Tries it. All quantities have a value.</param>
internal sealed record ClaimKind(string Name, ClaimShape Shape, ClaimBasis RestsOn, Func<ClaimSubject, bool> Holds)
{
    /// <summary>All kinds, by name.</summary>
    public static IReadOnlyDictionary<string, ClaimKind> All { get; } =
        new ClaimKind[]
        {
            new("hoyere", ClaimShape.Two, ClaimBasis.Value, s => s.Printed[0] > s.Printed[1]),
            new("lavere", ClaimShape.Two, ClaimBasis.Value, s => s.Printed[0] < s.Printed[1]),
            new("lik", ClaimShape.Two, ClaimBasis.Value, s => s.Printed[0] == s.Printed[1]),
            new("over", ClaimShape.Limit, ClaimBasis.Value, s => s.Printed[0] > s.Limits[0]),
            new("under", ClaimShape.Limit, ClaimBasis.Value, s => s.Printed[0] < s.Limits[0]),
            new("mellom", ClaimShape.Range, ClaimBasis.Value, s => s.Printed[0] >= s.Limits[0] && s.Printed[0] <= s.Limits[1]),
            new("omlag", ClaimShape.Target, ClaimBasis.Value, Approximation.Holds),
            new("positiv", ClaimShape.One, ClaimBasis.Neutral, s => Neutral.Compare(s.Quantities[0]) > 0),
            new("negativ", ClaimShape.One, ClaimBasis.Neutral, s => Neutral.Compare(s.Quantities[0]) < 0),
            new("signifikant", ClaimShape.One, ClaimBasis.Interval, s => Neutral.IsExcluded(s.Quantities[0]) is true),
            new("ikke_signifikant", ClaimShape.One, ClaimBasis.Interval, s => Neutral.IsExcluded(s.Quantities[0]) is false),
            new("storst", ClaimShape.Several, ClaimBasis.Value, s => s.Printed.Skip(1).All(other => s.Printed[0] > other)),
            new("minst", ClaimShape.Several, ClaimBasis.Value, s => s.Printed.Skip(1).All(other => s.Printed[0] < other)),
            new("stigende", ClaimShape.Several, ClaimBasis.Value, s => s.Printed.Zip(s.Printed.Skip(1)).All(p => p.First < p.Second)),
            new("synkende", ClaimShape.Several, ClaimBasis.Value, s => s.Printed.Zip(s.Printed.Skip(1)).All(p => p.First > p.Second)),
        }.ToDictionary(k => k.Name, StringComparer.Ordinal);
}

/// <summary>What a claim needs to know of its numbers.</summary>
internal enum ClaimBasis
{
    /// <summary>The value.</summary>
    Value,

    /// <summary>The value, in a unit that has one for «no difference».</summary>
    Neutral,

    /// <summary>An interval, in such a unit.</summary>
    Interval,
}

/// <summary>What a claim is about.</summary>
/// <param name="Quantities">The numbers named.</param>
/// <param name="Printed">The same as the reader sees them.</param>
/// <param name="Limits">Fixed numbers in the claim, in the unit the reader sees.</param>
internal sealed record ClaimSubject(IReadOnlyList<Quantity> Quantities, IReadOnlyList<decimal> Printed, IReadOnlyList<decimal> Limits);
