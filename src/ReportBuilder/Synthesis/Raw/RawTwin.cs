using ReportBuilder.Diagnostics;
using ReportBuilder.StatBank;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>
/// Writes all raw registers for invented persons, so that harmonising them under the default readings gives back the persons drawn, row by row. Blocks are written one
/// after another, the next one drawn meanwhile: memory does not grow with the scale. The same request gives the same bytes.
/// </summary>
public sealed class RawTwin
{
    private const string TemporaryEnding = ".ny";
    private const ulong BlockStep = 0x9E3779B97F4A7C15;
    private const ulong RawStream = 0xD1B54A32D192ED03;
    private const string Inhabitants = "k_folketall";
    private const string NirScheme = "introduksjonsprogrammet";
    private const string JobScheme = "jobbsjansen";
    private readonly RawTwinRequest _request;
    private readonly Dictionary<string, RawFileWriter> _files = new(StringComparer.Ordinal);
    private readonly WageSums _nirWages = new();
    private readonly WageSums _jobWages = new();
    private readonly List<int> _years;
    private int _nextNir = 1;
    private int _nextJob = 1;
    private int _persons;
    private int _rounded;

    private RawTwin(RawTwinRequest request)
    {
        _request = request;
        _years = [.. request.Municipalities.Years];
    }

    /// <summary>Writes all files. Files of earlier runs with the same names are replaced when all new ones are whole.</summary>
    /// <param name="request">What to write.</param>
    /// <param name="progress">Told after each block.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is below 1.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static RawTwinSummary Write(RawTwinRequest request, IProgress<RawTwinProgress>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Scale, 1, nameof(request));
        return new RawTwin(request).Write(progress);
    }

    /// <summary>Seed of a block: that of the request for the first one.</summary>
    public static ulong BlockSeed(ulong seed, int block) => block == 0 ? seed : new RandomSource(seed ^ ((ulong)block * BlockStep)).Next();

    private RawTwinSummary Write(IProgress<RawTwinProgress>? progress)
    {
        Directory.CreateDirectory(_request.Folder);
        Task<List<(string Name, byte[] Content)>>? statBank = null;
        var next = DrawAsync(0);
        try
        {
            Open(RawFiles.Nir, RawTables.Nir);
            _years.ForEach(y => Open(RawFiles.Report(y), RawTables.Jobbsjansen));
            for (var block = 0; block < _request.Scale; block++)
            {
                var twin = next.GetAwaiter().GetResult();
                if (block + 1 < _request.Scale)
                {
                    next = DrawAsync(block + 1);
                }

                statBank ??= Task.Run(() => StatBank(twin.Facts));
                Write(twin, new RandomSource(BlockSeed(_request.Seed, block) ^ RawStream));
                progress?.Report(new RawTwinProgress(block + 1, _request.Scale, _files.Values.Sum(f => f.Rows)));
            }

            AccountLines.WriteKostra(_request.Tables, _request.Municipalities, _nirWages, Open(RawFiles.Kostra));
            AccountLines.WriteProjects(_request.Tables, _jobWages, Open(RawFiles.Accounts));
        }
        finally
        {
            foreach (var file in _files.Values)
            {
                file.Dispose();
            }
        }

        return Finish(statBank!.GetAwaiter().GetResult());
    }

    private Task<SyntheticTwin> DrawAsync(int block) => Task.Run(() => _request.Draw(BlockSeed(_request.Seed, block)));

    private void Write(SyntheticTwin twin, RandomSource random)
    {
        var persons = new Persons(twin.Participants);
        _persons += persons.Count;
        WriteNir(twin, persons, random);
        WriteReports(twin, persons, random);
    }

    private void WriteNir(SyntheticTwin twin, Persons persons, RandomSource random)
    {
        var file = _files[RawFiles.Nir];
        var plan = NirPlan.Make(_request.Tables, persons, persons.OfScheme(NirScheme), twin.Facts, random);
        var places = new NirPlaces(persons, twin.RawPlaces, _request.Municipalities, file);
        var lines = new NirLines(_request.Tables, persons, places, file, random);
        lines.Write(plan, _nextNir);
        _nextNir += plan.Stays.Count;
        _rounded += lines.Rounded;
        _nirWages.Add(plan.Wages, plan.Participants);
    }

    private void WriteReports(SyntheticTwin twin, Persons persons, RandomSource random)
    {
        var rows = persons.OfScheme(JobScheme);
        var plan = JobPlan.Make(_request.Tables, persons, rows, twin.Facts, random);
        var known = JobPlaces.Known(persons, twin.RawPlaces, rows);
        var seeds = plan.Careers.Select(_ => random.Next()).ToArray();
        foreach (var year in _years)
        {
            var file = _files[RawFiles.Report(year)];
            var places = new JobPlaces(persons, twin.RawPlaces, _request.Municipalities, known, file);
            var lines = new JobLines(year, _request.Tables, persons, places, file);
            for (var i = 0; i < plan.Careers.Count; i++)
            {
                if (plan.Careers[i].FirstYear <= year && year <= plan.Careers[i].LastYear)
                {
                    lines.Write(plan.Careers[i], _nextJob + i, seeds[i]);
                }
            }

            _rounded += lines.Rounded;
        }

        _nextJob += plan.Careers.Count;
        _jobWages.Add(plan.Wages, plan.Participants);
    }

    private List<(string Name, byte[] Content)> StatBank(SyntheticFacts facts)
    {
        var files = new List<(string Name, byte[] Content)>();
        var tables = new StatBankTwin(facts, _request.Municipalities, Inhabitants);
        foreach (var cells in _request.Tables.StatBank.GroupBy(c => c.Table))
        {
            foreach (var year in _years)
            {
                var name = RawFiles.StatBankFolder + "/" + StatBankFolder.FileName(cells.Key, year, part: 1, parts: 1);
                files.Add((name, JsonStatWriter.ToBytes(tables.Table([.. cells], year))));
            }
        }

        return files;
    }

    private void Open(string name, string register) => Open(name).Header(_request.Tables.Register(register).Header);

    private RawFileWriter Open(string name)
    {
        var file = new RawFileWriter(Path.Combine(_request.Folder, name + ".csv" + TemporaryEnding), _request.Tables.Format(name));
        _files.Add(name, file);
        return file;
    }

    /// <summary>Gives the whole files their names.</summary>
    private RawTwinSummary Finish(List<(string Name, byte[] Content)> statBank)
    {
        var written = new List<RawTwinFile>();
        foreach (var (name, file) in _files)
        {
            var path = Path.Combine(_request.Folder, name + ".csv");
            File.Move(path + TemporaryEnding, path, overwrite: true);
            written.Add(new RawTwinFile(name + ".csv", file.Rows, file.Bytes));
        }

        Directory.CreateDirectory(Path.Combine(_request.Folder, RawFiles.StatBankFolder));
        foreach (var (name, content) in statBank)
        {
            File.WriteAllBytes(Path.Combine(_request.Folder, name), content);
            written.Add(new RawTwinFile(name, 0, content.Length));
        }

        var readMe = Path.Combine(_request.Folder, RawFiles.ReadMe);
        File.WriteAllText(readMe, ToolTexts.Get("rawtwin.readme", _request.Seed, _request.Scale, _persons).ReplaceLineEndings("\n") + "\n");
        written.Add(new RawTwinFile(RawFiles.ReadMe, 0, new FileInfo(readMe).Length));
        return new RawTwinSummary([.. written.OrderBy(f => f.Path, StringComparer.Ordinal)], _persons, _rounded);
    }
}
