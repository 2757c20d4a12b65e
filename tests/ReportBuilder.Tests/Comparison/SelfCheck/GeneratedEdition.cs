using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>
/// An edition of any size, made by a seed and like the report's own in its mix: about a hundred numbers a table, as many units, signs, intervals and bases, a figure for each table, seven claims and a
/// municipality. Tables print the numbers, drawings show them: where a number changes, so does all that shows it.
/// </summary>
internal sealed class GeneratedEdition
{
    /// <summary>Numbers in each part: with a table, a figure and claims of its own.</summary>
    public const int NumbersAPart = 98;

    private const int TableRows = 12;
    private const int SeriesLength = 12;
    private const int OtherNumbers = NumbersAPart - (TableRows * 4) - (SeriesLength * 2);
    private const int Claims = 7;

    private static readonly string[] Years = ["2017", "2018", "2019", "2020"];
    private static readonly string[] Schemes = ["Jobbsjansen", "Introduksjonsprogrammet"];
    private static readonly string[] Kinds = ["bar", "forest", "distribution", "pair", "funnel", "effect"];

    // As often as in the report: of its 3 337 numbers 879 are shares, 835 counts, 453 percentage points …
    private static readonly (Unit Unit, int Decimals, int Weight)[] Units =
    [
        (Unit.Share, 0, 26),
        (Unit.Count, 0, 25),
        (Unit.PercentagePoints, 0, 14),
        (Unit.LogOdds, 2, 9),
        (Unit.PValue, 3, 5),
        (Unit.OddsRatio, 2, 5),
        (Unit.Numeric, 2, 5),
        (Unit.VarianceInflation, 1, 4),
        (Unit.OddsChange, 0, 3),
        (Unit.Probability, 0, 2),
        (Unit.Years, 1, 1),
        (Unit.Variance, 3, 1),
    ];

    private readonly EditionBuilder _builder = new();
    private readonly List<TableContent> _tables = [];
    private readonly List<FigureContent> _figures = [];
    private readonly List<Claim> _claims = [];
    private readonly ImmutableSortedDictionary<string, byte[]>.Builder _drawings = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(
        StringComparer.Ordinal
    );
    private readonly Random _structure = new(2022);
    private readonly Random _values = new(2022);
    private readonly Random _changes = new(2023);
    private readonly double _changed;
    private readonly int _drawingBytes;

    private GeneratedEdition(double changed, int drawingBytes)
    {
        _changed = changed;
        _drawingBytes = drawingBytes;
    }

    /// <summary>Makes an edition.</summary>
    /// <param name="parts">Number of parts.</param>
    /// <param name="changed">Share of the numbers that differ from those of the edition with 0 here.</param>
    /// <param name="drawingBytes">Least size of a drawing.</param>
    public static SavedEdition Make(int parts, double changed = 0, int drawingBytes = 400) =>
        new GeneratedEdition(changed, drawingBytes).Made(parts);

    private SavedEdition Made(int parts)
    {
        for (var part = 0; part < parts; part++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"del_{part:D3}");
            var shown = Table(part, name).Concat(Figure(part, name)).ToArray();
            for (var i = 0; i < OtherNumbers; i++)
            {
                Add(string.Create(CultureInfo.InvariantCulture, $"{name}.annet.{i:D2}"), DrawnUnit());
            }

            Claim(part, shown);
            _builder.Add(CategoryFact.Of($"{name}.typisk", "landbakgrunn", Changes() || part % 2 == 0 ? "sor_asia" : "ost_afrika"));
        }

