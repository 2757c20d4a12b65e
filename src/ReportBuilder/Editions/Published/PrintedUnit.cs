using System.Collections.Frozen;

namespace ReportBuilder.Editions.Published;

/// <summary>Units as a publication prints them, and what they may be in ours.</summary>
internal static class PrintedUnit
{
    /// <summary>Unit of the lines of a table that say what its stars mean.</summary>
    public const string StarKey = "p mindre enn";

    /// <summary>Unit of the stars of an estimate.</summary>
    public const string Stars = "stjerner";

    private static readonly FrozenDictionary<string, Unit[]> Allowed = new Dictionary<string, Unit[]>
    {
        ["prosent"] = [Unit.Share, Unit.Probability, Unit.OddsChange],
        ["prosentpoeng"] = [Unit.PercentagePoints],
        ["andel"] = [Unit.Share],
        ["antall"] = [Unit.Count, Unit.Numeric],
        ["personer"] = [Unit.Count, Unit.Numeric],
        ["individer"] = [Unit.Count],
        ["deltakere"] = [Unit.Count],
        ["kommuner"] = [Unit.Count],
        ["prosjekter"] = [Unit.Count],
        ["per 1000"] = [Unit.Numeric],
        ["1000 kr"] = [Unit.Numeric],
        ["korrelasjon"] = [Unit.Numeric],
        ["år"] = [Unit.Years, Unit.Numeric],
        ["måneder"] = [Unit.Months],
        ["estimat"] = [Unit.LogOdds],
        ["standardfeil"] = [Unit.LogOdds],
        [Stars] = [Unit.PValue],
        ["p-verdi"] = [Unit.PValue],
        ["log-likelihood"] = [Unit.LogLikelihood],
        ["odds ratio"] = [Unit.OddsRatio],
        ["odds"] = [Unit.OddsRatio],
        ["forholdstall"] = [Unit.OddsRatio],
        ["ICC"] = [Unit.Share],
        ["R2"] = [Unit.PseudoR2],
        ["VIF"] = [Unit.VarianceInflation],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Our units that a printed unit may be; none when it is a unit of nothing we compute.</summary>
    public static IReadOnlyList<Unit> UnitsOf(string printed) => Allowed.GetValueOrDefault(printed, []);

    /// <summary>What a number in a printed unit is multiplied by to be held in ours: per cents are held as fractions.</summary>
    public static double Factor(string printed) => printed is "prosent" or "prosentpoeng" ? 0.01 : 1;

    /// <summary>Decimals of a number as we print it, given those of the publication: 0.097 has one as a percentage.</summary>
    public static int Decimals(string printed, Unit unit, int decimals) =>
        Math.Max(0, decimals - (int)Math.Round(Math.Log10(NorwegianNumberText.PrintScale(unit) * Factor(printed))));
}
