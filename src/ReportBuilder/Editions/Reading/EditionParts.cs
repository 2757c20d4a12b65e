using System.Collections.Immutable;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>The parts of an edition as its file is read.</summary>
internal sealed class EditionParts
{
    private readonly Dictionary<string, Quantity> _quantities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CategoryFact> _facts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contents = new(StringComparer.Ordinal);
    private readonly List<TableContent> _tables = [];
    private readonly List<FigureContent> _figures = [];
    private readonly List<Claim> _claims = [];
    private readonly QuantityRefs _numbers = new();
    private readonly DrawingRefs _drawings = new();
    private EditionOrigin? _origin;
    private string _name = string.Empty;
    private string _tool = string.Empty;
    private bool _isPartial;
    private IReadOnlyList<string> _municipalities = [];

    /// <summary>Reads the value of a field.</summary>
    public void Read(ref JsonText json, string field)
    {
        switch (field)
        {
            case "edition":
                _name = json.Text() ?? string.Empty;
                break;
            case "partial":
                _isPartial = json.Boolean();
                break;
            case "tool":
                _tool = json.Text() ?? string.Empty;
                break;
            case "data":
                _origin = OriginJson.Read(ref json);
                break;
            case "municipalities":
                _municipalities = json.Texts();
                break;
            case "quantities":
                ReadQuantities(ref json);
                break;
            case "facts":
                ReadFacts(ref json);
                break;
            case "tables":
                ReadTables(ref json);
                break;
            case "figures":
                ReadFigures(ref json);
                break;
            case "claims":
                ReadClaims(ref json);
                break;
        }
    }

    /// <summary>The edition, when nothing is wrong with it.</summary>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="folder">Folder with the drawings; null: they are not looked at.</param>
    public Edition? Build(JsonFaults faults, string? folder)
    {
        _numbers.Close(faults);
        CheckWhole(faults);
        if (folder is not null)
        {
            _drawings.Check(folder, faults);
        }

        return _origin is null || faults.Count > 0
            ? null
            : new Edition
            {
                Quantities = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, _quantities),
                Facts = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, _facts),
                Tables = _tables,
                Figures = _figures,
                Claims = _claims,
                Municipalities = _municipalities,
                IsPartial = _isPartial,
                Origin = _origin with { Name = _name, ToolVersion = _tool },
            };
    }

    /// <summary>What only the parts together can tell: a municipality twice (RB7010), and a row with more cells than columns (RB7050).</summary>
    private void CheckWhole(JsonFaults faults)
    {
        foreach (var twice in _municipalities.CountBy(m => m, StringComparer.Ordinal).Where(m => m.Value > 1))
        {
            faults.Add(Diagnostic.Error("RB7010", faults.File, twice.Key));
        }

        foreach (var table in _tables.Where(t => t.Rows.Any(r => r.Cells.Count > Math.Max(1, t.Columns.Count))))
        {
            faults.Add(Diagnostic.Error("RB7050", faults.File, table.Id));
        }
    }

    private void ReadQuantities(ref JsonText json)
    {
        if (!json.List())
        {
            return;
        }

        while (json.Item())
        {
            var at = json.At;
            if (QuantityJson.Read(ref json, _numbers) is { } quantity)
            {
                json.Faults.Once(
                    _quantities.TryAdd(quantity.Id.Value, quantity) && !_facts.ContainsKey(quantity.Id.Value),
                    quantity.Id.Value,
                    at
                );
            }
        }
    }

    private void ReadFacts(ref JsonText json)
    {
        if (!json.List())
        {
            return;
        }

        while (json.Item())
        {
            var at = json.At;
            if (FactJson.Read(ref json) is { } fact)
            {
                json.Faults.Once(_facts.TryAdd(fact.Id.Value, fact) && !_quantities.ContainsKey(fact.Id.Value), fact.Id.Value, at);
            }
        }
    }

    private void ReadTables(ref JsonText json)
    {
        if (!json.List())
        {
            return;
        }

        while (json.Item())
        {
            var at = json.At;
            if (TableJson.Read(ref json, _numbers) is { } table)
            {
                json.Faults.Once(_contents.Add(table.Id), table.Id, at);
                _tables.Add(table);
            }
        }
    }

    private void ReadFigures(ref JsonText json)
    {
        if (!json.List())
        {
            return;
        }

        while (json.Item())
        {
            var at = json.At;
            if (FigureJson.Read(ref json, _numbers, _drawings) is { } figure)
            {
                json.Faults.Once(_contents.Add(figure.Id), figure.Id, at);
                _figures.Add(figure);
            }
        }
    }

    private void ReadClaims(ref JsonText json)
    {
        if (!json.List())
        {
            return;
        }

        while (json.Item())
        {
            if (ClaimJson.Read(ref json, _numbers) is { } claim)
            {
                _claims.Add(claim);
            }
        }
    }
}
