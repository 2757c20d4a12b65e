using System.Globalization;
using System.Text.RegularExpressions;
using ReportBuilder.Commands;
using ReportBuilder.Diagnostics;
using ReportBuilder.StatBank;
using Spectre.Console;

namespace ReportBuilder.Tests.StatBank;

/// <summary>
/// A statistics bank with one table, 11342, for 2019 and 2020, a folder to fetch it to, and a clock that jumps. Tests put other replies in the
/// place of its own.
/// </summary>
internal sealed partial class FakeStatBank : IDisposable
{
    public const string Metadata = "tables/11342/metadata?lang=no";
    public const string Data2020 =
        "tables/11342/data?lang=no&outputFormat=json-stat2&valueCodes[Region]=????&valueCodes[ContentsCode]=Folkemengde&valueCodes[Tid]=2020";

    private const string Requests = """
        tabell,variabel,koder,kontrollert,merknad
        11342,Region,????,ja,
        11342,ContentsCode,Folkemengde,ja,
        """;
    private static readonly string[] Regions = ["0", "03", "0301", "11", "1101", "1103", "46", "4601", "K-4601", "460101"];
    private readonly string _root = Directory.CreateTempSubdirectory("statbank").FullName;
    private readonly LocalServer _server;

    public FakeStatBank() => _server = new LocalServer((path, times) => Reply?.Invoke(path, times) ?? Usual(path));

    /// <summary>A reply to take the place of the usual one, or null.</summary>
    public Func<string, int, ServerReply?>? Reply { get; set; }

    public string RequestText { get; set; } = Requests;

    public long CellLimit { get; set; } = 800_000;

    public IReadOnlyList<int> Years { get; set; } = [2020];

    public bool Force { get; set; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    public string? Address { get; set; }

    public int RequestsPerWindow { get; set; } = 1000;

    public JumpingTime Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public string Folder => Path.Combine(_root, "ssb");

    public IReadOnlyList<string> Asked => [.. _server.Asked];

    public StringWriter Said { get; } = new();

    /// <summary>What the server answers to a question for data.</summary>
    public static string DataFor(string path)
    {
        var patterns = RegionChoice().Match(path).Value.Split(',');
        var year = YearChoice().Match(path).Value;
        var codes = Regions
            .Where(r => patterns.Any(p => p.Length == r.Length && p.Zip(r).All(c => c.First == '?' || c.First == c.Second)))
            .ToList();
        var region = new JsonStatDimension("Region", "region", [.. codes.Select(c => new JsonStatCategory(c, "Sted " + c))]);
        var contents = new JsonStatDimension(
            "ContentsCode",
            "innhold",
            [new JsonStatCategory("Folkemengde", "Folkemengde", "personer", 0)]
        );
        var time = new JsonStatDimension("Tid", "år", [new JsonStatCategory(year, year)]);
        var table = new JsonStatDataset([region, contents, time], [.. codes.Select(c => (double?)(c[0] + 1000))]);
        return System.Text.Encoding.UTF8.GetString(JsonStatWriter.ToBytes(table));
    }

    public async Task<(int Code, IReadOnlyList<Diagnostic> Diagnostics)> FetchAsync(CancellationToken cancellation = default)
    {
        var requests = Path.Combine(_root, "ssb-tabeller.csv");
        await File.WriteAllTextAsync(requests, RequestText, CancellationToken.None);
        var options = new FetchSsbOptions(requests, Folder, Years, Force)
        {
            Server = new PxWebOptions(Address ?? _server.Address) { RequestsPerWindow = RequestsPerWindow },
        };
        using var http = new HttpClient { Timeout = Timeout };
        var output = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Said), Interactive = InteractionSupport.No });
        var command = new FetchSsbCommand(new RunConsole(output, TextWriter.Null), options, http, Time, () => 0.5);
        var code = await command.RunAsync(cancellation);
        return (code, command.Diagnostics.Sorted());
    }

    public string[] Files() =>
        Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private ServerReply Usual(string path) =>
        path switch
        {
            "config" => new ServerReply(200, $$"""{"apiVersion": "2.0", "maxDataCells": {{CellLimit}}}"""),
            Metadata => new ServerReply(200, MetadataText),
            _ when path.StartsWith("tables/11342/data", StringComparison.Ordinal) => new ServerReply(200, DataFor(path)),
            _ => new ServerReply(404, """{"type": "about:blank", "title": "Not Found", "status": 404}"""),
        };

    private static string MetadataText =>
        """
            {"version": "2.0", "class": "dataset", "id": ["Region", "ContentsCode", "Tid"], "size": [ANTALL, 2, 2],
             "dimension": {
              "Region": {"label": "region", "extension": {"elimination": true}, "category": {"index": ["REGIONER"]}},
              "ContentsCode": {"label": "innhold", "extension": {"elimination": false},
                "category": {"index": {"Folkemengde": 0, "LandArealKm2": 1}, "label": {"Folkemengde": "Folkemengde", "LandArealKm2": "Landareal (km²)"}}},
              "Tid": {"label": "år", "extension": {"elimination": false}, "category": {"index": {"2019": 0, "2020": 1}}}},
             "value": null}
            """.Replace("ANTALL", Regions.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace(
            "REGIONER",
            string.Join("\", \"", Regions),
            StringComparison.Ordinal
        );

    [GeneratedRegex(@"(?<=valueCodes\[Region\]=)[^&]*", RegexOptions.CultureInvariant)]
    private static partial Regex RegionChoice();

    [GeneratedRegex(@"(?<=valueCodes\[Tid\]=)[0-9]*", RegexOptions.CultureInvariant)]
    private static partial Regex YearChoice();
}
