using System.Net;
using System.Net.Sockets;
using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.StatBank;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.StatBank;

public sealed class FetchSsbTest : IDisposable
{
    private const string Saved = "11342-2020.json";
    private readonly FakeStatBank _bank = new();

    public void Dispose() => _bank.Dispose();

    [Fact]
    public async Task Run_NothingThere_SavesTheAnswerAsItCameWithAManifest()
    {
        var (code, diagnostics) = await _bank.FetchAsync();

        Assert.Empty(diagnostics.Select(DiagnosticFormatter.Format));
        Assert.Equal(0, code);
        Assert.Equal([FakeStatBank.Metadata, "config", FakeStatBank.Data2020], _bank.Asked);
        Assert.Equal([Saved, "manifest.csv"], _bank.Files());
        var bytes = File.ReadAllBytes(_bank.PathOf(Saved));
        Assert.Equal(FakeStatBank.DataFor(FakeStatBank.Data2020), Encoding.UTF8.GetString(bytes));
        var line = Assert.Single(StatBankManifest.Read(_bank.Folder, "ssb", new DiagnosticBag())!.Files);
        Assert.Equal((Saved, "11342", 2020, bytes.LongLength), (line.File, line.Table, line.Year, line.Bytes));
        Assert.Equal(StatBankManifest.FingerprintOf(bytes), line.Fingerprint);
        Assert.Equal(_bank.Time.GetUtcNow(), line.Fetched);
        Assert.EndsWith(
            "&valueCodes%5BRegion%5D=%3F%3F%3F%3F&valueCodes%5BContentsCode%5D=Folkemengde&valueCodes%5BTid%5D=2020",
            line.Address,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Run_FetchedBefore_AsksNothing()
    {
        await _bank.FetchAsync();
        var before = File.ReadAllBytes(_bank.PathOf("manifest.csv"));

        var (code, _) = await _bank.FetchAsync();

        Assert.Equal(0, code);
        Assert.Equal(3, _bank.Asked.Count);
        Assert.Equal(before, File.ReadAllBytes(_bank.PathOf("manifest.csv")));
    }

    [Fact]
    public async Task Run_AnotherYear_FetchesOnlyThat()
    {
        await _bank.FetchAsync();
        _bank.Years = [2019, 2020];

        await _bank.FetchAsync();

        Assert.Equal(["11342-2019.json", Saved, "manifest.csv"], _bank.Files());
        Assert.Equal(1, _bank.Asked.Count(a => a == FakeStatBank.Data2020));
    }

    [Fact]
    public async Task Run_Force_FetchesAgain()
    {
        await _bank.FetchAsync();
        await File.AppendAllTextAsync(_bank.PathOf(Saved), " ");
        _bank.Force = true;

        var (code, _) = await _bank.FetchAsync();

        Assert.Equal(0, code);
        Assert.Equal(2, _bank.Asked.Count(a => a == FakeStatBank.Data2020));
        Assert.Equal(FakeStatBank.DataFor(FakeStatBank.Data2020), File.ReadAllText(_bank.PathOf(Saved)));
    }

    [Theory]
    [InlineData(false, "RB2315")]
    [InlineData(true, "RB2316")]
    public async Task Run_FileChangedOrGone_IsNamedAndLeft(bool isGone, string code)
    {
        await _bank.FetchAsync();
        if (isGone)
        {
            File.Delete(_bank.PathOf(Saved));
        }
        else
        {
            await File.WriteAllTextAsync(_bank.PathOf(Saved), "endret");
        }

        var (exit, diagnostics) = await _bank.FetchAsync();

        Assert.Equal(2, exit);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.EndsWith("ssb/" + Saved, diagnostic.Place!.Value.File, StringComparison.Ordinal);
        Assert.Equal(3, _bank.Asked.Count);
        Assert.Equal(!isGone, File.Exists(_bank.PathOf(Saved)));
    }

    [Fact]
    public async Task Run_FileThatWasNotFetched_IsNotOverwritten()
    {
        Directory.CreateDirectory(_bank.Folder);
        await File.WriteAllTextAsync(_bank.PathOf(Saved), "min egen");

        var (_, diagnostics) = await _bank.FetchAsync();

        Assert.Equal("RB2325", Assert.Single(diagnostics).Code);
        Assert.Equal("min egen", File.ReadAllText(_bank.PathOf(Saved)));
    }

    [Fact]
    public async Task Run_BrokenManifest_IsNamedByLine()
    {
        Directory.CreateDirectory(_bank.Folder);
        await File.WriteAllTextAsync(
            _bank.PathOf("manifest.csv"),
            "fil,tabell,aar,adresse,hentet,sha256,byte\n../x.json,11342,2020,a,2026-03-01T12:00:00Z,00,1\nx.json,11342,2020,a,i går,00,1\n"
        );

        var (code, diagnostics) = await _bank.FetchAsync();

        Assert.Equal(2, code);
        Assert.Equal(
            [("RB2317", 2, "../x.json"), ("RB2317", 3, "i går")],
            diagnostics.Select(d => (d.Code, d.Place!.Value.Line, d.Found!))
        );
        Assert.Empty(_bank.Asked);
    }

    [Fact]
    public async Task Run_TooManyRequests_WaitsAsLongAsTheServerAsks()
    {
        _bank.Reply = (path, times) => path == FakeStatBank.Data2020 && times == 0 ? new ServerReply(429, "", "Retry-After: 7") : null;

        var (code, _) = await _bank.FetchAsync();

        Assert.Equal(0, code);
        Assert.Equal([TimeSpan.FromSeconds(7)], _bank.Time.Waits);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task Run_ServerFailsTwice_TriesAgainWithGrowingWaits(int status)
    {
        _bank.Reply = (path, times) => path == FakeStatBank.Metadata && times < 2 ? new ServerReply(status, "") : null;

        var (code, _) = await _bank.FetchAsync();

        Assert.Equal(0, code);
        // Whole waits of 2 and 4 s; the draw 0.5 leaves three quarters of each.
        Assert.Equal([TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(3)], _bank.Time.Waits);
    }

    [Fact]
    public async Task Run_ServerFailsForEver_GivesUpOnceAndWritesNothing()
    {
        _bank.Years = [2019, 2020];
        _bank.Reply = (path, _) =>
            path.Contains("/data", StringComparison.Ordinal) ? new ServerReply(503, "{\"title\": \"Vedlikehold\"}") : null;

        var (code, diagnostics) = await _bank.FetchAsync();

        Assert.Equal(2, code);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RB2324", "HTTP 503 Vedlikehold"), (diagnostic.Code, diagnostic.Found));
        Assert.Equal(5, _bank.Asked.Count(a => a.Contains("/data", StringComparison.Ordinal)));
        Assert.Empty(_bank.Files());
    }

    [Fact]
    public async Task Run_ServerAsksForAnHour_GivesUpAtOnce()
    {
        _bank.Reply = (_, _) => new ServerReply(429, "", "Retry-After: 3600");

        var (_, diagnostics) = await _bank.FetchAsync();

        Assert.Equal("RB2324", Assert.Single(diagnostics).Code);
        Assert.Single(_bank.Asked);
    }

    [Theory]
    [InlineData(404, """{"type": "about:blank", "title": "Not Found", "status": 404}""", "Not Found")]
    [InlineData(400, """{"title": "Parameter error", "detail": "Non-existent value"}""", "Parameter error: Non-existent value")]
    [InlineData(403, """{"error": "Forbidden"}""", "Forbidden")]
    [InlineData(401, "", "")]
    public async Task Run_Refused_ShowsWhatTheServerSays(int status, string body, string message)
    {
        _bank.Reply = (path, _) => path == FakeStatBank.Data2020 ? new ServerReply(status, body) : null;

        var (code, diagnostics) = await _bank.FetchAsync();

        Assert.Equal(2, code);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RB2323", message), (diagnostic.Code, diagnostic.Found));
        Assert.Contains("tables/11342/data", diagnostic.Place!.Value.File, StringComparison.Ordinal);
        Assert.Empty(_bank.Time.Waits);
        Assert.Empty(_bank.Files());
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html></html>", "RB2302")]
    [InlineData("{\"class\": \"dataset\" \"id\": []}", "RB2300")]
    [InlineData("{\"class\": \"collection\", \"link\": {}}", "RB2303")]
    public async Task Run_NotATable_IsNamedAndNotSaved(string body, string code)
    {
        _bank.Reply = (path, _) => path == FakeStatBank.Data2020 ? new ServerReply(200, body) : null;

        var (_, diagnostics) = await _bank.FetchAsync();

        Assert.Equal(code, diagnostics[0].Code);
        Assert.Empty(_bank.Files());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_AnswerCutShortOnce_IsFetchedAgain(bool connectionBreaks)
    {
        var whole = FakeStatBank.DataFor(FakeStatBank.Data2020);
        _bank.Reply = (path, times) =>
            path != FakeStatBank.Data2020 || times > 0 ? null
            : connectionBreaks ? new ServerReply(200, whole) { CutAfter = 100 }
            : new ServerReply(200, whole[..100]);

        var (code, _) = await _bank.FetchAsync();

        Assert.Equal(0, code);
        Assert.Single(_bank.Time.Waits);
        Assert.Equal(whole, File.ReadAllText(_bank.PathOf(Saved)));
    }

    [Fact]
    public async Task Run_NobodyThere_IsSaidOnce()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        _bank.Address = $"http://127.0.0.1:{port}/v2";
        _bank.Years = [2019, 2020];

        var (code, diagnostics) = await _bank.FetchAsync();

        Assert.Equal(2, code);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RB2324", "ingen forbindelse (ConnectionError)"), (diagnostic.Code, diagnostic.Found));
    }

    [Fact]
    public async Task Run_SilentServer_IsGivenUp()
    {
        _bank.Timeout = TimeSpan.FromMilliseconds(50);
        _bank.Reply = (_, _) => new ServerReply(200, "") { IsSilent = true };

        var (_, diagnostics) = await _bank.FetchAsync();

        Assert.Equal(("RB2324", "ikke noe svar innen 0.05 s"), (Assert.Single(diagnostics).Code, diagnostics[0].Found));
    }

    [Fact]
    public async Task Run_Cancelled_StopsAndKeepsWholeTables()
    {
        using var cancellation = new CancellationTokenSource();
        _bank.Years = [2019, 2020];
        _bank.Reply = (path, _) =>
        {
            if (path == FakeStatBank.Data2020)
            {
                cancellation.Cancel();
            }

            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bank.FetchAsync(cancellation.Token));

        Assert.Equal(["11342-2019.json", "manifest.csv"], _bank.Files());
        Assert.Single(StatBankManifest.Read(_bank.Folder, "ssb", new DiagnosticBag())!.Files);
    }

    [Fact]
    public async Task Run_MoreRequestsThanTheWindowHolds_Waits()
    {
        _bank.RequestsPerWindow = 2;
        _bank.Years = [2019, 2020];

        await _bank.FetchAsync();

        // Metadata and limit in the first window, both years in the second.
        Assert.Equal([TimeSpan.FromSeconds(60)], _bank.Time.Waits);
    }

    [Theory]
    [InlineData("x-ratelimit-reset: 12", 12)]
    [InlineData("x-ratelimit-reset: 1772366420", 20)]
    [InlineData("x-ratelimit-reset: 2026-03-01T12:00:30Z", 30)]
    [InlineData("X-Other: 1", 60)]
    public async Task Run_QuotaUsedUp_WaitsUntilItIsRenewed(string reset, int seconds)
    {
        _bank.Reply = (path, _) => path == "config" ? new ServerReply(200, "{}", "x-ratelimit-remaining: 0", reset) : null;

        await _bank.FetchAsync();

        Assert.Equal([TimeSpan.FromSeconds(seconds)], _bank.Time.Waits);
    }

    [Fact]
    public async Task Run_MoreCellsThanTheServerGives_FetchesByCounty()
    {
        _bank.CellLimit = 3;

        var (code, _) = await _bank.FetchAsync();

        Assert.Equal(0, code);
        Assert.Equal(["11342-2020-del1.json", "11342-2020-del2.json", "manifest.csv"], _bank.Files());
        Assert.Contains(_bank.Asked, a => a.Contains("[Region]=03??,11??&", StringComparison.Ordinal));
        Assert.Contains(_bank.Asked, a => a.Contains("[Region]=46??&", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_ServerFindsItTooLarge_FetchesInSmallerParts()
    {
        _bank.Reply = (path, _) =>
            path.Contains("????", StringComparison.Ordinal) ? new ServerReply(403, """{"title": "Too many cells selected"}""") : null;

        var (code, _) = await _bank.FetchAsync();

        Assert.Equal(0, code);
        Assert.Equal(["11342-2020-del1.json", "11342-2020-del2.json", "11342-2020-del3.json", "manifest.csv"], _bank.Files());
    }

    [Fact]
    public async Task Run_FetchedAgainWhole_LeavesNoOldParts()
    {
        _bank.CellLimit = 3;
        await _bank.FetchAsync();
        (_bank.CellLimit, _bank.Force) = (100, true);

        var (code, _) = await _bank.FetchAsync();

        Assert.Equal(0, code);
        Assert.Equal([Saved, "manifest.csv"], _bank.Files());
    }

    [Fact]
    public async Task Run_OneCountyTooLarge_IsNamed()
    {
        _bank.CellLimit = 1;

        var (_, diagnostics) = await _bank.FetchAsync();

        Assert.Equal(("RB2326", "4"), (Assert.Single(diagnostics).Code, diagnostics[0].Arguments[0]));
    }

    [Theory]
    [InlineData("11342,ContentsCode,Folkemengde,ja,", "11342,ContentsCode,Folkemengd,ja,", "RB2334", 3, "Folkemengd", "Folkemengde")]
    [InlineData("11342,ContentsCode,Folkemengde,ja,", "11342,ContentsCode,«Land areal»,nei,", "RB2322", 3, "«Land areal»", null)]
    [InlineData("11342,Region,????,ja,", "11342,Regoin,????,ja,", "RB2333", 2, null, "Region")]
    [InlineData("11342,Region,????,ja,", "11342,Region,?????,ja,", "RB2334", 2, "?????", null)]
    [InlineData("11342,ContentsCode,Folkemengde,ja,", "", "RB2321", 2, null, null)]
    [InlineData("11342,Region,????,ja,", "1342,Region,????,ja,", "RB2319", 2, "1342", null)]
    [InlineData("11342,Region,????,ja,", "11342,Tid,2020,ja,", "RB2319", 2, "Tid", null)]
    [InlineData("11342,Region,????,ja,", "11342,Region,top(5),ja,", "RB2319", 2, "top(5)", null)]
    [InlineData("11342,Region,????,ja,", "11342,Region,????,kanskje,", "RB2319", 2, "kanskje", null)]
    [InlineData("11342,Region,????,ja,", "11342,ContentsCode,????,ja,", "RB2311", 3, null, null)]
    public async Task Run_WrongRequest_IsFoundAtItsLine(
        string old,
        string replacement,
        string code,
        int line,
        string? found,
        string? nearest
    )
    {
        _bank.RequestText = _bank.RequestText.Replace(old, replacement, StringComparison.Ordinal);

        var (exit, diagnostics) = await _bank.FetchAsync();

        Assert.Equal(2, exit);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((code, line, found), (diagnostic.Code, diagnostic.Place!.Value.Line, diagnostic.Found));
        Assert.Equal(nearest, diagnostic.Nearest);
        Assert.DoesNotContain(_bank.Asked, a => a.Contains("/data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_YearThatTheTableLacks_IsNamed()
    {
        _bank.Years = [2031];

        var (_, diagnostics) = await _bank.FetchAsync();

        Assert.Equal(("RB2320", "2031", "2019–2020"), (diagnostics[0].Code, diagnostics[0].Arguments[0], diagnostics[0].Expected));
    }

    [Fact]
    public async Task Run_CodeGivenByItsName_IsLookedUp()
    {
        _bank.RequestText = _bank.RequestText.Replace("Folkemengde,ja", "«landareal (km²)»,nei", StringComparison.Ordinal);

        await _bank.FetchAsync();

        Assert.Contains(_bank.Asked, a => a.Contains("[ContentsCode]=LandArealKm2&", StringComparison.Ordinal));
    }

    [Fact]
    public void Requests_OfTheRepository_AskForTheTablesOfTabell14()
    {
        var bag = new DiagnosticBag();

        var requests = SsbRequest.Read(Repository.PathOf("data/ssb-tabeller.csv"), "data/ssb-tabeller.csv", bag);

        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        Assert.Equal(["06445", "07984", "09588", "09817", "11342", "11715"], requests!.Select(r => r.Table).Order(StringComparer.Ordinal));
        Assert.All(requests!, r => Assert.Contains(r.Choices, c => c.Variable == "ContentsCode"));
    }
}
