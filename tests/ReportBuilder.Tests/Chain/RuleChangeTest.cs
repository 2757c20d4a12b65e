using ReportBuilder.Commands;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Harmonise;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Chain;

/// <summary>The rule files are the program: a line that is changed changes data, matrix and results together, and nothing else.</summary>
public sealed class RuleChangeTest(TwinChain twin) : IClassFixture<TwinChain>
{
    [Fact]
    public void Country_ToAnotherRegion_ChangesThatColumnThatMatrixAndWhatRestsOnThem()
    {
        var changed = twin.With("land.csv", l => l.Contains(",Eritrea,", StringComparison.Ordinal), "afrika_sor_for_sahara", "nord_afrika");

        var moved = ChangedRows(changed, "landbakgrunn");
        Assert.Equal(["landbakgrunn"], ChangedColumns(changed));
        Assert.Equal(Count(twin.Base, r => r.Category == "Eritrea" && r.Target == "landbakgrunn"), moved.Count);
        Assert.All(moved, row => Assert.Equal("nord_afrika", Token(changed.Data, "landbakgrunn", row)));

        // Countries are printed by region: what one region loses the other gains, and the country stands under the other.
        var matrix = ChangedIds(changed).Where(id => id.StartsWith("omkoding.", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, matrix.Count);
        Assert.Equal([-moved.Count, -moved.Count, moved.Count, moved.Count], matrix.Select(id => (int)Difference(changed, id)).Order());
        Assert.Contains("omkoding.land.nord_afrika.eritrea.antall", matrix);
        Assert.Contains("omkoding.land.afrika_sor_for_sahara.eritrea.antall", matrix);

        var results = ChangedIds(changed).Except(matrix).ToList();
        Assert.Contains("andel.landbakgrunn.nord_afrika.introduksjonsprogrammet", results);
        Assert.Contains(results, id => id.StartsWith("modell.", StringComparison.Ordinal));
        Assert.DoesNotContain("andel.landbakgrunn.nord_afrika.jobbsjansen", results);
        AssertUntouched(
            results,
            "flyt.",
            "deltakere.",
            "andel.kjonn.",
            "andel.norsknivaa.",
            "maaloppnaaelse.kjonn.",
            "maaloppnaaelse.aar."
        );
    }

    [Fact]
    public void Reason_CountedAsWork_ChangesTheOutcomeAndWhatRestsOnIt()
    {
        const string reason = "Mistet rett til intro";
        var changed = twin.With(
            "maaloppnaaelse.csv",
            l => l.Contains($",{reason},", StringComparison.Ordinal),
            l =>
                l.Replace(",maaloppnaaelse,0", ",maaloppnaaelse,1", StringComparison.Ordinal)
                    .Replace(",overgang,ingen", ",overgang,arbeid", StringComparison.Ordinal)
        );

        var moved = ChangedRows(changed, "maaloppnaaelse");
        Assert.Equal(["maaloppnaaelse", "overgang"], ChangedColumns(changed).Order(StringComparer.Ordinal));
        Assert.Equal(Count(twin.Base, r => r.Category == reason && r.Target == "maaloppnaaelse"), moved.Count);
        Assert.Equal(moved, ChangedRows(changed, "overgang"));
        Assert.All(moved, row => Assert.Equal("ja", Token(changed.Data, "maaloppnaaelse", row)));

        var rule = changed.Data.Rules.Single(r => r.Rule.Category == reason && r.Rule.Target == "maaloppnaaelse");
        Assert.Equal(("1", moved.Count), (rule.Rule.Value, rule.Records));

        var results = ChangedIds(changed);
        Assert.Contains("maaloppnaaelse.aar.2018.introduksjonsprogrammet", results);
        Assert.Contains(results, id => id.StartsWith("modell.", StringComparison.Ordinal));
        AssertUntouched(
            results,
            "flyt.",
            "deltakere.",
            "andel.kjonn.",
            "andel.landbakgrunn.",
            "omkoding.individ.",
            "maaloppnaaelse.aar.2018.jobbsjansen"
        );
    }

    [Fact]
    public void Reason_WhoseTwoLinesDisagree_IsSetAsideByTheirPlace()
    {
        const string reason = "Mistet rett til intro";
        using var folder = twin.Folder.Copy();
        Change(
            folder,
            "maaloppnaaelse.csv",
            l => l.Contains($",{reason},", StringComparison.Ordinal),
            l => l.Replace(",maaloppnaaelse,0", ",maaloppnaaelse,1", StringComparison.Ordinal)
        );

        var (data, _) = folder.Harmonise();

        var expected = Count(twin.Base, r => r.Category == reason && r.Target == "maaloppnaaelse");
        Assert.NotNull(data);
        Assert.Equal(expected, data.SetAside.Count);
        Assert.All(data.SetAside, s => Assert.Equal("RB2238", s.Code));
        Assert.Equal(twin.Base.Data.Participants.RowCount - expected, data.Participants.RowCount);
    }

    internal static void Change(TwinFolder folder, string file, Func<string, bool> isIt, Func<string, string> change)
    {
        var rules = folder.RuleFile(file);
        var lines = Enumerable.Range(1, rules.Lines.Count - 1).Where(i => isIt(rules.Lines[i])).ToList();
        Assert.NotEmpty(lines);
        lines.ForEach(i => rules.Lines[i] = change(rules.Lines[i]));
        rules.Save();
    }

    private IEnumerable<string> ChangedColumns(TwinResults changed)
    {
        Assert.Equal(twin.Base.Data.Participants.RowCount, changed.Data.Participants.RowCount);
        return changed.Data.Participants.Schema.Names.Where(name => ChangedRows(changed, name).Count > 0);
    }

    private List<int> ChangedRows(TwinResults changed, string column)
    {
        var (before, after) = (twin.Base.Data.Participants.Column(column), changed.Data.Participants.Column(column));
        return [.. Enumerable.Range(0, before.RowCount).Where(row => !Equals(Value(before, row), Value(after, row)))];
    }

    private static object? Value(DatasetColumn column, int row) =>
        column.IsMissing(row)
            ? null
            : column switch
            {
                CodeColumn codes => codes.Indices[row],
                TextColumn texts => texts.Text(row),
                _ => ((NumberColumn)column).Values[row],
            };

    private static string Token(HarmonisedData data, string column, int row)
    {
        var codes = data.Participants.Codes(column);
        return codes.Levels[codes.Indices[row]].Token;
    }

    private static int Count(TwinResults results, Func<RecodingRule, bool> isIt) =>
        results.Data.Rules.Where(r => isIt(r.Rule)).Sum(r => r.Records);

    /// <summary>Ids of numbers that are not the same, or are in one edition only.</summary>
    private List<string> ChangedIds(TwinResults changed)
    {
        var (before, after) = (twin.Base.Edition, changed.Edition);
        var ids = before.Quantities.Keys.Union(after.Quantities.Keys);
        return [.. ids.Where(id => before.Find(id)?.Value != after.Find(id)?.Value)];
    }

    private double Difference(TwinResults changed, string id) =>
        (changed.Edition.Find(id)?.Value ?? 0) - (twin.Base.Edition.Find(id)?.Value ?? 0);

    private static void AssertUntouched(IEnumerable<string> changed, params string[] prefixes) =>
        Assert.DoesNotContain(changed, id => prefixes.Any(p => id.StartsWith(p, StringComparison.Ordinal)));
}

/// <summary>What came of the registers by some rules.</summary>
internal sealed record TwinResults(HarmonisedData Data, Edition Edition);

/// <summary>A whole twin, harmonised and analysed once by the rules as they are.</summary>
public sealed class TwinChain : IDisposable
{
    private readonly TwinFolder _folder = TwinFolder.Of(2022);
    private readonly Lazy<TwinResults> _base;

    public TwinChain() => _base = new Lazy<TwinResults>(() => Run(_folder));

    internal TwinFolder Folder => _folder;

    internal TwinResults Base => _base.Value;

    internal TwinResults With(string file, Func<string, bool> isIt, string old, string changed) =>
        With(file, isIt, l => l.Replace(old, changed, StringComparison.Ordinal));

    internal TwinResults With(string file, Func<string, bool> isIt, Func<string, string> change)
    {
        using var copy = _folder.Copy();
        RuleChangeTest.Change(copy, file, isIt, change);
        return Run(copy);
    }

    public void Dispose() => _folder.Dispose();

    private static TwinResults Run(TwinFolder folder)
    {
        var (data, diagnostics) = folder.Harmonise();
        Assert.Empty(diagnostics.Select(DiagnosticFormatter.Format));
        var bag = new DiagnosticBag();
        var analysis = Analysis.Run(data!.Participants, DataFolder.Municipalities, TwinFolder.Own, bag, data);
        Assert.False(bag.HasErrors);
        return new TwinResults(data, analysis.Edition);
    }
}
