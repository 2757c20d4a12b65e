using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.StatBank;

/// <summary>A register file to be read.</summary>
/// <param name="Path">The file.</param>
/// <param name="ShownAs">The file as shown to the user.</param>
/// <param name="Schema">Its variables.</param>
public sealed record WageFile(string Path, string ShownAs, RegisterSchema Schema);

/// <summary>
/// Reads wage costs: KOSTRA function 275 by municipality for introduksjonsprogrammet, project accounts for Jobbsjansen. Municipalities that
/// are one today are one project all the way, and their costs are added; the same line twice is an error.
/// </summary>
public sealed class WageCostsReader
{
    /// <summary>KOSTRA's function for introduksjonsordningen.</summary>
    public const string IntroductionFunction = "275";

    /// <summary>NOK 1000 that no municipality spends on wages for introduksjonsordningen in a year: the amount is then in NOK.</summary>
    private const double LargestOfMunicipality = 1_000_000;

    /// <summary>The same for one project of Jobbsjansen.</summary>
    private const double LargestOfProject = 100_000;

    private readonly IReadOnlyList<int> _years;
    private readonly MunicipalityTable _municipalities;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<(int Year, string Project), double> _costs = [];
    private readonly Dictionary<(int Year, string Project), SourcePlace> _places = [];

    private WageCostsReader(IReadOnlyList<int> years, MunicipalityTable municipalities, DiagnosticBag bag)
    {
        _years = years;
        _municipalities = municipalities;
        _bag = bag;
    }

