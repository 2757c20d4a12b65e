using System.Globalization;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Disclosure;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class ContributionStageTest
{
    private const int Minimum = 5;
    private static readonly Participants People = Participants.Make(1500, change: GiveProject);
    private static readonly EditionBuilder Edition = Run(People);

    [Fact]
    public void Run_Projects_AreAllInOneClass()
    {
        foreach (var scope in ContributionIds.Scopes)
        {
            var classes = ContributionStage.Classes.Sum(c => Edition[$"bidrag.klasse.{c.Token}.{scope}"].Value);
            Assert.Equal(Edition[$"bidrag.prosjekter.{scope}"].Value, classes);
        }

        Assert.Equal(
            Edition["bidrag.prosjekter.alle"].Value,
            Breakdown.Schemes.Sum(s => Edition[$"bidrag.prosjekter.{Breakdown.Token(s)}"].Value)
        );
    }

    [Fact]
    public void Run_EveryDot_IsAProjectOfTheDataWithEnoughOfBothOutcomes()
    {
        foreach (var scheme in Breakdown.Schemes)
        {
            var real = Projects(scheme);
            var dots = ContributionIds.Drawn(Edition, Breakdown.Token(scheme)).ToList();
            Assert.NotEmpty(dots);
            foreach (var dot in dots)
            {
                var persons = (int)Edition[$"{dot}.deltakere"].Value!.Value;
                var successes = Edition[$"{dot}.faktisk"].Value!.Value * persons;
                Assert.InRange(successes, Minimum - 0.5, persons - Minimum + 0.5);
                Assert.Contains(real, p => p.Persons == persons && Math.Abs(p.Successes - successes) < 0.51);
                Assert.Equal(
                    Edition[$"{dot}.faktisk"].Value!.Value - Edition[$"{dot}.forventet"].Value!.Value,
                    Edition[$"{dot}.bidrag"].Value!.Value,
                    12
                );
            }
        }
    }

    [Fact]
    public void Run_WhoKnowsEverySize_LearnsNoCountBelowTheThresholdOfProjectsNotShown()
    {
        foreach (var scheme in Breakdown.Schemes)
        {
            var projects = Projects(scheme);
            var dots = ContributionIds
                .Drawn(Edition, Breakdown.Token(scheme))
                .Select(d => new CellCount(
                    (int)Edition[$"{d}.deltakere"].Value!.Value,
                    (int)Math.Round(Edition[$"{d}.faktisk"].Value!.Value * Edition[$"{d}.deltakere"].Value!.Value)
                ))
                .ToList();
            // The attacker strikes the dots off the list of projects that he knows the sizes of; the rest is hidden from him but for the total.
            var shown = projects.Select(p => dots.Remove(p) ? Protection.Exact : Protection.Hidden).ToList();
            for (var i = 0; i < projects.Count; i++)
            {
                if (shown[i] == Protection.Hidden)
                {
                    var possible = Attacker.PossibleSuccesses(projects, shown, i, 0);
                    Assert.True(possible.Count > Math.Min(Minimum, projects[i].Persons), $"{scheme} {i}: {possible.Count}");
                }
            }
        }
    }

    [Fact]
    public void Run_Ids_NameNoPlace() =>
        Assert.DoesNotContain(
            Edition.ToQuantities().Keys.Where(id => id.StartsWith("bidrag.prosjekt.", StringComparison.Ordinal)),
            id => People.Rows.Any(r => id.Contains(r["prosjekt"]!, StringComparison.Ordinal))
        );

    [Fact]
    public void Run_OtherNamesOfProjects_GiveTheSameBytes()
    {
        var renamed = Participants.Make(
            1500,
            change: (i, row) =>
            {
                GiveProject(i, row);
                // The order of the names is turned round.
                var (kind, size) = (row["prosjekt"]![..2], int.Parse(row["prosjekt"]![2..], CultureInfo.InvariantCulture));
                row["prosjekt"] = kind + (1000 - size).ToString(CultureInfo.InvariantCulture);
            }
        );

        var other = Run(renamed).ToQuantities();

        Assert.All(
            Edition.ToQuantities().Values.Where(q => q.Id.Value.StartsWith("bidrag.prosjekt.", StringComparison.Ordinal)),
            q => Assert.Equal(q.Value!.Value, other[q.Id.Value].Value!.Value, 9)
        );
    }

    [Fact]
    public void Run_Percentiles_AreInOrderAndRounded()
    {
        foreach (var scheme in Breakdown.Schemes.Select(Breakdown.Token))
        {
            double[] values =
            [
                .. ContributionStage
                    .Percentiles.Select(p => Edition[$"bidrag.persentil.{p}.bidrag.{scheme}"])
                    .Where(q => q.HasValue)
                    .Select(q => q.Value!.Value),
            ];
            Assert.Equal(values.Order(), values);
            Assert.All(values, v => Assert.Equal(Math.Round(v, 2), v, 12));
        }
    }

    [Fact]
    public void Run_HigherMinimum_LeavesOutSmallProjects()
    {
        var few = Run(People, fewest: 60);

        Assert.True(few["bidrag.prosjekter.alle"].Value < Edition["bidrag.prosjekter.alle"].Value);
        Assert.Equal(60, few["bidrag.minste_antall"].Value);
        Assert.All(
            Breakdown.Schemes.SelectMany(s => ContributionIds.Drawn(few, Breakdown.Token(s))),
            dot => Assert.True(few[$"{dot}.deltakere"].Value >= 60)
        );
    }

    private static EditionBuilder Run(Participants people, int fewest = Minimum)
    {
        var edition = new EditionBuilder();
        var rows = new ModelRows(people.Data, Sample.Complete(people.Data).Rows);
        ContributionStage.Run(people.Data, new ModelFits(people.Data, rows), edition, fewest, Minimum);
        return edition;
    }

    private static List<CellCount> Projects(Scheme scheme)
    {
        var complete = Sample.Complete(People.Data).Where(r => Sample.All(People.Data).SchemeOf(r) == scheme);
        return
        [
            .. complete
                .Rows.GroupBy(r => People.Rows[r]["prosjekt"]!, StringComparer.Ordinal)
                .Select(g => new CellCount(g.Count(), g.Count(complete.Succeeded))),
        ];
    }

    /// <summary>Projects of one scheme each, of very different sizes.</summary>
    private static void GiveProject(int number, Dictionary<string, string?> row)
    {
        var size = (int)Math.Sqrt(number * 7919 % 400);
        row["prosjekt"] = (row["ordning"] == "jobbsjansen" ? "pj" : "pi") + size.ToString(CultureInfo.InvariantCulture);
    }
}
