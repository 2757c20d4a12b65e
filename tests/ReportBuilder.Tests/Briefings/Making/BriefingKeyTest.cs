using System.Security.Cryptography;
using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Briefings.Contents;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Models.Numerics;
using ReportBuilder.Tests.Briefings.Contents;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Making;

public class BriefingKeyTest
{
    [Fact]
    public async Task KeyOf_OtherDataWithTheSameNumbers_IsTheSame()
    {
        var twin = await BriefingTwin.GetAsync();
        var briefing = twin.Set.Briefings[0];
        var elsewhere = briefing with
        {
            Edition = briefing.Edition with
            {
                Origin = briefing.Edition.Origin with { DataFile = "annen.csv", DataFingerprint = "0123", Rows = 7 },
            },
        };

        Assert.Equal(await KeyAsync(twin, briefing), await KeyAsync(twin, elsewhere));
    }

    [Fact]
    public async Task KeyOf_AnotherNumber_IsAnother()
    {
        var twin = await BriefingTwin.GetAsync();
        var briefing = twin.Set.Briefings[0];
        var id = BriefingIds.Participants(BriefingScope.Nation, Scheme.Introduksjonsprogrammet);
        var changed = briefing.With(Quantity.Of(id, 17, Unit.Count, 0));

        Assert.NotEqual(await KeyAsync(twin, briefing), await KeyAsync(twin, changed));
    }

    [Fact]
    public async Task KeyOf_EachNumberChanged_SameKeyMeansSameFilesForTheTypesetter()
    {
        var twin = await BriefingTwin.GetAsync();
        using var fonts = BriefingTwin.Fonts();
        var language = twin.Languages["nb"];
        var briefing = twin.Set.Briefings.First(b => b.Schemes.Count > 1 && BriefingShows.Contribution(b.Edition, b.Schemes[0]));
        var (key, files) = Made(briefing);

        var changed = Workers.Map(
            [.. briefing.Edition.Quantities.Values.Where(q => q.HasValue).OrderBy(q => q.Id.Value, StringComparer.Ordinal)],
            q => (Id: q.Id.Value, Made: Made(briefing.With(Moved(q))))
        );

        Assert.All(changed.Where(c => c.Made.Key == key), c => Assert.True(c.Made.Files == files, c.Id));
        // Both happen: numbers that are told, and numbers that are not.
        var told = changed.Where(c => c.Made.Key != key).Select(c => c.Id).ToList();
        Assert.Contains(BriefingIds.Participants(BriefingScope.Own, briefing.Schemes[0]), told);
        Assert.Contains(BriefingIds.Contribution(briefing.Schemes[0], "avvik"), told);
        Assert.DoesNotContain(BriefingIds.Contribution(briefing.Schemes[0], "p"), told);

        (string Key, string Files) Made(Briefing of)
        {
            var bag = new DiagnosticBag();
            var document = BriefingDocument.Write(of, twin.Set, null, twin.Settings.Publication, language, bag);
            Assert.True(document is not null, string.Join('\n', bag.Sorted().Select(DiagnosticFormatter.Format)));
            var written = document
                .Files(language, fonts, bag)
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => f.Key + Convert.ToHexString(SHA256.HashData(f.Value.Span)));
            return (twin.KeysOf().Of(document, language), string.Join('\n', written));
        }
    }

    [Fact]
    public async Task KeyOf_SentenceThatTheBriefingDoesNotUse_IsNoPartOfIt()
    {
        var twin = await BriefingTwin.GetAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Copy(Repository.PathOf("templates/kommunenotat/nb"), "nb"), "lesning.md");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        folder.Write("nb/lesning.md", text + "\n{{ if kommune.er_delt && !kommune.er_delt }}\nFor ingen.\n{{ end }}\n");
        var unused = KeyIn(twin, folder.Path);
        folder.Write("nb/lesning.md", text + "\nFor alle.\n");
        var used = KeyIn(twin, folder.Path);

        var before = KeyIn(twin, Repository.PathOf("templates/kommunenotat"));
        Assert.Equal(before, unused);
        Assert.NotEqual(before, used);
    }

    private static string KeyIn(BriefingTwin twin, string templates)
    {
        var bag = new DiagnosticBag();
        var settings = twin.Settings with { Briefings = twin.Settings.Briefings with { TemplateFolder = templates } };
        var language = BriefingLanguage.Read("nb", settings, bag)!;
        var document = BriefingDocument.Write(twin.Set.Briefings[0], twin.Set, null, settings.Publication, language, bag);
        Assert.False(bag.HasErrors, string.Join('\n', bag.Sorted().Select(DiagnosticFormatter.Format)));
        return twin.KeysOf().Of(document!, language);
    }

    /// <summary>The next value that prints otherwise.</summary>
    private static Quantity Moved(Quantity quantity) =>
        Quantity.Rounded(
            quantity.Id.Value,
            quantity.Value!.Value + Math.Pow(10, -quantity.Decimals) / NorwegianNumberText.PrintScale(quantity.Unit),
            quantity.Unit,
            quantity.Decimals
        ) with
        {
            Base = quantity.Base,
            Interval = quantity.Interval,
        };

    private static async Task<string> KeyAsync(BriefingTwin twin, Briefing briefing)
    {
        await using var maker = twin.MakerOf(twin.Set with { Briefings = [briefing] });
        return maker.KeyOf(new BriefingTarget(briefing.Municipality.Code, briefing.Municipality.Name), "nb");
    }
}
