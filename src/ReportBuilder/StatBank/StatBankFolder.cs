using System.Globalization;
using System.Text.RegularExpressions;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>One table for one year, as it stands in a file.</summary>
/// <param name="ShownAs">The file as shown to the user.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Table">The table.</param>
internal sealed record StatBankTable(string ShownAs, FactSource Source, JsonStatDataset Table);

/// <summary>
/// A folder of tables by year: <c>07984-2017.json</c>, or <c>07984-2017-del1.json</c> and so on where a table came in parts. Where there is
/// a manifest, only the files that it names are read, and each must be what was fetched.
/// </summary>
internal sealed partial class StatBankFolder
{
    private readonly string _folder;
    private readonly string _shownAs;
    private readonly DiagnosticBag _bag;
    private readonly StatBankManifest _manifest;
    private readonly IReadOnlyList<(string Table, int Year, string File)> _files;

    private StatBankFolder(string folder, string shownAs, StatBankManifest manifest, DiagnosticBag bag)
    {
        _folder = folder;
        _shownAs = shownAs;
        _bag = bag;
        _manifest = manifest;
        _files =
        [
            .. Directory
                .EnumerateFiles(folder, "*.json")
                .Select(p => Name().Match(Path.GetFileName(p)))
                .Where(m => m.Success)
                .Select(m => (m.Groups["tabell"].Value, int.Parse(m.Groups["aar"].ValueSpan, CultureInfo.InvariantCulture), m.Value))
                .OrderBy(f => f.Item3, StringComparer.Ordinal),
        ];
    }

    /// <summary>Name of the file of a table and year, or of one of several parts (from 1).</summary>
    public static string FileName(string table, int year, int part, int parts) =>
        parts == 1 ? $"{table}-{year.ToText()}.json" : $"{table}-{year.ToText()}-del{part.ToText()}.json";

    /// <summary>Opens a folder. Null when it is not there (RB2001) or its manifest cannot be used. Files that no manifest line names are a warning (RB2318).</summary>
    public static StatBankFolder? Open(string folder, string shownAs, DiagnosticBag bag)
    {
        if (!Directory.Exists(folder))
        {
            bag.Add(Diagnostic.Error("RB2001", new SourcePlace(shownAs)));
            return null;
        }

        if (StatBankManifest.Read(folder, shownAs, bag) is not { } manifest)
        {
            return null;
        }

        var opened = new StatBankFolder(folder, shownAs, manifest, bag);
        foreach (var (_, _, file) in opened._files.Where(f => manifest.Files.Count > 0 && !manifest.Files.Any(m => m.File == f.File)))
        {
            bag.Add(Diagnostic.Warning("RB2318", new SourcePlace(shownAs + "/" + file)));
        }

        return opened;
    }

    /// <summary>True when the folder has the table for some year.</summary>
    public bool Has(string table) => _files.Any(f => f.Table == table) || _manifest.Files.Any(f => f.Table == table);

    /// <summary>The years that the folder has of a table.</summary>
    public IReadOnlyList<int> YearsOf(string table) => [.. _files.Where(f => f.Table == table).Select(f => f.Year).Distinct().Order()];

    /// <summary>All parts of a table for a year; none when the folder has none. Null when one cannot be used.</summary>
    public IReadOnlyList<StatBankTable>? Read(string table, int year)
    {
        var tables = new List<StatBankTable>();
        var files =
            _manifest.Files.Count > 0
                ? _manifest.Of(table, year).Select(f => (f.File, StatBankManifest.Verify(f, _folder, _shownAs, _bag)))
                : _files
                    .Where(f => f.Table == table && f.Year == year)
                    .Select(f => (f.File, InputFile.Read(Path.Combine(_folder, f.File), _shownAs + "/" + f.File, _bag)?.Bytes));
        foreach (var (name, bytes) in files.ToList())
        {
            var shownAs = _shownAs + "/" + name;
            if (bytes is null || JsonStatDataset.Parse(bytes, shownAs, _bag) is not { } dataset)
            {
                return null;
            }

            var source = new FactSource(table, year, name, StatBankManifest.FingerprintOf(bytes), dataset.Notes);
            tables.Add(new StatBankTable(shownAs, source, dataset));
        }

        return tables;
    }

    [GeneratedRegex(
        @"^(?<tabell>[0-9]{5})-(?<aar>[0-9]{4})(-del[0-9]+)?\.json\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Name();
}
