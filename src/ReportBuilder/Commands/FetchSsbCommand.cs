using System.Text.Json;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.StatBank;

namespace ReportBuilder.Commands;

/// <summary>
/// Fetches tables from Statistics Norway, year by year, and saves each answer exactly as it came, with a manifest that holds address, time and
/// fingerprint. What has been fetched is not fetched again. A table and year is written when all of it is there, so that nothing is ever
/// half-written and a run that was stopped goes on where it was.
/// </summary>
public sealed class FetchSsbCommand
{
    private readonly RunConsole _console;
    private readonly FetchSsbOptions _options;
    private readonly TimeProvider _time;
    private readonly PxWebClient _client;
    private readonly DiagnosticBag _bag = new();
    private readonly Dictionary<string, IReadOnlyList<JsonStatDimension>?> _metadata = new(StringComparer.Ordinal);
    private StatBankManifest _manifest = StatBankManifest.Empty;
    private long? _cellLimit;
    private bool _isUnreachable;

    /// <summary>Makes a run.</summary>
    /// <param name="console">Where it is shown.</param>
    /// <param name="options">What to fetch.</param>
    /// <param name="http">Sends; its time-out holds for one attempt.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Draws from [0, 1) for the length of waits.</param>
    public FetchSsbCommand(RunConsole console, FetchSsbOptions options, HttpClient http, TimeProvider time, Func<double> random)
    {
        _console = console;
        _options = options;
        _time = time;
        _client = new PxWebClient(http, options.Server, time, random, _bag);
    }

    /// <summary>What was found wrong.</summary>
    public DiagnosticBag Diagnostics => _bag;

    /// <summary>Runs to the end: exit code 0, or 2 when something could not be fetched. What could be is kept.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; whole tables fetched until then are kept.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var requests = SsbRequest.Read(_options.RequestFile, ShownPath.Of(_options.RequestFile), _bag);
        var manifest = StatBankManifest.Read(_options.Folder, ShownPath.Of(_options.Folder), _bag);
        if (requests is not null && manifest is not null)
        {
            _manifest = manifest;
            foreach (var request in requests)
            {
                foreach (var year in _options.Years.Where(_ => !_isUnreachable))
                {
                    await FetchAsync(request, year, cancellation);
                }
            }
        }

