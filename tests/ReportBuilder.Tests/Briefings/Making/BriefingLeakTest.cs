using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Briefings.Contents;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Making;

/// <summary>
/// What would happen if a hidden number came through: seeded in each channel by which a briefing tells anything, it is found there; and in briefings as they are made it is found nowhere.
/// </summary>
public class BriefingLeakTest
{
    private const double Secret = 0.424242;
    private const string Printed = "42,4242";
    private const Scheme Intro = Scheme.Introduksjonsprogrammet;

    [Fact]
    public async Task Briefing_AsItIsMade_TellsNoSecret()
    {
        var twin = await BriefingTwin.GetAsync();

        Assert.Empty(await LeaksAsync(twin, WithHidden(twin, IsComposition), "1811-bindal.pdf"));
    }

    [Fact]
    public async Task HiddenShare_ThatGetsAValue_IsFoundInDrawingAndAltText()
    {
        var twin = await BriefingTwin.GetAsync();
        var briefing = WithHidden(twin, IsComposition);
        var hidden = briefing.Edition.Quantities.Values.First(q => IsComposition(q));

        var leaks = await LeaksAsync(twin, Leaking(briefing, hidden.Id.Value), "1811-bindal.pdf");

        Assert.Equal([LeakChannel.AltText, LeakChannel.PageText], leaks.Order());
    }

    [Fact]
    public async Task HiddenResult_ThatGetsAValue_IsFoundInTheSentences()
    {
        var twin = await BriefingTwin.GetAsync();
        var id = BriefingIds.Outcome(BriefingScope.Own, Intro);
        var briefing = twin.Set.Briefings.First(b =>
            b.Edition.Quantities[id].Status == QuantityStatus.Suppressed
            && b.Edition.Quantities[BriefingIds.Participants(BriefingScope.Own, Intro)].HasValue
        );

        Assert.DoesNotContain(LeakChannel.PageText, await LeaksAsync(twin, briefing, "x.pdf"));
        Assert.Contains(LeakChannel.PageText, await LeaksAsync(twin, Leaking(briefing, id), "x.pdf"));
    }

    [Fact]
    public async Task SecretOnAnAxis_IsFound()
    {
        var twin = await BriefingTwin.GetAsync();
        var briefing = WithHidden(twin, IsComposition);
        // A label on the axis of the funnel plot: where the limits are is told by a number.
        string[] limits = [BriefingIds.FunnelLimit(Intro), BriefingIds.FunnelSpread(Intro)];
        Assert.All(limits, id => Assert.True(briefing.Edition.Quantities.ContainsKey(id)));

        var leaks = await LeaksAsync(twin, briefing with { Municipality = briefing.Municipality with { Name = Printed } }, "x.pdf");

        // The name stands in the key of the drawing, in the title and in the properties: a secret there is seen in all of them.
        Assert.Superset(new HashSet<LeakChannel> { LeakChannel.PageText, LeakChannel.AltText, LeakChannel.Property }, leaks.ToHashSet());
    }

    [Fact]
    public async Task SecretInAProperty_IsFound()
    {
        var twin = await BriefingTwin.GetAsync();
        var briefing = WithHidden(twin, IsComposition);

        var leaks = await LeaksAsync(twin, briefing, "x.pdf", keyword: Printed);

        Assert.Equal([LeakChannel.Property], leaks);
    }

    [Fact]
    public async Task SecretInTheFileName_IsFound()
    {
        var twin = await BriefingTwin.GetAsync();

        Assert.Equal([LeakChannel.FileName], await LeaksAsync(twin, WithHidden(twin, IsComposition), $"1811-{Printed}.pdf"));
    }

    [Fact]
    public async Task FileNames_OfAllMunicipalities_AreMadeOfNumberAndNameOnly()
    {
        var twin = await BriefingTwin.GetAsync();

        Assert.All(
            twin.Set.Briefings,
            b =>
            {
                var path = BriefingFile.NameOf(new BriefingTarget(b.Municipality.Code, b.Municipality.Name), "nb");
                Assert.Matches(@"^nb/\d{4}-[a-z0-9-]+\.pdf$", path);
                Assert.StartsWith($"nb/{b.Municipality.Code}-", path, StringComparison.Ordinal);
            }
        );
    }

    private static bool IsComposition(Quantity quantity) =>
        quantity.Status == QuantityStatus.Suppressed
        && quantity.Id.Value.StartsWith($"{BriefingScope.Own}.andel.", StringComparison.Ordinal)
        && quantity.Id.Value.EndsWith(Breakdown.Token(Intro), StringComparison.Ordinal);

    /// <summary>A municipality that shows some of its participants and hides others.</summary>
    private static Briefing WithHidden(BriefingTwin twin, Func<Quantity, bool> isHidden) =>
        twin.Set.Briefings.First(b =>
            b.Schemes is [Intro]
            && BriefingShows.Composition(b.Edition, Intro)
            && BriefingShows.Contribution(b.Edition, Intro)
            && b.Edition.Quantities.Values.Any(isHidden)
        );

    /// <summary>The briefing with one hidden number let through.</summary>
    private static Briefing Leaking(Briefing briefing, string id) =>
        briefing with
        {
            Edition = briefing.Edition with
            {
                Quantities = briefing.Edition.Quantities.SetItem(id, Quantity.Of(id, Secret, Unit.Share, 4)),
            },
        };

    private static async Task<IReadOnlySet<LeakChannel>> LeaksAsync(
        BriefingTwin twin,
        Briefing briefing,
        string fileName,
        string? keyword = null
    )
    {
        var publication = keyword is null
            ? twin.Settings.Publication
            : twin.Settings.Publication with
            {
                Keywords = [.. twin.Settings.Publication.Keywords, keyword],
            };
        await using var maker = twin.MakerOf(twin.Set with { Briefings = [briefing] }, publication: publication);
        var made = await maker.MakeAsync(maker.Targets[0], "nb", TestContext.Current.CancellationToken);
        Assert.True(made.Pdf is not null, string.Join('\n', made.Diagnostics.Select(DiagnosticFormatter.Format)));
        return BriefingLeaks.Find(fileName, made.Pdf.Value.ToArray(), Printed);
    }
}
