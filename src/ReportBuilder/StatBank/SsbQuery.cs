using System.IO.Enumeration;
using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>
/// A request held against the metadata of its table: every variable and code is there. Written as an address of PxWeb's interface,
/// version 2. Immutable.
/// </summary>
internal sealed class SsbQuery
{
    private const int CountyDigits = 2;
    private const string MunicipalityPattern = "????";
    private readonly string _table;
    private readonly IReadOnlyList<(string Variable, IReadOnlyList<string> Codes, int Count)> _parts;
    private readonly IReadOnlyList<(string County, int Count)> _counties;

    private SsbQuery(string table, IReadOnlyList<(string, IReadOnlyList<string>, int)> parts, IReadOnlyList<(string, int)> counties)
    {
        _table = table;
        _parts = parts;
        _counties = counties;
    }

    /// <summary>Number of cells in the answer.</summary>
    public long Cells => _parts.Aggregate(1L, (product, p) => product * p.Count);

    /// <summary>
    /// Makes the query of a year. Null when the table does not have what is asked for: an unknown variable (RB2333), code (RB2334) or year
    /// (RB2320), a variable that must be chosen and is not (RB2321).
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="year">The year.</param>
    /// <param name="metadata">Variables of the table.</param>
    /// <param name="address">Address of the metadata, as shown to the user.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static SsbQuery? Make(SsbRequest request, int year, IReadOnlyList<JsonStatDimension> metadata, string address, DiagnosticBag bag)
    {
        var errors = bag.ErrorCount;
        var names = metadata.Select(d => d.Code).ToList();
        foreach (var choice in request.Choices.Where(c => !names.Contains(c.Variable)))
        {
            bag.Add(
                Diagnostic.Error("RB2333", choice.Place, choice.Variable, address) with
                {
                    Expected = string.Join(", ", names),
                    Nearest = NearestName.Find(choice.Variable, names),
                }
            );
        }

        var parts = new List<(string, IReadOnlyList<string>, int)>();
        IReadOnlyList<(string, int)> counties = [];
        foreach (var variable in metadata)
        {
            if (variable.Code == TableCells.TimeVariable)
            {
                CheckYear(variable, year, address, bag);
                parts.Add((variable.Code, [year.ToText()], 1));
            }
            else if (request.Choices.FirstOrDefault(c => c.Variable == variable.Code) is { } choice)
            {
                var (codes, chosen) = Resolve(choice, variable, address, bag);
                parts.Add((variable.Code, codes, chosen.Count));
                if (variable.Code == TableCells.RegionVariable && codes is [MunicipalityPattern])
                {
                    counties =
                    [
                        .. chosen
                            .GroupBy(c => c[..CountyDigits])
                            .OrderBy(g => g.Key, StringComparer.Ordinal)
                            .Select(g => (g.Key, g.Count())),
                    ];
                }
            }
            else if (variable.CanBeLeftOut != true)
            {
                bag.Add(Diagnostic.Error("RB2321", request.Choices[0].Place, variable.Code, request.Table));
            }
        }

        return bag.ErrorCount > errors ? null : new SsbQuery(request.Table, parts, counties);
    }

    /// <summary>The address of the data, below the address of the service.</summary>
    public string Address
    {
        get
        {
            var address = new StringBuilder("tables/").Append(_table).Append("/data?lang=no&outputFormat=json-stat2");
            foreach (var (variable, codes, _) in _parts)
            {
                address.Append("&valueCodes%5B").Append(Uri.EscapeDataString(variable)).Append("%5D=");
                address.AppendJoin(',', codes.Select(Uri.EscapeDataString));
            }

            return address.ToString();
        }
    }

    /// <summary>
    /// The query in parts by county, each with no more cells than a limit (as far as whole counties go). One part when it needs no dividing;
    /// none when it cannot be divided, because other regions than <c>????</c> are asked for or one county alone is too large.
    /// </summary>
    public IReadOnlyList<SsbQuery> Divide(long maximum)
    {
        if (Cells <= maximum)
        {
            return [this];
        }

        var regions = _counties.Sum(c => c.Count);
        var cellsOfRegion = regions == 0 ? long.MaxValue : Cells / regions;
        if (_counties.Any(c => c.Count * cellsOfRegion > maximum) || regions == 0)
        {
            return [];
        }

        var parts = new List<SsbQuery>();
        var counties = new List<(string County, int Count)>();
        foreach (var county in _counties)
        {
            if (counties.Count > 0 && (counties.Sum(c => c.Count) + county.Count) * cellsOfRegion > maximum)
            {
                parts.Add(Part(counties));
                counties.Clear();
            }

            counties.Add(county);
        }

        parts.Add(Part(counties));
        return parts;
    }

    private SsbQuery Part(List<(string County, int Count)> counties)
    {
        IReadOnlyList<(string County, int Count)> chosen = [.. counties];
        IReadOnlyList<string> patterns = [.. chosen.Select(c => c.County + MunicipalityPattern[CountyDigits..])];
        var count = chosen.Sum(c => c.Count);
        return new SsbQuery(
            _table,
            [.. _parts.Select(p => p.Variable == TableCells.RegionVariable ? (p.Variable, patterns, count) : p)],
            chosen
        );
    }

    private static (IReadOnlyList<string> Codes, IReadOnlyList<string> Chosen) Resolve(
        SsbChoice choice,
        JsonStatDimension variable,
        string address,
        DiagnosticBag bag
    )
    {
        var codes = new List<string>();
        var chosen = new List<string>();
        foreach (var code in choice.Codes)
        {
            var isPattern = !code.StartsWith('«') && code.AsSpan().ContainsAny('?', '*');
            var found =
                isPattern
                    ?
                    [
                        .. variable
                            .Categories.Select(c => c.Code)
                            .Where(c => FileSystemName.MatchesSimpleExpression(code, c, ignoreCase: false)),
                    ]
                : variable.IndexOfNamed(code) is var i and >= 0 ? (IReadOnlyList<string>)[variable.Categories[i].Code]
                : [];
            if (found.Count == 0)
            {
                var names = variable.NamesLike(code).ToList();
                bag.Add(
                    Diagnostic.Error(choice.IsVerified ? "RB2334" : "RB2322", choice.Place, variable.Code, address) with
                    {
                        Found = code,
                        Expected = string.Join(", ", names.Take(TableCells.ShownNames)),
                        Nearest = NearestName.Find(code, names),
                    }
                );
            }

            codes.Add(isPattern || found.Count == 0 ? code : found[0]);
            chosen.AddRange(found);
        }

        return (codes, chosen);
    }

    private static void CheckYear(JsonStatDimension variable, int year, string address, DiagnosticBag bag)
    {
        if (variable.IndexOf(year.ToText()) < 0)
        {
            var codes = variable.Categories;
            bag.Add(
                Diagnostic.Error("RB2320", new SourcePlace(address), year.ToText()) with
                {
                    Expected = codes.Count == 0 ? null : $"{codes[0].Code}–{codes[^1].Code}",
                }
            );
        }
    }
}