        _console.Show(_bag);
        _console.Line(ToolTexts.Get(_bag.HasErrors ? "fetch.failed" : "fetch.done", _manifest.Files.Count, _bag.ErrorCount));
        return _bag.HasErrors ? ExitCodes.BadInput : ExitCodes.Done;
    }

    private async Task FetchAsync(SsbRequest request, int year, CancellationToken cancellation)
    {
        if (!_options.Force && IsThere(request.Table, year))
        {
            return;
        }

        if (await MetadataAsync(request.Table, cancellation) is not { } metadata || await CellLimitAsync(cancellation) is not { } limit)
        {
            return;
        }

        var address = _client.AddressOf(MetadataOf(request.Table));
        if (SsbQuery.Make(request, year, metadata, address, _bag) is not { } query)
        {
            return;
        }

        if (await PartsAsync(query, limit, cancellation) is { } parts)
        {
            Save(request.Table, year, parts);
        }
    }

    /// <summary>True when nothing need be fetched: it is there as it was fetched, or something is wrong with it that is reported.</summary>
    private bool IsThere(string table, int year)
    {
        var shownAs = ShownPath.Of(_options.Folder);
        var files = _manifest.Of(table, year).ToList();
        var single = StatBankFolder.FileName(table, year, 1, 1);
        if (files.Count == 0 && File.Exists(Path.Combine(_options.Folder, single)))
        {
            _bag.Add(Diagnostic.Error("RB2325", new SourcePlace(shownAs + "/" + single)));
            return true;
        }

        if (files.Count > 0 && files.TrueForAll(f => StatBankManifest.Verify(f, _options.Folder, shownAs, _bag) is not null))
        {
            _console.Line(ToolTexts.Get("fetch.there", table, year));
        }

        return files.Count > 0;
    }

    private async Task<IReadOnlyList<JsonStatDimension>?> MetadataAsync(string table, CancellationToken cancellation)
    {
        if (!_metadata.TryGetValue(table, out var metadata))
        {
            var relative = MetadataOf(table);
            var answer = await GetAsync(relative, cancellation);
            metadata = answer.Bytes is { } bytes ? JsonStatDataset.ParseDimensions(bytes, _client.AddressOf(relative), _bag) : null;
            _metadata.Add(table, metadata);
        }

        return metadata;
    }

    private static string MetadataOf(string table) => $"tables/{table}/metadata?lang=no";

    private async Task<long?> CellLimitAsync(CancellationToken cancellation)
    {
        if (_cellLimit is null && await GetAsync("config", cancellation) is { Bytes: { } bytes })
        {
            using var config = JsonDocument.Parse(bytes);
            _cellLimit =
                config.RootElement.ValueKind == JsonValueKind.Object
                && config.RootElement.TryGetProperty("maxDataCells", out var limit)
                && limit.TryGetInt64(out var cells)
                    ? cells
                    : _options.Server.CellLimit;
        }

        return _cellLimit;
    }

    /// <summary>All parts of a query. When the server finds a part too large after all, everything is asked for in smaller ones.</summary>
    private async Task<IReadOnlyList<(string Address, byte[] Bytes)>?> PartsAsync(
        SsbQuery query,
        long limit,
        CancellationToken cancellation
    )
    {
        for (; limit > 0; limit = Math.Min(limit, query.Cells) / 2)
        {
            var queries = query.Divide(limit);
            if (queries.Count == 0)
            {
                break;
            }

            var parts = new List<(string, byte[])>();
            foreach (var part in queries)
            {
                var address = _client.AddressOf(part.Address);
                var answer = await GetAsync(part.Address, cancellation);
                if (answer is { Bytes: null, IsTooLarge: false })
                {
                    return null;
                }

                if (answer.Bytes is not { } bytes)
                {
                    break;
                }

                if (JsonStatDataset.Parse(bytes, address, _bag) is null)
                {
                    return null;
                }

                parts.Add((address, bytes));
            }

            if (parts.Count == queries.Count)
            {
                return parts;
            }
        }

        _bag.Add(
            Diagnostic.Error(
                "RB2326",
                new SourcePlace(_client.AddressOf(query.Address)),
                query.Cells.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
        );
        return null;
    }

    private async Task<PxWebAnswer> GetAsync(string relative, CancellationToken cancellation)
    {
        var answer = await _client.GetAsync(relative, cancellation);
        _isUnreachable |= answer.IsUnreachable;
        return answer;
    }

    private void Save(string table, int year, IReadOnlyList<(string Address, byte[] Bytes)> parts)
    {
        var files = new List<StatBankFile>();
        var contents = new List<(string Name, byte[] Content)>();
        for (var i = 0; i < parts.Count; i++)
        {
            var (address, bytes) = parts[i];
            var name = StatBankFolder.FileName(table, year, i + 1, parts.Count);
            contents.Add((name, bytes));
            files.Add(new StatBankFile(name, table, year, address, _time.GetUtcNow(), StatBankManifest.FingerprintOf(bytes), bytes.Length));
        }

        var manifest = _manifest.With(table, year, files);
        try
        {
            AtomicOutput.Write(_options.Folder, [.. contents, (StatBankManifest.FileName, manifest.ToBytes())]);
            _manifest = manifest;
            foreach (var (name, content) in contents)
            {
                _console.Line(ToolTexts.Get("fetch.wrote", ShownPath.Of(Path.Combine(_options.Folder, name)), content.Length.ToText()));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _bag.Add(Diagnostic.Error("RB1101", new SourcePlace(ShownPath.Of(_options.Folder)), exception.Message));
        }
    }
}