        var edition = new Edition
        {
            Quantities = _builder.ToQuantities(),
            Facts = _builder.ToFacts(),
            Tables = _tables,
            Figures = _figures,
            Claims = _claims,
            Municipalities = [.. Enumerable.Range(0, parts).Select(p => (301 + p).ToString("D4", CultureInfo.InvariantCulture))],
            Origin = new EditionOrigin("Utgave", "0.1.0", "deltakere.csv", new string('0', 64), true, 29774),
        };
        return new(edition, _drawings.ToImmutable());
    }

    private List<Quantity> Table(int part, string name)
    {
        var numbers = new List<Quantity>();
        var rows = new List<TableContentRow> { new("group", [new CellContent($"Gruppe {part + 1}", [])]) };
        for (var row = 0; row < TableRows; row++)
        {
            var unit = DrawnUnit();
            var cells = Years.Select(y => Add(string.Create(CultureInfo.InvariantCulture, $"{name}.rad_{row:D2}.{y}"), unit)).ToArray();
            numbers.AddRange(cells);
            var label = new CellContent(row == TableRows - 1 ? "I alt 2020" : $"Kategori {row + 1}", []);
            rows.Add(new(row == TableRows - 1 ? "summary" : "data", [label, .. cells.Select(q => new CellContent(Text(q), [q.Id]))]));
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"tbl-del-{part:D3}");
        _tables.Add(
            new TableContent(id, ["Kategori", .. Years], rows)
            {
                Number = $"{part + 1}",
                Caption = $"Deltakere etter kategori, del {part + 1}",
            }
        );
        return numbers;
    }

    private List<Quantity> Figure(int part, string name)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"fig-del-{part:D3}");
        var kind = Kinds[part % Kinds.Length];
        var unit = kind is "forest" or "funnel" ? (Unit.OddsRatio, 2) : (Unit.Share, 0);
        var numbers = new List<Quantity>();
        var series = new List<SeriesContent>();
        foreach (var scheme in Schemes)
        {
            // Dots are two numbers of the same project, marks one number of a category.
            var ids = Enumerable
                .Range(0, SeriesLength)
                .Select(i => kind == "funnel" ? $"prosjekt_{i / 2}.{(i % 2 == 0 ? "x" : "y")}" : $"kategori_{i}");
            var added = ids.Select(i => Add($"{name}.{scheme.ToLowerInvariant()}.{i}", unit)).ToArray();
            numbers.AddRange(added);
            series.Add(new(scheme, [.. added.Select(q => q.Id)]));
        }

        var drawing = Drawing(id, numbers);
        _drawings.Add(id, drawing);
        _figures.Add(
            new FigureContent(
                id,
                kind,
                ["Andel", "100"],
                kind == "funnel" ? [] : [.. Enumerable.Range(2015, SeriesLength).Select(y => $"År {y}")],
                series
            )
            {
                Number = $"{part + 1}",
                Caption = $"Måloppnåelse, del {part + 1}",
                Drawing = SavedEdition.Fingerprint(drawing),
            }
        );
        return numbers;
    }

    private void Claim(int part, Quantity[] shown)
    {
        for (var i = 0; i < Claims; i++)
        {
            var (a, b) = (shown[i * 9], shown[(i * 9) + 1]);
            _claims.Add(
                new Claim
                {
                    Kind = "hoyere",
                    QuantityIds = [a.Id, b.Id],
                    Limits = [],
                    Outcome = (a.Value, b.Value) is ({ } x, { } y)
                        ? x > y
                            ? ClaimOutcome.Holds
                            : ClaimOutcome.Fails
                        : ClaimOutcome.Untried,
                    Template = $"kapittel-{part % 9}.md",
                    Place = new SourcePlace($"kapittel-{part % 9}.md", (part * Claims) + i + 1, 1),
                    Sentence = $"I del {part + 1} er andelen høyere i den første gruppen enn i den andre (…), setning {i + 1}.",
                }
            );
        }
    }

    private (Unit Unit, int Decimals) DrawnUnit()
    {
        var left = _structure.Next(Units.Sum(u => u.Weight));
        foreach (var (unit, decimals, weight) in Units)
        {
            left -= weight;
            if (left < 0)
            {
                return (unit, decimals);
            }
        }

        throw new InvalidOperationException("The weights do not add up.");
    }

    private bool Changes() => _changed >= 1 || _changes.NextDouble() < _changed;

    private Quantity Add(string id, (Unit Unit, int Decimals) of)
    {
        var quantity = Drawn(id, of.Unit, of.Decimals);
        _builder.Add(quantity);
        return quantity;
    }

    // The same draws are made whatever changes, so that what does not change is the same.
    private Quantity Drawn(string id, Unit unit, int decimals)
    {
        var (sort, hasInterval, rows) = (_structure.NextDouble(), _structure.NextDouble() < 0.27, _structure.Next(5, 20_000));
        var (kept, other) = (_values.NextDouble(), _changes.NextDouble());
        var draw = Changes() ? other : kept;
        QuantityStatus? sign = sort switch
        {
            < 0.016 => QuantityStatus.Suppressed,
            < 0.031 => QuantityStatus.Nil,
            < 0.034 => QuantityStatus.NotApplicable,
            < 0.035 => QuantityStatus.NotEstimable,
            _ => null,
        };
        if (sign is { } status)
        {
            return Quantity.Without(id, unit, decimals, status);
        }

        var value = unit switch
        {
            Unit.Count => Math.Floor(draw * 20_000),
            Unit.PercentagePoints or Unit.LogOdds or Unit.Numeric => (draw * 2) - 1,
            Unit.OddsRatio or Unit.VarianceInflation => 0.2 + (draw * 4),
            Unit.Years => 20 + (draw * 30),
            _ => draw,
        };
        var quantity = sort < 0.07 ? Quantity.Rounded(id, value, unit, decimals) : Quantity.Of(id, value, unit, decimals);
        var margin = quantity.Step() * 3;
        return quantity with
        {
            Base = sort < 0.7 ? rows : null,
            Interval = hasInterval ? new Interval(value - margin, value + margin, 0.95) : null,
        };
    }

    private static string Text(Quantity quantity) => NorwegianNumberText.Number(quantity);

    private byte[] Drawing(string id, List<Quantity> numbers)
    {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{id}</title>\n");
        for (var i = 0; i < numbers.Count || svg.Length < _drawingBytes; i++)
        {
            var quantity = numbers[i % numbers.Count];
            var height = Math.Abs(quantity.Value ?? 0);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""
                  <rect fill="#1F4E79" stroke="#FFFFFF" stroke-width="1" x="{i * 7.25}" y="{height:G6}" width="92.5" height="{height
                    + 1:G6}" />
                  <text x="{i * 7.25}" y="{height:G6}" fill="#22272E" font-weight="600" text-anchor="middle">{Text(quantity)}</text>

                """
            );
        }

        return Encoding.UTF8.GetBytes(svg.Append("</svg>\n").ToString());
    }
}
