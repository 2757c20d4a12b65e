using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.StatBank;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>
/// Tables of the StatBank with the simulated facts, one a year, in SSB's form: every municipality number of the period is a region, with the sign for «not applicable» in
/// the years when it was not in use. A note says that the numbers are simulated.
/// </summary>
internal sealed class StatBankTwin
{
    private const string Region = "Region";
    private const string Time = "Tid";
    private const string Metric = "ContentsCode";
    private const string NotApplicable = ".";
    private const string NotAvailable = "..";
    private readonly SyntheticFacts _facts;
    private readonly MunicipalityTable _municipalities;
    private readonly string _inhabitants;
    private readonly List<Municipality> _regions;

    /// <summary>Prepares the tables.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="municipalities">Municipalities of the years.</param>
    /// <param name="inhabitants">Column of the number of inhabitants.</param>
    public StatBankTwin(SyntheticFacts facts, MunicipalityTable municipalities, string inhabitants)
    {
        (_facts, _municipalities, _inhabitants) = (facts, municipalities, inhabitants);
        _regions =
        [
            .. municipalities
                .Years.SelectMany(municipalities.InYear)
                .GroupBy(m => m.Code)
                .Select(g => g.MaxBy(m => m.Year)!)
                .OrderBy(m => m.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>A table for a year.</summary>
    /// <param name="cells">Its combinations of categories.</param>
    /// <param name="year">Year.</param>
    public JsonStatDataset Table(IReadOnlyList<StatBankCell> cells, int year)
    {
        var dimensions = Dimensions(cells, year);
        var size = dimensions.Aggregate(1, (product, d) => product * d.Categories.Count);
        var values = new double?[size];
        var signs = new string?[size];
        Array.Fill(signs, NotApplicable);
        var stride = size / _regions.Count;
        for (var region = 0; region < _regions.Count; region++)
        {
            var code = _regions[region].Code;
            if (!_municipalities.Exists(year, code))
            {
                continue;
            }

            foreach (var fact in cells.GroupBy(c => c.Target))
            {
                Fill([.. fact], year, code, dimensions, values.AsSpan(region * stride, stride), signs.AsSpan(region * stride, stride));
            }
        }

        return new JsonStatDataset(dimensions, values, signs)
        {
            Label = cells[0].Title,
            Source = ToolTexts.Get("rawtwin.statbank.source"),
            Notes = [ToolTexts.Get("rawtwin.statbank.note")],
        };
    }

    private void Fill(
        List<StatBankCell> cells,
        int year,
        string code,
        List<JsonStatDimension> dimensions,
        Span<double?> values,
        Span<string?> signs
    )
    {
        double? fact = _facts.Municipalities.TryGetValue((cells[0].Target, year, code), out var known) ? known : null;
        var all = cells.Find(c => c.Role == StatBankRole.Denominator);
        var total = all is null ? 0 : Math.Max(1, Math.Round(Inhabitants(year, code) * all.Weight / 100));
        var parts = cells.FindAll(c => c.Role == StatBankRole.Numerator);
        var counts =
            parts.Count > 0 && fact is { } share
                ? Quotas.LargestRemainder([.. parts.Select(p => p.Weight)], (int)Math.Round(total * share / 100))
                : null;
        foreach (var cell in cells)
        {
            var at = Position(cell, dimensions);
            values[at] = cell.Role switch
            {
                StatBankRole.Value => fact is { } value ? Math.Round(value, cell.Decimals) : null,
                StatBankRole.Denominator => total,
                _ => counts?[parts.IndexOf(cell)],
            };
            signs[at] = values[at] is null ? NotAvailable : null;
        }
    }

    private double Inhabitants(int year, string code) =>
        _facts.Municipalities.TryGetValue((_inhabitants, year, code), out var known) ? known : _municipalities.Find(year, code)!.Population;

    private static int Position(StatBankCell cell, List<JsonStatDimension> dimensions)
    {
        var at = 0;
        foreach (var dimension in dimensions.Where(d => d.Code is not Region))
        {
            var code = cell.Categories.FirstOrDefault(c => c.Variable == dimension.Code).Code;
            at = at * dimension.Categories.Count + (code is null ? 0 : dimension.IndexOf(code));
        }

        return at;
    }

    private List<JsonStatDimension> Dimensions(IReadOnlyList<StatBankCell> cells, int year)
    {
        var dimensions = new List<JsonStatDimension>
        {
            new(Region, ToolTexts.Get("rawtwin.statbank.region"), [.. _regions.Select(m => new JsonStatCategory(m.Code, m.Name))])
            {
                Role = JsonStatRole.Geography,
            },
        };
        foreach (var variable in cells.SelectMany(c => c.Categories).GroupBy(c => c.Variable))
        {
            var decimals = variable.Key == Metric ? cells[0].Decimals : (int?)null;
            dimensions.Add(
                new JsonStatDimension(
                    variable.Key,
                    variable.Key,
                    [.. variable.DistinctBy(c => c.Code).Select(c => new JsonStatCategory(c.Code, c.Label, Decimals: decimals))]
                )
                {
                    Role = variable.Key == Metric ? JsonStatRole.Metric : JsonStatRole.None,
                }
            );
        }

        dimensions.Add(
            new JsonStatDimension(Time, ToolTexts.Get("rawtwin.statbank.time"), [new JsonStatCategory(year.ToText(), year.ToText())])
            {
                Role = JsonStatRole.Time,
            }
        );
        return dimensions;
    }
}
