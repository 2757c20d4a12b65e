using ReportBuilder.TypstWriting;
using Xunit;

namespace ReportBuilder.Tests.TypstWriting;

public class ColumnTailsTest
{
    [Theory]
    [InlineData("0,46***_(0,13)", ",46***_(0,13)")]
    [InlineData("−1_234,5", ",5")]
    [InlineData("73_%", "_%")]
    [InlineData("19_316", "")]
    [InlineData("< 0,001", ",001")]
    [InlineData(":", "")]
    public void Tail_OfCell_IsWhatFollowsTheWholePart(string cell, string expected) =>
        Assert.Equal(expected, ColumnTails.TailOf(cell.Replace('_', '\u00A0')).Replace('\u00A0', '_'));

    [Fact]
    public void Padding_OfEveryCell_MakesAllTailsEquallyWide()
    {
        string[] cells = ["0,46*** (0,13)", "−1,2 (0,134)", "73 %", "19 316", ":", ".."];
        var tails = new ColumnTails(cells, []);

        // Digits are equally wide, so that tails are equally wide when they hold the same signs.
        var widths = cells.Select(c =>
            string.Concat((ColumnTails.TailOf(c) + tails.PaddingOf(c)).Select(s => char.IsAsciiDigit(s) ? '0' : s).Order())
        );
        Assert.Single(widths.Distinct());
    }

    [Fact]
    public void Padding_OfEqualCells_IsEmpty() => Assert.Empty(new ColumnTails(["0,12", "3,45"], []).PaddingOf("0,12"));

    [Theory]
    [InlineData("−0,57 (0,18)", "***")]
    [InlineData("19 316", "")]
    [InlineData("21 274,44", "")]
    public void ClosingPadding_AlignsOnlyWhatIsLikeTheNumbersAbove(string cell, string expected) =>
        Assert.Equal(expected, new ColumnTails(["0,46*** (0,13)", string.Empty, ":"], [cell]).ClosingPaddingOf(cell));

    [Fact]
    public void Padding_IsNotWidenedByAClosingCountOrShare() => Assert.Empty(new ColumnTails(["12", "345"], ["64 %"]).PaddingOf("12"));
}