    /// <summary>
    /// Reads all files. Null when there are errors: those of <see cref="RegisterFile"/> and <see cref="RegisterCells"/>, a year without a line in
    /// the KOSTRA files given (RB2332), an unknown municipality (RB2347), the same line twice (RB2343), a negative amount (RB2344). Warnings: an amount that looks
    /// like NOK (RB2345), a year outside the period (RB2346, not used), lines of other functions (RB2348, not used), accounts without a project
    /// name where the municipality has several projects (RB2349). An empty amount is not known.
    /// </summary>
    /// <param name="kostra">KOSTRA files, with the schema <c>kostra</c>.</param>
    /// <param name="accounts">Project accounts, with the schema <c>regnskap</c>.</param>
    /// <param name="years">Years to read.</param>
    /// <param name="municipalities">Which municipalities there were.</param>
    /// <param name="municipalityOf">
    /// The number, in a year, of the municipality that a cell of the accounts names (<c>v1_1</c>: a number, a district of Oslo, a cooperation),
    /// or null: the rules of <c>data/recodings/kommune.csv</c>.
    /// </param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static WageCosts? Read(
        IReadOnlyList<WageFile> kostra,
        IReadOnlyList<WageFile> accounts,
        IReadOnlyList<int> years,
        MunicipalityTable municipalities,
        Func<int, string, string?> municipalityOf,
        DiagnosticBag bag
    )
    {
        var errors = bag.ErrorCount;
        var reader = new WageCostsReader(years, municipalities, bag);
        reader.ReadKostra(kostra);
        foreach (var file in accounts)
        {
            reader.ReadAccounts(file, municipalityOf);
        }

        return bag.ErrorCount > errors ? null : new WageCosts(reader._costs, reader._places);
    }

    private void ReadKostra(IReadOnlyList<WageFile> files)
    {
        var seen = new Dictionary<(int, string), SourcePlace>();
        var yearsSeen = new HashSet<int>();
        foreach (var file in files)
        {
            if (RegisterFile.Open(file.Path, file.ShownAs, file.Schema, _bag) is not { } records)
            {
                return;
            }

            using (records)
            {
                var columns = WageColumns.Of(file.Schema);
                var function = file.Schema.IndexOf("Funksjon");
                var others = 0;
                while (records.Read())
                {
                    if (Encoding.UTF8.GetString(records.Cell(function)) != IntroductionFunction)
                    {
                        others++;
                        continue;
                    }

                    if (Year(records, columns) is not { } year)
                    {
                        continue;
                    }

                    yearsSeen.Add(year);
                    var code = Encoding.UTF8.GetString(records.Cell(columns.Municipality));
                    if (IsKnown(year, code, records.Place(columns.Municipality)) && IsFirst(seen, (year, code), records, columns))
                    {
                        var project = ProjectId.Introduction(_municipalities.Current(year, code).Code);
                        Add(year, project, records, columns, LargestOfMunicipality);
                    }
                }

                if (others > 0)
                {
                    _bag.Add(Diagnostic.Warning("RB2348", new SourcePlace(file.ShownAs), others.ToText(), IntroductionFunction));
                }
            }
        }

        // Without KOSTRA the wages of introduksjonsprogrammet are not known at all, and the report says so.
        foreach (var year in _years.Where(y => files.Count > 0 && !yearsSeen.Contains(y)))
        {
            _bag.Add(Diagnostic.Error("RB2332", new SourcePlace(files[0].ShownAs), year.ToText()));
        }
    }

    private void ReadAccounts(WageFile file, Func<int, string, string?> municipalityOf)
    {
        if (RegisterFile.Open(file.Path, file.ShownAs, file.Schema, _bag) is not { } records)
        {
            return;
        }

        using (records)
        {
            var columns = WageColumns.Of(file.Schema);
            var name = file.Schema.IndexOf(RegisterUse.Project);
            var seen = new Dictionary<(int, string, string), SourcePlace>();
            var nameless = new List<(int Year, string Code, SourcePlace Place)>();
            var named = new HashSet<(int, string)>();
            while (records.Read())
            {
                if (Year(records, columns) is not { } year)
                {
                    continue;
                }

                var cell = Encoding.UTF8.GetString(records.Cell(columns.Municipality));
                var place = records.Place(columns.Municipality);
                if (municipalityOf(year, cell) is not { } code)
                {
                    _bag.Add(Diagnostic.Error("RB2347", place, year.ToText()) with { Found = cell });
                    continue;
                }

                if (!IsKnown(year, code, place))
                {
                    continue;
                }

                var project = Encoding.UTF8.GetString(records.Cell(name));
                var current = _municipalities.Current(year, code).Code;
                if (project.Length > 0)
                {
                    named.Add((year, current));
                }
                else
                {
                    nameless.Add((year, current, place));
                }

                if (IsFirst(seen, (year, cell, project), records, columns))
                {
                    Add(year, ProjectId.Jobbsjansen(current, project), records, columns, LargestOfProject);
                }
            }

            foreach (var (year, code, place) in nameless.Where(n => named.Contains((n.Year, n.Code))))
            {
                _bag.Add(Diagnostic.Warning("RB2349", place, code, year.ToText()));
            }
        }
    }

    private int? Year(RegisterFile records, WageColumns columns)
    {
        if (RegisterCells.Integer(records, columns.Year, _bag) is not { State: RegisterCellState.Value, Value: var year })
        {
            return null;
        }

        if (_years.Contains(year))
        {
            return year;
        }

        _bag.Add(
            Diagnostic.Warning("RB2346", records.Place(columns.Year)) with
            {
                Found = year.ToText(),
                Expected = string.Join(", ", _years.Select(y => y.ToText())),
            }
        );
        return null;
    }

    private bool IsKnown(int year, string code, SourcePlace place)
    {
        if (_municipalities.Exists(year, code))
        {
            return true;
        }

        var then = string.Join(", ", _municipalities.SameAreaIn(year, code).Select(m => m.Code + " " + m.Name));
        _bag.Add(Diagnostic.Error("RB2347", place, year.ToText()) with { Found = code, Nearest = then.Length == 0 ? null : then });
        return false;
    }

    private bool IsFirst<T>(Dictionary<T, SourcePlace> seen, T key, RegisterFile records, WageColumns columns)
        where T : notnull
    {
        var place = records.Place(columns.Municipality);
        if (seen.TryAdd(key, place))
        {
            return true;
        }

        _bag.Add(Diagnostic.Error("RB2343", place, seen[key].File, seen[key].Line.ToText()));
        return false;
    }

    private void Add(int year, string project, RegisterFile records, WageColumns columns, double largest)
    {
        if (RegisterCells.Number(records, columns.Amount, _bag) is not { State: RegisterCellState.Value, Value: var amount })
        {
            return;
        }

        var place = records.Place(columns.Amount);
        if (amount < 0)
        {
            _bag.Add(Diagnostic.Error("RB2344", place) with { Found = amount.ToText() });
            return;
        }

        if (amount > largest)
        {
            _bag.Add(Diagnostic.Warning("RB2345", place, largest.ToText()) with { Found = amount.ToText() });
        }

        _places.TryAdd((year, project), place);
        _costs[(year, project)] = _costs.GetValueOrDefault((year, project)) + amount;
    }
}

/// <summary>Where the variables of a wage file stand in its schema.</summary>
internal readonly record struct WageColumns(int Municipality, int Year, int Amount)
{
    /// <summary>Finds them.</summary>
    public static WageColumns Of(RegisterSchema schema) =>
        new(schema.IndexOf(RegisterUse.Municipality), schema.IndexOf(RegisterUse.Year), schema.IndexOf("Lonnsutgifter"));
}
