using ReportBuilder.Disclosure;
using ReportBuilder.Editions;

namespace ReportBuilder.Stages;

/// <summary>
/// Differences between shares that are printed: of the schemes in Tabell 1, and of categories within a scheme. They come from the shares as published, so that what is hidden stays
/// hidden and what is rounded stays rounded.
/// </summary>
public static class ContrastStage
{
    /// <summary>Of each characteristic, the category whose outcome is told as so much above that of the other.</summary>
    public static IReadOnlyList<(string Variable, string Higher, string Lower)> Within { get; } =
    [
        ("fravaer", "lavt", "hoyt"),
        ("kjonn", "mann", "kvinne"),
        ("utdanningsnivaa", "god_allmennutdanning", "liten_eller_ingen"),
        ("norsknivaa", "b2", "a1"),
    ];

    /// <summary>
    /// Adds <c>forskjell.overgang.{year}</c>, <c>.laveste</c> and <c>.hoyeste</c>, and <c>forskjell_innen.{variable}.{scheme}</c>. The stages of transition and description have run.
    /// </summary>
    public static void Run(EditionBuilder edition)
    {
        var (first, second) = (Breakdown.Token(Scheme.Jobbsjansen), Breakdown.Token(Scheme.Introduksjonsprogrammet));
        var years = DescriptiveVariables
            .Years.Categories.Select(y =>
                Difference($"forskjell.overgang.{y}", edition[$"overgang.i_alt.{y}.{first}"], edition[$"overgang.i_alt.{y}.{second}"])
            )
            .ToList();
        edition.AddRange(years);
        // The lowest of those known would not be the lowest of all.
        var known = years.All(y => y.HasValue) ? years.OrderBy(y => y.Value).ToList() : [];
        edition.Add(Extreme("forskjell.overgang.laveste", known.FirstOrDefault()));
        edition.Add(Extreme("forskjell.overgang.hoyeste", known.LastOrDefault()));
        foreach (var (variable, higher, lower) in Within)
        {
            foreach (var scheme in Breakdown.Schemes.Select(Breakdown.Token))
            {
                edition.Add(
                    Difference(
                        $"forskjell_innen.{variable}.{scheme}",
                        edition[$"maaloppnaaelse.{variable}.{higher}.{scheme}"],
                        edition[$"maaloppnaaelse.{variable}.{lower}.{scheme}"]
                    )
                );
            }
        }
    }

    private static Quantity Extreme(string id, Quantity? of) =>
        of is { Value: { } value }
            ? Quantity.Of(id, value, Unit.PercentagePoints, 0)
            : Quantity.Without(id, Unit.PercentagePoints, 0, QuantityStatus.NotApplicable);

    /// <summary>A share less another of other persons; with Newcombe's interval where both are exact.</summary>
    private static Quantity Difference(string id, Quantity first, Quantity second) =>
        BreakdownQuantities.Difference(id, first, second, Counts(first) is { } a && Counts(second) is { } b ? (a, b) : null);

    /// <summary>The persons behind a share that is exact; null for one known only as printed, or not at all.</summary>
    private static CellCount? Counts(Quantity share) =>
        share is { Status: QuantityStatus.Estimated or QuantityStatus.Nil, Value: { } value, Base: { } persons }
            ? new CellCount(persons, (int)Math.Round(value * persons, MidpointRounding.AwayFromZero))
            : null;
}
