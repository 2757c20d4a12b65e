using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;

namespace ReportBuilder.StatBank;

/// <summary>
/// Takes facts on municipalities from tables of the StatBank, as the rules with register <c>ssb</c> say. Numbers are those of the year;
/// districts, counties and the whole country are passed over, and groupings that put merged municipalities together are refused.
/// </summary>
public sealed class MunicipalityFactsReader
{
    private readonly MunicipalityTable _municipalities;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<(string Column, int Year, string Code), double> _values = [];
    private readonly List<MissingFact> _missing = [];
    private readonly Dictionary<string, FactSource> _sources = new(StringComparer.Ordinal);

    private MunicipalityFactsReader(MunicipalityTable municipalities, DiagnosticBag bag)
    {
        _municipalities = municipalities;
        _bag = bag;
    }

    /// <summary>
    /// Reads the facts. Null when there are errors; the bag then says why (RB2300–RB2318 for files, RB2330–RB2341 for what the rules ask of
    /// them). Municipalities without a value are one warning for each column and year (RB2338), and are not known.
    /// </summary>
    /// <param name="folder">Folder of JSON-stat files, named by table and year.</param>
    /// <param name="shownAs">The folder as shown to the user.</param>
    /// <param name="rules">Rules of the chosen readings; those of other registers are passed over.</param>
    /// <param name="years">Years to read.</param>
    /// <param name="municipalities">Which municipalities there were.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static MunicipalityFacts? Read(
        string folder,
        string shownAs,
        IReadOnlyList<RecodingRule> rules,
        IReadOnlyList<int> years,
        MunicipalityTable municipalities,
        DiagnosticBag bag
    )
    {
        var errors = bag.ErrorCount;
        var facts = FactRule.From(rules, years, bag);
        if (StatBankFolder.Open(folder, shownAs, bag) is not { } tables)
        {
            return null;
        }

        var reader = new MunicipalityFactsReader(municipalities, bag);
        foreach (var table in facts.GroupBy(f => f.Table).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            reader.ReadTable(tables, table.Key, [.. table], years, shownAs);
        }

        return bag.ErrorCount > errors
            ? null
            : new MunicipalityFacts(reader._values) { Missing = reader._missing, Sources = [.. reader._sources.Values] };
    }

    private void ReadTable(StatBankFolder folder, string table, IReadOnlyList<FactRule> rules, IReadOnlyList<int> years, string shownAs)
    {
        if (!folder.Has(table))
        {
            _bag.Add(Diagnostic.Error("RB2331", rules[0].Place, table, shownAs));
            return;
        }

        foreach (var year in years)
        {
            var inForce = rules.Where(r => r.HoldsIn(year)).ToList();
            if (inForce.Count == 0 || folder.Read(table, year) is not { } parts)
            {
                continue;
            }

            if (parts.Count == 0)
            {
                var place = new SourcePlace(shownAs + "/" + StatBankFolder.FileName(table, year, 1, 1));
                var found = string.Join(", ", folder.YearsOf(table).Select(y => y.ToText()));
                _bag.Add(Diagnostic.Error("RB2332", place, year.ToText()) with { Found = found });
                continue;
            }

            foreach (var part in parts)
            {
                _sources.TryAdd(part.ShownAs, part.Source);
            }

            var regions = new RegionCodes(_municipalities, year, _bag);
            foreach (var (rule, isFirst) in inForce.Select((r, i) => (r, i == 0)))
            {
                ReadRule(rule, year, parts, regions, isFirst);
            }
        }
    }

    private void ReadRule(FactRule rule, int year, IReadOnlyList<StatBankTable> parts, RegionCodes regions, bool saysWhatIsWrongWithRegions)
    {
        var errors = _bag.ErrorCount;
        var signs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, _, table) in parts)
        {
            var numerator = TableCells.Find(table, rule.Selection.Numerator, year, rule.Place, file, _bag);
            var denominator = rule.Selection.Denominator is { } below ? TableCells.Find(table, below, year, rule.Place, file, _bag) : null;
            if (numerator is null || (denominator is null && rule.Selection.Denominator is not null))
            {
                continue;
            }

            var dimension = table.Dimensions[table.IndexOf(TableCells.RegionVariable)];
            for (var region = 0; region < dimension.Categories.Count; region++)
            {
                var value = Value(numerator, denominator, region, out var sign);
                var code = dimension.Categories[region].Code;
                if (!regions.IsMunicipality(code, value, file, rule.Column, saysWhatIsWrongWithRegions))
                {
                    continue;
                }

                if (_values.ContainsKey((rule.Column, year, code)) || signs.ContainsKey(code))
                {
                    _bag.Add(Diagnostic.Error("RB2341", new SourcePlace(file), code, rule.Column));
                }
                else if (value is { } known)
                {
                    _values.Add((rule.Column, year, code), known);
                }
                else
                {
                    signs.Add(code, sign ?? string.Empty);
                }
            }
        }

        if (_bag.ErrorCount == errors)
        {
            TellMissing(rule, year, parts, signs);
        }
    }

    /// <summary>The value or share of a region; null with a sign, or with none when the denominator is nil.</summary>
    private static double? Value(TableCells numerator, TableCells? denominator, int region, out string? sign)
    {
        var above = numerator.Sum(region, out sign);
        if (denominator is null || above is null)
        {
            return above;
        }

        return denominator.Sum(region, out sign) is { } below and not 0 ? 100 * above / below : null;
    }

    private void TellMissing(FactRule rule, int year, IReadOnlyList<StatBankTable> parts, Dictionary<string, string> signs)
    {
        var missing = _municipalities
            .InYear(year)
            .Where(m => !_values.ContainsKey((rule.Column, year, m.Code)))
            .Select(m => new MissingFact(rule.Column, year, m.Code, signs.GetValueOrDefault(m.Code, string.Empty)))
            .ToList();
        if (missing.Count == 0)
        {
            return;
        }

        _missing.AddRange(missing);
        var reasons = missing
            .GroupBy(m => m.Sign)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g =>
                g.Key.Length == 0
                    ? ToolTexts.Get("statbank.missing.absent", g.Count())
                    : ToolTexts.Get("statbank.missing.sign", g.Count(), g.Key)
            );
        var codes = string.Join(", ", missing.Take(ShownCodes).Select(m => m.Code)) + (missing.Count > ShownCodes ? " …" : string.Empty);
        _bag.Add(
            Diagnostic.Warning("RB2338", new SourcePlace(parts[0].ShownAs), missing.Count.ToText(), rule.Column, year.ToText(), codes) with
            {
                Found = string.Join(", ", reasons),
            }
        );
    }

    private const int ShownCodes = 10;
}
