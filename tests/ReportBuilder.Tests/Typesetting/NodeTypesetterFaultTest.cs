using ReportBuilder.Diagnostics;
using ReportBuilder.Typesetting;
using Xunit;

namespace ReportBuilder.Tests.Typesetting;

public class NodeTypesetterFaultTest
{
    private static readonly TypesetRequest Request = SampleDocument.Small("= Hei");

    [Fact]
    public async Task Typeset_NodeMissing_SaysWhatToInstall()
    {
        var diagnostic = await FaultOf(new NodeTypesetterOptions { Node = "no-such-node" });

        Assert.Equal("RB5001", diagnostic.Code);
        Assert.Equal(["no-such-node"], diagnostic.Arguments);
        Assert.Contains("Node 20", DiagnosticFormatter.Format(diagnostic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typeset_NodeTooOld_NamesItsVersion()
    {
        using var fake = FakeTypesetter.Raw("""process.stdout.write('{"node":"18.20.4"}\n'); process.stdin.resume();""");

        var diagnostic = await FaultOf(fake.Options);

        Assert.Equal("RB5002", diagnostic.Code);
        Assert.Equal(["18.20.4"], diagnostic.Arguments);
    }

    [Fact]
    public async Task Typeset_PackagesMissing_NamesTheFolder()
    {
        var script = File.ReadAllText(Path.Combine(TypesetterFolder.Find()!, TypesetterFolder.Script));
        using var fake = FakeTypesetter.Raw(script);

        var diagnostic = await FaultOf(fake.Options);

        Assert.Equal("RB5003", diagnostic.Code);
        Assert.Equal(fake.Options.Folder, diagnostic.Arguments[0]);
        Assert.Contains("typst-ts-node-compiler", diagnostic.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typeset_NoFolder_SaysSo() =>
        Assert.Equal("RB5007", (await FaultOf(new NodeTypesetterOptions { Folder = null })).Code);

    [Fact]
    public async Task Typeset_ProgramFailsAtStart_GivesItsLastWords()
    {
        using var fake = FakeTypesetter.Raw("throw new Error('no luck today');");

        var diagnostic = await FaultOf(fake.Options);

        Assert.Equal("RB5004", diagnostic.Code);
        Assert.Contains("no luck today", diagnostic.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typeset_ProcessKilledDuringRequest_IsADiagnostic()
    {
        using var fake = FakeTypesetter.Answering("process.kill(process.pid, 'SIGKILL');");

        var diagnostic = await FaultOf(fake.Options);

        Assert.Equal("RB5004", diagnostic.Code);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal([ToolTexts.Get("typesetter.killed", "137")], diagnostic.Arguments);
        }
    }

    [Fact]
    public async Task Typeset_ProcessKilledOnce_TriesAgainInANewOne()
    {
        using var fake = FakeTypesetter.Answering(
            "if (existsSync('tried')) send({ ok: true, pages: 1, bytes: 3, diagnostics: [] }, 'PDF'); "
                + "else { writeFileSync('tried', ''); process.kill(process.pid, 'SIGKILL'); }"
        );
        await using var typesetter = NodeTypesetter.Start(fake.Options);

        var result = await typesetter.TypesetAsync(Request);

        Assert.Empty(result.Diagnostics);
        Assert.Equal("PDF"u8.ToArray(), result.Pdf!.Value.ToArray());
    }

    [Fact]
    public async Task Typeset_AllWaitingProcessesKilled_LosesNoRequest()
    {
        using var fake = FakeTypesetter.Answering(
            "send({ ok: true, pages: 1, bytes: 3, diagnostics: [] }, 'PDF'); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300);"
        );
        await using var typesetter = NodeTypesetter.Start(fake.Options with { Processes = 3 });
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => typesetter.TypesetAsync(Request)));
        await Task.Delay(1000, TestContext.Current.CancellationToken);

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => typesetter.TypesetAsync(Request)));

        Assert.All(results, r => Assert.Empty(r.Diagnostics));
    }

    [Fact]
    public async Task Typeset_ProcessEndsInsideThePdf_IsADiagnostic()
    {
        using var fake = FakeTypesetter.Answering(
            "send({ ok: true, pages: 1, bytes: 1000, diagnostics: [] }, 'too little'); process.stdin.destroy();"
        );

        Assert.Equal("RB5004", (await FaultOf(fake.Options)).Code);
    }

    [Theory]
    [InlineData("process.stdout.write('Hello, world\\n');", "Hello, world")]
    [InlineData("send({ ok: true, pages: 1, bytes: -5, diagnostics: [] });", "\"bytes\":-5")]
    [InlineData("send({ ok: true, pages: 1, bytes: 5 });", "\"bytes\":5")]
    [InlineData("send({ ok: false, pages: 0, bytes: 0, diagnostics: [] });", "\"ok\":false")]
    public async Task Typeset_AnswerMalformed_ShowsIt(string statement, string shown)
    {
        using var fake = FakeTypesetter.Answering(statement);

        var diagnostic = await FaultOf(fake.Options);

        Assert.Equal("RB5006", diagnostic.Code);
        Assert.Contains(shown, diagnostic.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typeset_NoAnswer_StopsAtTheTimeLimit()
    {
        using var fake = FakeTypesetter.Answering("/* silence */");

        var diagnostic = await FaultOf(fake.Options with { TimeLimit = TimeSpan.FromSeconds(0.5) });

        Assert.Equal("RB5005", diagnostic.Code);
        Assert.Equal(["0.5"], diagnostic.Arguments);
    }

    [Fact]
    public async Task Typeset_AfterAFault_NextRequestGetsANewProcess()
    {
        using var fake = FakeTypesetter.Answering(
            "if (request.main === '/main.typ') process.exit(3); else send({ ok: true, pages: 1, bytes: 3, diagnostics: [] }, 'PDF');"
        );
        await using var typesetter = NodeTypesetter.Start(fake.Options);
        var other = new TypesetRequest(
            new Dictionary<string, ReadOnlyMemory<byte>> { ["/other.typ"] = "= Hei"u8.ToArray() },
            "/other.typ",
            PdfStandard.Ua1,
            SampleDocument.Created
        );

        var first = await typesetter.TypesetAsync(Request);
        var second = await typesetter.TypesetAsync(other);

        var diagnostic = Assert.Single(first.Diagnostics);
        Assert.Equal(("RB5004", "avslutningskode 3"), (diagnostic.Code, diagnostic.Arguments[0]));
        Assert.Equal("PDF"u8.ToArray(), second.Pdf!.Value.ToArray());
    }

    [Fact]
    public async Task Typeset_MuchOnStandardError_DoesNotBlock()
    {
        using var fake = FakeTypesetter.Answering(
            "process.stderr.write('noise\\n'.repeat(200000), () => send({ ok: true, pages: 1, bytes: 3, diagnostics: [] }, 'PDF'));"
        );
        await using var typesetter = NodeTypesetter.Start(fake.Options);

        Assert.Equal("PDF"u8.ToArray(), (await typesetter.TypesetAsync(Request)).Pdf!.Value.ToArray());
    }

    [Fact]
    public async Task Typeset_Cancelled_ThrowsAndTheNextRequestIsAnswered()
    {
        using var fake = FakeTypesetter.Answering(
            "if (request.standards[0] === 'a-2a') send({ ok: true, pages: 1, bytes: 3, diagnostics: [] }, 'PDF');"
        );
        await using var typesetter = NodeTypesetter.Start(fake.Options);
        using var cancellation = new CancellationTokenSource();

        var waiting = typesetter.TypesetAsync(Request, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = await typesetter.TypesetAsync(Request with { Standard = PdfStandard.A2a });
        Assert.Equal("PDF"u8.ToArray(), next.Pdf!.Value.ToArray());
    }

    [Fact]
    public async Task Dispose_DuringARequest_CancelsItAndStopsTheProcess()
    {
        using var fake = FakeTypesetter.Answering("/* silence */");
        var typesetter = NodeTypesetter.Start(fake.Options);
        var waiting = typesetter.TypesetAsync(Request);

        await typesetter.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => typesetter.TypesetAsync(Request));
    }

    private static async Task<Diagnostic> FaultOf(NodeTypesetterOptions options)
    {
        await using var typesetter = NodeTypesetter.Start(options);
        var result = await typesetter.TypesetAsync(Request);
        Assert.Null(result.Pdf);
        Assert.Equal(0, result.Pages);
        return Assert.Single(result.Diagnostics);
    }
}
