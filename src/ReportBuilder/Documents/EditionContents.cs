using System.Globalization;
using System.Security.Cryptography;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Tables;

namespace ReportBuilder.Documents;

/// <summary>Tables and figures as an edition keeps them: what the reader sees, and the ids behind it.</summary>
public static class EditionContents
{
    /// <summary>
    /// An edition with what its book adds: the claims, tables and figures in the order of the book with numbers and captions, and the fingerprints of the drawings. What no text places
    /// stands last.
    /// </summary>
    /// <param name="edition">The numbers, and all tables and figures.</param>
    /// <param name="book">The book made from it.</param>
    /// <param name="drawings">The charts as SVG, by id of the figure.</param>
    public static Edition InBook(Edition edition, Book book, IReadOnlyDictionary<string, byte[]> drawings)
    {
        var places = book.Placed.Index().ToDictionary(p => p.Item.Id, p => p, StringComparer.Ordinal);
        var tables =
            from table in edition.Tables
            let place = PlaceOf(places, table.Id)
            orderby place.Index
            select table with
            {
                Number = place.Content?.Number,
                Caption = place.Content?.Caption,
            };
        var figures =
            from figure in edition.Figures
            let place = PlaceOf(places, figure.Id)
            orderby place.Index
            select figure with
            {
                Number = place.Content?.Number,
                Caption = place.Content?.Caption,
                Drawing = drawings.TryGetValue(figure.Id, out var svg) ? Convert.ToHexStringLower(SHA256.HashData(svg)) : null,
            };
        return edition with { Claims = book.Claims, Tables = [.. tables], Figures = [.. figures] };
    }

    /// <summary>A table, cell by cell.</summary>
    public static TableContent Of(Table table) => new(table.Id, [.. table.Columns.Select(c => c.Header)], [.. table.Rows.Select(Row)]);

    /// <summary>A figure, series by series.</summary>
    public static FigureContent Of(Figure figure) =>
        figure.Chart switch
        {
            BarChart bar => new(figure.Id, "bar", [bar.AxisTitle, Limit(bar.Maximum)], bar.Categories, [.. bar.Series.Select(Series)]),
            DistributionChart d => new(
                figure.Id,
                "distribution",
                [d.AxisTitle, d.ShareTitle],
                [.. d.Edges.Select(e => Limit(e))],
                [.. d.Series.Select(Series), new SeriesContent("mean", Ids(d.Means))]
            ),
            FlowChart flow => new(
                figure.Id,
                "flow",
                [flow.AxisTitle],
                [.. flow.Steps.Select(s => s.Label)],
                [.. flow.Series.Select(Series), new SeriesContent("total", Ids(flow.Steps.Select(s => s.Total)))]
            ),
            ForestChart forest => new(
                figure.Id,
                "forest",
                [forest.AxisTitle, forest.LowerHint, forest.HigherHint],
                [.. forest.Groups.SelectMany(g => g.Rows).Select(r => r.Label)],
                [.. forest.Groups.Select(g => new SeriesContent(g.Heading, Ids(g.Rows.Select(r => r.OddsRatio))))]
            ),
            PairChart pair => new(
                figure.Id,
                "pair",
                [pair.AxisTitle],
                pair.Categories,
                [
                    .. pair.Panels.SelectMany(p =>
                        new[] { Named($"{p.Name}: {pair.ActualName}", p.Actual), Named($"{p.Name}: {pair.ExpectedName}", p.Expected) }
                    ),
                ]
            ),
            EffectChart effect => new(
                figure.Id,
                "effect",
                [effect.AxisTitle, effect.LowerHint, effect.HigherHint, effect.ColumnTitle],
                [.. effect.Groups.SelectMany(g => g.Rows).Select(r => r.Label)],
                [
                    .. effect.Groups.Select(g => new SeriesContent(g.Heading, Ids(g.Rows.Select(r => r.Effect)))),
                    new SeriesContent("reference", Ids([effect.Reference])),
                ]
            ),
            FunnelChart funnel => new(figure.Id, "funnel", [funnel.XTitle, funnel.YTitle], [], [.. SeriesOf(funnel)]),
            FunnelPanels funnels => new(
                figure.Id,
                "funnels",
                [.. funnels.Panels.SelectMany(p => new[] { p.Funnel.XTitle, p.Funnel.YTitle }).Distinct(StringComparer.Ordinal)],
                [],
                [.. funnels.Panels.SelectMany(p => SeriesOf(p.Funnel).Select(s => s with { Name = $"{p.Name}: {s.Name}" }))]
            ),
            ProfileChart profile => new(
                figure.Id,
                "profile",
                [profile.AxisTitle],
                profile.Rows,
                [
                    .. profile.Panels.SelectMany(p =>
                        profile.Places.Zip(p.Values, (place, values) => Named($"{p.Name}: {place.Name}", values))
                    ),
                ]
            ),
            MapChart => new(figure.Id, "map", [], [], []),
            QuadrantChart quadrant => new(
                figure.Id,
                "quadrant",
                [quadrant.X.Title, quadrant.X.Low, quadrant.X.High, quadrant.Y.Title, quadrant.Y.Low, quadrant.Y.High],
                [.. quadrant.Fields.Select(f => f.Name)],
                [new SeriesContent("count", Ids(quadrant.Fields.Select(f => f.Count)))]
            ),
            ScatterChart scatter => new(
                figure.Id,
                "scatter",
                [scatter.XTitle, scatter.YTitle, scatter.AboveName, scatter.BelowName],
                [],
                [.. scatter.Series.Select(Dots), Named(scatter.MeanName, [scatter.Mean])]
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Unknown kind of chart."),
        };

    private static (int Index, PlacedContent? Content) PlaceOf(Dictionary<string, (int Index, PlacedContent Item)> places, string id) =>
        places.TryGetValue(id, out var place) ? place : (int.MaxValue, null);

    private static TableContentRow Row(TableRow row) =>
        new(EditionWriter.NameOf(row.Kind), [.. row.Cells.Select(c => new CellContent(TableCellText.Of(c), Ids(c.Quantities)))]);

    private static IEnumerable<SeriesContent> SeriesOf(FunnelChart funnel) =>
        [
            .. funnel.Series.Select(Dots),
            .. funnel.Marked is { } mark ? [Named(mark.Name, [mark.Point.X, mark.Point.Y])] : Array.Empty<SeriesContent>(),
            .. funnel.Limits.Select(l => Named(l.Name, l.Quantities)),
        ];

    private static SeriesContent Series(ChartSeries series) => Named(series.Name, series.Values);

    private static SeriesContent Dots(ScatterSeries series) => Named(series.Name, series.Points.SelectMany(p => new[] { p.X, p.Y }));

    private static SeriesContent Named(string name, IEnumerable<Quantity> values) => new(name, Ids(values));

    private static IReadOnlyList<QuantityId> Ids(IEnumerable<Quantity> values) => [.. values.Select(q => q.Id)];

    private static string Limit(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
