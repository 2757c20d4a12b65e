using System.Collections.Immutable;
using System.Globalization;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison;

/// <summary>Editions to compare: one with some of everything, and small ones.</summary>
internal static class ExampleEdition
{
    private static readonly string[] Categories = ["Kvinne", "Mann", "Under 25 år", "25–34 år", "35 år og over"];
    private static readonly string[] Schemes = ["jobbsjansen", "introduksjonsprogrammet"];

    /// <summary>An edition of some quantities and nothing else.</summary>
    public static Edition Of(params IEnumerable<Quantity> quantities) =>
        new()
        {
            Quantities = quantities.ToImmutableSortedDictionary(q => q.Id.Value, q => q, StringComparer.Ordinal),
            Tables = [],
            Figures = [],
            Origin = Origin("2026-1"),
        };

    public static EditionOrigin Origin(string name) => new(name, "0.1.0", "deltakere.csv", new string('a', 64), true, 1000);

    /// <summary>Two tables, two figures, claims, facts and municipalities over numbers of every unit and status.</summary>
    public static Edition Whole() =>
        Of(Numbers()) with
        {
            Facts = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                [
                    KeyValuePair.Create("typisk.fravaer", CategoryFact.Of("typisk.fravaer", "fravaer", "lavt")),
                    KeyValuePair.Create("typisk.tiltak", CategoryFact.Of("typisk.tiltak", "tiltak", "amo_kurs", "norsk")),
                    KeyValuePair.Create(
                        "typisk.utdanning",
                        CategoryFact.Without("typisk.utdanning", "utdanning", QuantityStatus.Suppressed)
                    ),
                ]
            ),
            Tables = [ShareTable(), ModelTable()],
            Figures = [Bars(), Dots()],
            Claims =
            [
                Claim("hoyere", "Flere … enn … når målet.", 4, ["andel.k0.jobbsjansen", "andel.k0.introduksjonsprogrammet"]),
                Claim("over", "Over halvparten (…) og … når målet.", 9, ["andel.k1.jobbsjansen"], "50"),
                Claim("over", "Over halvparten (…) og … når målet.", 9, ["andel.k2.jobbsjansen"], "50"),
            ],
            Municipalities = ["0301", "1103", "4601"],
        };

    public static Claim Claim(string kind, string sentence, int line, string[] ids, params string[] limits) =>
        new()
        {
            Kind = kind,
            QuantityIds = [.. ids.Select(i => new QuantityId(i))],
            Limits = limits,
            Outcome = ClaimOutcome.Holds,
            Template = "kapittel.md",
            Place = new SourcePlace("maler/kapittel.md", line, 1),
            Sentence = sentence,
        };

    public static CellContent Cell(string text, params string[] ids) => new(text, [.. ids.Select(i => new QuantityId(i))]);

    public static TableContentRow Row(params CellContent[] cells) => new("data", cells);

    public static SeriesContent Series(string name, params string[] ids) => new(name, [.. ids.Select(i => new QuantityId(i))]);

    private static IEnumerable<Quantity> Numbers()
    {
        for (var s = 0; s < Schemes.Length; s++)
        {
            for (var k = 0; k < Categories.Length; k++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"k{k}.{Schemes[s]}");
                yield return Quantity.Of("antall." + name, 100 + (37 * k) + (900 * s), Unit.Count, 0);
                yield return Quantity.Of("andel." + name, 0.4123 + (0.0511 * k) - (0.1007 * s), Unit.Share, 0) with
                {
                    Base = 120 + k,
                };
            }
        }

        for (var k = 0; k < Categories.Length; k++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"modell.k{k}.");
            var value = 0.8 - (0.31 * k);
            yield return Quantity.Of(name + "estimat", value, Unit.LogOdds, 2) with
            {
                Interval = new Interval(value - 0.2, value + 0.2, 0.95),
            };
            yield return Quantity.Of(name + "standardfeil", 0.1 + (0.01 * k), Unit.LogOdds, 2);
            yield return Quantity.Of(name + "p", 0.0004 * Math.Pow(5, k), Unit.PValue, 3);
            yield return Quantity.Of(name + "oddsrate", Math.Exp(value), Unit.OddsRatio, 2) with
            {
                Base = 1000,
                Interval = new Interval(Math.Exp(value - 0.2), Math.Exp(value + 0.2), 0.95),
            };
            yield return Quantity.Of(name + "endring", Math.Exp(value) - 1, Unit.OddsChange, 0);
            yield return Quantity.Of(name + "forskjell", 0.15 - (0.07 * k), Unit.PercentagePoints, 1);
            yield return Quantity.Of(name + "alder", 31.4 + k, Unit.Years, 1);
        }

        yield return Quantity.Of("modell.loglikelihood", -10699.52, Unit.LogLikelihood, 2);
        yield return Quantity.Of("modell.varians", 0.0532, Unit.Variance, 2);
        yield return Quantity.Rounded("andel.avrundet", 0.57, Unit.Share, 0) with
        {
            Base = 1500,
        };
        yield return Quantity.Without("skjult", Unit.Share, 0, QuantityStatus.Suppressed);
        yield return Quantity.Without("null", Unit.Count, 0, QuantityStatus.Nil) with
        {
            Base = 40,
        };
        yield return Quantity.Without("mangler", Unit.Years, 1, QuantityStatus.Missing);
        yield return Quantity.Of("revisjon.antall", 12, Unit.Count, 0);
    }

    private static TableContent ShareTable() =>
        new(
            "tbl-andeler",
            ["", "Jobbsjansen", "Introduksjonsprogrammet"],
            [
                new TableContentRow("group", [Cell("Kjønn")]),
                ShareRow(0),
                ShareRow(1),
                new TableContentRow("group", [Cell("Alder")]),
                ShareRow(2),
                ShareRow(3),
                ShareRow(4),
                new TableContentRow(
                    "summary",
                    [Cell("N"), Cell("100", "antall.k0.jobbsjansen"), Cell("1 000", "antall.k0.introduksjonsprogrammet")]
                ),
            ]
        )
        {
            Number = "1",
            Caption = "Andel som når målet",
        };

    private static TableContentRow ShareRow(int k) =>
        Row([
            Cell(Categories[k]),
            .. Schemes
                .Select(s => string.Create(CultureInfo.InvariantCulture, $"andel.k{k}.{s}"))
                .Select((id, i) => Cell(i == 0 ? "a %" : "b %", id)),
        ]);

    private static TableContent ModelTable() =>
        new(
            "tbl-modell",
            ["", "Estimat", "Merknad"],
            [
                .. Categories.Select(
                    (c, k) =>
                    {
                        var name = string.Create(CultureInfo.InvariantCulture, $"modell.k{k}.");
                        return Row(
                            Cell(c),
                            Cell("x", name + "estimat", name + "standardfeil", name + "p"),
                            Cell(k == 0 ? "Referanse" : string.Empty)
                        );
                    }
                ),
            ]
        )
        {
            Number = "2",
            Caption = "Modellen",
        };

    private static FigureContent Bars() =>
        new(
            "fig-andeler",
            "bar",
            ["Prosent", "100"],
            Categories,
            [
                .. Schemes.Select(s =>
                    Series(
                        s,
                        [
                            .. Enumerable
                                .Range(0, Categories.Length)
                                .Select(k => string.Create(CultureInfo.InvariantCulture, $"andel.k{k}.{s}")),
                        ]
                    )
                ),
            ]
        )
        {
            Number = "1",
            Caption = "Andel som når målet",
            Drawing = new string('1', 64),
        };

    private static FigureContent Dots() =>
        new(
            "fig-punkter",
            "scatter",
            ["Alder", "Forskjell"],
            [],
            [
                Series(
                    "Alle",
                    "modell.k0.alder",
                    "modell.k0.forskjell",
                    "modell.k1.alder",
                    "modell.k1.forskjell",
                    "modell.k2.alder",
                    "modell.k2.forskjell"
                ),
            ]
        )
        {
            Number = "2",
            Caption = "Alder og forskjell",
            Drawing = new string('2', 64),
        };
}
