using System.Xml.Linq;
using ReportBuilder.Charts;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using Xunit;

namespace ReportBuilder.Tests.Charts;

public class ChartRendererTest
{
    private const string Blue = "#1F4E79";
    private const string Amber = "#E0A030";
    private const string Jobbsjansen = "Jobbsjansen";
    private const string Introduksjonsprogrammet = "Introduksjonsprogrammet";

    public static TheoryData<int> Examples { get; } = [.. Enumerable.Range(0, ChartExamples.All.Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void RenderSvg_AnyChart_IsSoundSvgOfFullWidthOnOnePage(int example)
    {
        var drawn = DrawnChart.Of(ChartExamples.All[example]);

        Assert.Equal(720, drawn.Width);
        Assert.InRange(drawn.Height, 60, ChartStyle.Default.MaxHeight);
        Assert.Equal($"0 0 720 {drawn.Height}", drawn.Root.Attribute("viewBox")!.Value);
        Assert.DoesNotContain("NaN", drawn.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", drawn.Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void RenderSvg_AnyChart_TextIsInTheFamilyWithOnePlaceAndUpright(int example)
    {
        var drawn = DrawnChart.Of(ChartExamples.All[example]);

        var group = drawn.Root.Elements().Last();
        Assert.Equal("'Source Sans 3'", group.Attribute("font-family")!.Value);
        var texts = drawn.Root.Descendants().Where(e => e.Name.LocalName == "text").ToArray();
        Assert.All(
            texts,
            t =>
            {
                Assert.Same(group, t.Parent);
                Assert.DoesNotContain(',', t.Attribute("x")!.Value + t.Attribute("y")!.Value);
                Assert.Null(t.Attribute("transform"));
                Assert.Equal(t.Value.Trim(), t.Value);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void RenderSvg_AnyChart_NoTextIsClippedOrTouchesAnother(int example) => AssertTextsStandFree(ChartExamples.All[example]);

    [Theory]
    [InlineData(33, 37)]
    [InlineData(36.9, 37)]
    [InlineData(15.2, 16)]
    [InlineData(58, 59.9)]
    [InlineData(15.2, 59.9)]
    [InlineData(15.2, 37)]
    [InlineData(37, 37)]
    public void RenderSvg_MeansAnywhere_NoTextIsClippedOrTouchesAnother(double first, double second) =>
        AssertTextsStandFree(ChartExamples.Alder with { Means = [ChartExamples.Years(second), ChartExamples.Years(first)] });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(14)]
    public void RenderSvg_AnyNumberOfColumns_NoTextIsClippedOrTouchesAnother(int categories)
    {
        var names = ChartExamples.Tiltak.Categories.Take(categories).ToArray();
        double[] values = [.. Enumerable.Range(0, categories).Select(i => i % 4 == 3 ? -1 : 100 - 7.0 * i)];

        AssertTextsStandFree(ChartExamples.Bars(BarDirection.Vertical, "Prosent", names, values, values, 1));
    }

    [Fact]
    public void RenderSvg_Twice_SameBytes()
    {
        var (renderer, _) = ChartTestBed.Renderer();
        var first = ChartExamples.All.Select(renderer.RenderSvg).ToArray();
        var backwards = ChartExamples.All.Reverse().Select(renderer.RenderSvg).Reverse().ToArray();

        Assert.Equal(first, backwards);
    }

    [Fact]
    public void RenderSvg_InParallel_SameBytes()
    {
        var (renderer, diagnostics) = ChartTestBed.Renderer();
        var alone = ChartExamples.All.Select(renderer.RenderSvg).ToArray();

        var together = Enumerable
            .Range(0, 8 * alone.Length)
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(4)
            .Select(i => renderer.RenderSvg(ChartExamples.All[i % alone.Length]))
            .ToArray();

        Assert.All(Enumerable.Range(0, together.Length), i => Assert.Equal(alone[i % alone.Length], together[i]));
        Assert.Empty(diagnostics.Sorted());
    }

    [Fact]
    public void RenderSvg_Columns_BarAndValueForEachCategoryOfEachSeries()
    {
        var drawn = DrawnChart.Of(ChartExamples.Kjonn);

        Assert.Equal(["Jobbsjansen", "Introduksjonsprogrammet", "Prosent", "99", "46", "1", "54", "Kvinne", "Mann"], drawn.Texts);
        Assert.Equal(2, drawn.Bars(Blue).Count);
        Assert.Equal(2, drawn.Bars(Amber).Count);
    }

    [Fact]
    public void RenderSvg_Flow_ThoseWhoLeaveHangAtTheEndAndNilIsNought()
    {
        var drawn = DrawnChart.Of(ChartExamples.Flyt);
        static double Right(System.Xml.Linq.XElement bar) => Attribute(bar, "x") + Attribute(bar, "width");
        static double Attribute(System.Xml.Linq.XElement bar, string name) =>
            double.Parse(bar.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
        var there = drawn.Bars(Amber);

        // Three steps have bars, the light ones of those who leave among them; the last step is the last bar.
        Assert.Equal(3, drawn.Bars(Blue).Count);
        Assert.Equal(3, there.Count);
        Assert.Contains("\u2212300", drawn.Texts);
        Assert.Contains("0", drawn.Texts);
        // 700 of 1000 are left, seen from where both begin.
        var zero = Attribute(drawn.Bars(Blue)[0], "x");
        Assert.Equal(0.7, (Right(there[^1]) - zero) / (Right(there[0]) - zero), 2);
    }

    [Fact]
    public void RenderSvg_Quadrants_FourFieldsOfOneSizeWithTheCountsThatAreKnown()
    {
        var drawn = DrawnChart.Of(ChartExamples.Kvadranter);

        var fields = drawn
            .Root.Descendants()
            .Where(e => e.Name.LocalName == "rect" && e.Attribute("fill")?.Value == ChartStyle.Default.Grid)
            .ToList();
        Assert.Equal(4, fields.Count);
        Assert.Single(fields.Select(f => (f.Attribute("width")!.Value, f.Attribute("height")!.Value)).Distinct());
        Assert.Equal(
            ["24 prosjekter", "171 prosjekter", "190 prosjekter"],
            drawn.Texts.Where(t => t.EndsWith("prosjekter", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void RenderSvg_SuppressedBar_SignInsteadOfBar()
    {
        var drawn = DrawnChart.Of(ChartExamples.Norsk);

        Assert.Single(drawn.Texts, ":");
        Assert.Equal(4, drawn.Bars(Blue).Count);
        Assert.Equal(5, drawn.Bars(Amber).Count);
    }

    [Fact]
    public void RenderSvg_HorizontalBars_NorwegianDecimalsAndLongNamesOnTwoLines()
    {
        var drawn = DrawnChart.Of(ChartExamples.Tiltak);

        Assert.Contains("38,4", drawn.Texts);
        Assert.Contains("Realkompetansevurdering/", drawn.Texts);
        Assert.Contains("godkjenning av tidligere utdanning", drawn.Texts);
        Assert.Equal(18, drawn.Bars(Blue).Count);
        Assert.Equal(19, drawn.Bars(Amber).Count);
        Assert.Single(drawn.Texts, ":");
    }

    [Fact]
    public void RenderSvg_MoreCategories_TallerChart() =>
        Assert.True(DrawnChart.Of(ChartExamples.Tiltak).Height > DrawnChart.Of(ChartExamples.Landbakgrunn).Height);

    [Fact]
    public void RenderSvg_ColumnsWithoutRoomForNames_DrawnAsHorizontalBars()
    {
        var vertical = ChartExamples.Tiltak with { Direction = BarDirection.Vertical };

        Assert.Equal(DrawnChart.Of(ChartExamples.Tiltak).Source, DrawnChart.Of(vertical).Source);
    }

    [Fact]
    public void RenderSvg_NegativeAndNilValues_NamesStayLeftOfBars()
    {
        var quantities = new[]
        {
            Quantity.Of("prove.a", -0.032, Unit.PercentagePoints, 1),
            Quantity.Of("prove.b", 0.071, Unit.PercentagePoints, 1),
            Quantity.Without("prove.c", Unit.PercentagePoints, 1, QuantityStatus.Nil),
        };
        var chart = new BarChart(
            ["Oslo", "Bergen", "Moss"],
            [new ChartSeries(Scheme.Jobbsjansen, "", quantities)],
            BarDirection.Horizontal,
            ""
        );

        var drawn = DrawnChart.Of(chart);

        Assert.Equal(["Oslo", "−3,2", "Bergen", "7,1", "Moss", "-"], drawn.Texts);
        var boxes = drawn.TextBoxes(ChartTestBed.Fonts);
        Assert.True(boxes[0].Right < boxes[1].Left);
        Assert.Equal(2, drawn.Bars(Blue).Count);
    }

    [Fact]
    public void RenderSvg_TwoSeriesOfOneScheme_SecondIsOutlined()
    {
        var actual = new ChartSeries(Scheme.Jobbsjansen, "Faktisk", [ChartExamples.Share(64), ChartExamples.Share(70)]);
        var predicted = actual with { Name = "Predikert" };

        var drawn = DrawnChart.Of(new BarChart(["A", "B"], [actual, predicted], BarDirection.Vertical, "Prosent"));

        Assert.Equal(2, drawn.Bars(Blue).Count(b => b.Attribute("fill-opacity") is null));
        Assert.Equal(2, drawn.Bars(Blue).Count(b => b.Attribute("fill-opacity")?.Value == "0.22"));
    }

    [Fact]
    public void RenderSvg_Distribution_MeansNamedAndLastClassOpen()
    {
        var drawn = DrawnChart.Of(ChartExamples.Alder);

        Assert.Contains("gjennomsnitt 37 år", drawn.Texts);
        Assert.Contains("gjennomsnitt 33 år", drawn.Texts);
        Assert.Contains("55+", drawn.Texts);
        Assert.DoesNotContain("60", drawn.Texts);
        Assert.Equal(2, drawn.Texts.Count(t => t == ":"));
    }

    [Fact]
    public void RenderSvg_SuppressedMean_SignInKeyAndNoLine()
    {
        var chart = ChartExamples.Alder with { Means = [ChartExamples.Years(37), ChartExamples.Suppressed(Unit.Years)] };

        var drawn = DrawnChart.Of(chart);

        Assert.Contains("Introduksjonsprogrammet (gjennomsnitt :)", drawn.Texts);
        Assert.Single(drawn.Texts, t => t.StartsWith("gjennomsnitt", StringComparison.Ordinal));
    }

    [Fact]
    public void RenderSvg_FunnelsSideBySide_SameScaleUpwardsAndAnAxisEach()
    {
        var drawn = DrawnChart.Of(ChartExamples.Trakter);

        Assert.Equal(["Jobbsjansen", "Introduksjonsprogrammet"], drawn.Texts.Where(t => t is Jobbsjansen or Introduksjonsprogrammet));
        // Fields of one plot stretch both.
        Assert.Equal(2, drawn.Texts.Count(t => t == "60"));
        // Numbers that have no room beside each other at half the width give way; those of the shorter axis do not.
        Assert.Single(drawn.Texts, "200");
        Assert.Equal(2, drawn.Texts.Count(t => t == "100"));
        Assert.Single(drawn.Texts, ChartExamples.MerketTrakt.Marked!.Name);
    }

    [Fact]
    public void RenderSvg_FunnelOfAHiddenResult_HasNoMark()
    {
        var mark = ChartExamples.MerketTrakt.Marked!;
        var hidden = ChartExamples.Trakter with
        {
            Panels =
            [
                ChartExamples.Trakter.Panels[0],
                new FunnelPanel(
                    Introduksjonsprogrammet,
                    ChartExamples.MerketTrakt with
                    {
                        Marked = mark with { Point = mark.Point with { Y = ChartExamples.Suppressed(Unit.PercentagePoints) } },
                    }
                ),
            ],
        };

        Assert.Equal(4, Marks(ChartExamples.Trakter));
        Assert.Equal(3, Marks(hidden));

        // Those of the unit, and those in the key, are the only shapes with a white outline.
        static int Marks(Chart chart) => DrawnChart.Of(chart).Source.Split("stroke=\"white\"").Length - 1;
    }

    [Fact]
    public void RenderSvg_Forest_RowsHeadingsAxisAndMarkers()
    {
        var drawn = DrawnChart.Of(ChartExamples.Individmodell);

        Assert.Contains("Oddsrate (95 % KI)", drawn.Texts);
        Assert.Contains("2,32", drawn.Texts);
        Assert.Contains("(2,18–2,46)", drawn.Texts);
        Assert.Contains("..", drawn.Texts);
        Assert.Contains("← lavere odds", drawn.Texts);
        Assert.Contains("høyere odds →", drawn.Texts);
        Assert.Equal(["0,25", "0,5", "1", "2", "4"], drawn.Texts.Where(t => t is "0,25" or "0,5" or "1" or "2" or "4"));
        var headings = drawn.Root.Descendants().Where(e => e.Attribute("font-weight")?.Value == "700").Select(e => e.Value);
        Assert.Equal(ChartExamples.Individmodell.Groups.Select(g => g.Heading), headings);

        var markers = drawn.Root.Descendants().Where(e => e.Name.LocalName == "ellipse" && e.Attribute("fill")?.Value != "none").ToArray();
        var rows = ChartExamples.Individmodell.Groups.SelectMany(g => g.Rows).Where(r => r.OddsRatio.HasValue).ToArray();
        Assert.Equal(rows.Count(r => r.IsSignificant), markers.Count(m => m.Attribute("fill")!.Value == "#22272E"));
        Assert.Equal(rows.Count(r => !r.IsSignificant), markers.Count(m => m.Attribute("fill")!.Value == "white"));
    }

    [Fact]
    public void RenderSvg_ForestIntervalBeyondAxis_StaysOnSheet()
    {
        var row = new ForestRow("Nesten perfekt skille", ChartExamples.OddsRatio(0.9, 0.0001, 90000), false);

        var drawn = DrawnChart.Of(new ForestChart([new ForestGroup("", [row])], "Oddsrate", "lavere odds", "høyere odds"));

        Assert.Contains("0,0625", drawn.Texts);
        Assert.Contains("16", drawn.Texts);
        Assert.All(drawn.TextBoxes(ChartTestBed.Fonts), b => Assert.True(b is { Left: >= 0, Right: <= 720.5 }, b.ToString()));
    }

    [Fact]
    public void RenderSvg_SuppressedValues_NumberIsNowhereInTheFile()
    {
        // Neither number nor limits can be in the quantity; a row drawn for it must not stretch the axis either.
        var hidden = ChartExamples.Suppressed(Unit.OddsRatio);
        var chart = new ForestChart(
            [
                new ForestGroup(
                    "Gruppe",
                    [new ForestRow("Skjult", hidden, true), new ForestRow("Vist", ChartExamples.OddsRatio(1.5, 1.2, 1.9), true)]
                ),
            ],
            "Oddsrate",
            "lavere odds",
            "høyere odds"
        );

        var drawn = DrawnChart.Of(chart);

        Assert.Contains(":", drawn.Texts);
        // 0.5–2 is enough for what is shown.
        Assert.DoesNotContain("8", drawn.Texts);
    }

    [Fact]
    public void RenderSvg_CharacterWithoutGlyph_IsDiagnosticWithCharacterAndText()
    {
        var (renderer, diagnostics) = ChartTestBed.Renderer();

        var svg = renderer.RenderSvg(ChartExamples.Bars(BarDirection.Vertical, "Prosent", ["Kvinne", "Mann 漢"], [1, 2], [3, 4]));

        var diagnostic = Assert.Single(diagnostics.Sorted());
        Assert.Equal("RB5201", diagnostic.Code);
        Assert.Equal("Mann 漢", diagnostic.Found);
        Assert.Equal(["漢", "U+6F22", "Source Sans 3"], diagnostic.Arguments);
        Assert.NotNull(XDocument.Parse(svg).Root);
    }

    [Fact]
    public void RenderSvg_ValuesNotMatchingCategories_Throws()
    {
        var (renderer, _) = ChartTestBed.Renderer();

        Assert.Throws<ArgumentException>(() => renderer.RenderSvg(ChartExamples.Kjonn with { Categories = ["Kvinne"] }));
    }

    private static void AssertTextsStandFree(Chart chart)
    {
        var drawn = DrawnChart.Of(chart);
        var boxes = drawn.TextBoxes(ChartTestBed.Fonts);

        Assert.All(
            boxes,
            b => Assert.True(b is { Left: >= -0.5, Right: <= 720.5, Top: >= 0 } && b.Bottom <= drawn.Height - 2, b.ToString())
        );
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = i + 1; j < boxes.Count; j++)
            {
                var (a, b) = (boxes[i], boxes[j]);
                var overlaps = a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
                Assert.False(overlaps, $"{a} {b}");
            }
        }
    }
}
