using System.Globalization;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class MissingStageTest
{
    private const int Minimum = 5;
    private static readonly Participants People = Participants.Make();
    private static readonly EditionBuilder Edition = Run(People);

    [Fact]
    public void Run_Characteristics_GivesShareOfEachCategory()
    {
        foreach (var variable in MissingStage.Characteristics)
        {
            CellCount[] counts = [.. variable.Categories.Select(c => Lacking(People, variable.Token, c))];
            var protection = CellProtection.OfOutcome(counts, Minimum, decimals: 1);
            for (var i = 0; i < counts.Length; i++)
            {
                var share = Edition[$"mangler.andel.{variable.Token}.{variable.Categories[i]}"];
                Assert.Equal(protection[i] == Protection.Hidden, share.Status == QuantityStatus.Suppressed);
                if (protection.All(p => p == Protection.Exact))
                {
                    Assert.Equal((double)counts[i].Successes / counts[i].Persons, share.Value);
                    Assert.Equal(counts[i].Persons, share.Base);
                }
            }
        }

        Assert.Equal(QuantityStatus.Estimated, Edition["mangler.andel.kjonn.kvinne"].Status);
    }

    [Fact]
    public void Run_FewLackInOneCategory_HidesItWithTheNumberThatTells()
    {
        // Four of 40 men lack a value; in one decimal, nothing about 600 women leaves room for them.
        var edition = Run(
            Participants.Make(
                640,
                change: (i, row) =>
                {
                    row["kjonn"] = i < 40 ? "mann" : "kvinne";
                    row["utdanningsnivaa"] = i is < 4 or > 580 ? null : "en_del";
                    row["norsknivaa"] = "2";
                }
            )
        );
        foreach (var category in new[] { "mann", "kvinne" })
        {
            Assert.Equal(QuantityStatus.Suppressed, edition[$"mangler.andel.kjonn.{category}"].Status);
            Assert.Null(edition[$"mangler.andel.kjonn.{category}"].Base);
        }

        Assert.All(
            edition.ToQuantities().Values.Where(q => q.Id.Value.StartsWith("mangler.andel.ordning.", StringComparison.Ordinal)),
            q => Assert.NotNull(q.Base)
        );
    }

    [Fact]
    public void Run_ACategoryIsHidden_NoCategoryOfTheVariableTellsItsBase()
    {
        // Three persons from Nord-Amerika, one of them without a value, among many others.
        var edition = Run(
            Participants.Make(
                900,
                change: (i, row) =>
                {
                    row["landbakgrunn"] =
                        i < 3 ? "nord_amerika"
                        : i % 2 == 0 ? "europa"
                        : "vest_asia";
                    row["utdanningsnivaa"] = i == 0 || i % 3 == 0 ? null : "en_del";
                    row["norsknivaa"] = "2";
                }
            )
        );
        Assert.Equal(QuantityStatus.Suppressed, edition["mangler.andel.landbakgrunn.nord_amerika"].Status);
        Assert.All(
            edition.ToQuantities().Values.Where(q => q.Id.Value.StartsWith("mangler.andel.landbakgrunn.", StringComparison.Ordinal)),
            q =>
            {
                Assert.Equal((null, null), (q.Base, q.Interval));
                Assert.Equal(q.Value, q.Value is { } value ? Math.Round(value, 3) : null);
            }
        );
    }

    [Fact]
    public void Run_CharacteristicMissing_IsInNoCategory()
    {
        var edition = Run(Participants.Make(400, change: (i, row) => row["kjonn"] = i < 100 ? null : row["kjonn"]));
        Assert.Equal(300, edition["mangler.andel.kjonn.kvinne"].Base + edition["mangler.andel.kjonn.mann"].Base);
    }

    [Fact]
    public void Run_Means_AreOverThoseWithAndWithoutMissing()
    {
        foreach (var variable in MissingStage.MeanVariables)
        {
            foreach (var (name, isLacking) in new[] { ("fullstendige", false), ("ufullstendige", true) })
            {
                double[] values =
                [
                    .. People
                        .With(variable)
                        .Where(r => Lacks(r) == isLacking)
                        .Select(r => double.Parse(r[variable]!, NumberStyles.Float, CultureInfo.InvariantCulture)),
                ];
                var mean = Edition[$"gjennomsnitt.{variable}.{name}"];
                Assert.Equal(values.Average(), mean.Value!.Value, 1e-10);
                Assert.Equal(values.Length, mean.Base);
                Assert.Equal(variable == "varighet" ? Unit.Months : Unit.Years, mean.Unit);
                Assert.InRange(mean.Value.Value, mean.Interval!.Value.Low, mean.Interval.Value.High);
            }
        }
    }

    [Fact]
    public void Run_FewLackAnything_HidesTheirMean()
    {
        var edition = Run(
            Participants.Make(
                200,
                change: (i, row) =>
                {
                    row["utdanningsnivaa"] = i < 4 ? null : "en_del";
                    row["norsknivaa"] = "2";
                }
            )
        );
        Assert.Equal(QuantityStatus.Suppressed, edition["gjennomsnitt.botid.ufullstendige"].Status);
        Assert.Equal(QuantityStatus.Estimated, edition["gjennomsnitt.botid.fullstendige"].Status);
    }

    [Fact]
    public void Run_NobodyLacksAnything_HasNoMeanToHide()
    {
        var edition = Run(
            Participants.Make(
                200,
                change: (_, row) =>
                {
                    row["utdanningsnivaa"] ??= "en_del";
                    row["norsknivaa"] ??= "2";
                    row["alder"] ??= "30";
                    row["t_amo_kurs"] ??= "nei";
                }
            )
        );
        Assert.Equal(QuantityStatus.NotApplicable, edition["gjennomsnitt.alder.ufullstendige"].Status);
        Assert.Equal(QuantityStatus.NotApplicable, edition["maaloppnaaelse.ufullstendige.jobbsjansen"].Status);
    }

    [Fact]
    public void Run_Outcome_IsOverAllOutsideTheNetSampleWithKnownOutcome()
    {
        var people = Participants.Make(500, change: (i, row) => row["maaloppnaaelse"] = i % 7 == 0 ? null : row["maaloppnaaelse"]);
        var known = people.With("maaloppnaaelse").Where(r => r["ordning"] == "jobbsjansen" && LacksAnything(r)).ToList();
        var share = Run(people)["maaloppnaaelse.ufullstendige.jobbsjansen"];
        Assert.Equal(known.Count, share.Base);
        Assert.Equal((double)known.Count(r => r["maaloppnaaelse"] == "ja") / known.Count, share.Value);
    }

    private static bool LacksAnything(Dictionary<string, string?> row) => Lacks(row) || row["alder"] is null || row["t_amo_kurs"] is null;

    private static bool Lacks(Dictionary<string, string?> row) => row["utdanningsnivaa"] is null || row["norsknivaa"] is null;

    private static CellCount Lacking(Participants people, string variable, string category)
    {
        var rows = people.Rows.Where(r => r[variable] == category).ToList();
        return new CellCount(rows.Count, rows.Count(Lacks));
    }

    private static EditionBuilder Run(Participants people)
    {
        var edition = new EditionBuilder();
        MissingStage.Run(
            people.Data,
            Sample.All(people.Data),
            Sample.Complete(people.Data),
            new BreakdownQuantities(edition, Minimum),
            edition,
            Minimum
        );
        return edition;
    }
}
