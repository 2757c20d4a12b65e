using System.Collections.Immutable;
using System.Globalization;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Editions;

/// <summary>Editions of any content that an edition can have, one for each seed. Values have no more digits than a file keeps.</summary>
internal sealed class RandomEdition
{
    private static readonly string[] Pieces =
    [
        "a",
        "Æ",
        "ø",
        " ",
        "\"",
        "\\",
        "\n",
        "\t",
        "\u0001",
        "\u00A0",
        "−",
        "«",
        "𓀀",
        "<",
        "{",
        "]",
        "/",
        "57 %",
    ];
    private readonly Random _random;
    private readonly List<QuantityId> _ids = [];

    private RandomEdition(int seed) => _random = new Random(seed);

    /// <summary>The edition of a seed.</summary>
    public static Edition Of(int seed) => new RandomEdition(seed).Draw();

    private Edition Draw()
    {
        var quantities = Enumerable.Range(0, _random.Next(30)).Select(i => Quantity($"q{i}{Part()}{Part()}")).ToList();
        _ids.AddRange(quantities.Select(q => q.Id));
        var facts = Enumerable.Range(0, _random.Next(4)).Select(i => Fact($"f{i}{Part()}"));
        return new Edition
        {
            Quantities = quantities.ToImmutableSortedDictionary(q => q.Id.Value, q => q, StringComparer.Ordinal),
            Facts = facts.ToImmutableSortedDictionary(f => f.Id.Value, f => f, StringComparer.Ordinal),
            Tables = [.. Enumerable.Range(0, _random.Next(4)).Select(Table)],
            Figures = [.. Enumerable.Range(0, _random.Next(4)).Select(Figure)],
            Claims = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Claim())],
            Municipalities = Chance() ? [] : ["0301", "1103", "5401"],
            IsPartial = Chance(),
            Origin = new EditionOrigin(Text(), Text(), Text(), Text(), Chance(), _random.Next()),
        };
    }

    private Quantity Quantity(string id)
    {
        var (unit, decimals, status) = (Any<Unit>(), _random.Next(5), Any<QuantityStatus>());
        var quantity = status switch
        {
            QuantityStatus.Estimated => ReportBuilder.Editions.Quantity.Of(id, Value(), unit, decimals),
            QuantityStatus.Rounded => ReportBuilder.Editions.Quantity.Rounded(
                id,
                Math.Round((_random.NextDouble() - 0.5) * 1000, 2),
                unit,
                decimals
            ),
            _ => ReportBuilder.Editions.Quantity.Without(id, unit, decimals, status),
        };
        if (status == QuantityStatus.Suppressed)
        {
            return quantity;
        }

        var (low, high) = (Value(), Value());
        return quantity with
        {
            Base = Chance() ? _random.Next() : null,
            Interval = Chance() ? new Interval(Math.Min(low, high), Math.Max(low, high), 0.95) : null,
            Slack = status == QuantityStatus.Rounded && Chance() ? 0.05 : null,
        };
    }

    private CategoryFact Fact(string id) =>
        Chance() ? CategoryFact.Of(id, Text(), Texts()) : CategoryFact.Without(id, Text(), QuantityStatus.Suppressed);

    private TableContent Table(int number)
    {
        var id = $"tbl-{number}-{_random.Next()}";
        var columns = Texts();
        var table = Chance()
            ? new TableContent(id, columns, [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Row(columns.Count))])
            : TableContent.OfIds(id, Ids());
        return table with { Number = Maybe(), Caption = Maybe() };
    }

    private TableContentRow Row(int columns) =>
        new(Text(), [.. Enumerable.Range(0, _random.Next(columns + 1)).Select(_ => new CellContent(Text(), Chance() ? Ids() : []))]);

    private FigureContent Figure(int number)
    {
        var id = $"fig-{number}_{_random.Next()}";
        var series = Enumerable.Range(0, _random.Next(4)).Select(_ => new SeriesContent(Text(), Ids()));
        var figure = Chance() ? new FigureContent(id, Text(), Texts(), Texts(), [.. series]) : FigureContent.OfIds(id, Ids());
        return figure with { Number = Maybe(), Caption = Maybe(), Drawing = Chance() ? new string('e', 64) : null };
    }

    private Claim Claim()
    {
        var template = Text();
        return new Claim
        {
            Kind = Text(),
            QuantityIds = Ids(),
            Limits = Texts(),
            Outcome = Any<ClaimOutcome>(),
            Template = template,
            Place = new SourcePlace(template, _random.Next()),
            Sentence = Text(),
        };
    }

    private IReadOnlyList<QuantityId> Ids() =>
        _ids.Count == 0 ? [] : [.. Enumerable.Range(0, _random.Next(4)).Select(_ => _ids[_random.Next(_ids.Count)])];

    private string Part() => Chance() ? string.Empty : "." + "abc_09"[_random.Next(6)];

    private double Value() =>
        double.Parse(
            ((_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-20, 20))).ToString("G10", CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );

    private IReadOnlyList<string> Texts() => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Text())];

    private string Text() => string.Concat(Enumerable.Range(0, _random.Next(5)).Select(_ => Pieces[_random.Next(Pieces.Length)]));

    private string? Maybe() => Chance() ? Text() : null;

    private bool Chance() => _random.Next(2) == 0;

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];
}
