using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Accounts;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Accounts;

public sealed class RevisionSizeTest
{
    [Theory]
    [InlineData(0.004, Unit.Numeric, 2, 3)]
    [InlineData(0.005, Unit.Numeric, 2, 2)]
    [InlineData(0.0004, Unit.PercentagePoints, 1, 2)]
    [InlineData(0.0, Unit.Numeric, 2, 2)]
    [InlineData(1e-12, Unit.Numeric, 2, 6)]
    [InlineData(466, Unit.Numeric, 0, 0)]
    public void DecimalsOf_Size_ShowsThatThereIsOne(double size, Unit unit, int decimals, int expected) =>
        Assert.Equal(expected, RevisionSize.DecimalsOf(size, unit, decimals));

    [Fact]
    public void Of_ChangesBothWays_AreCountedAndMeasuredWithoutSign()
    {
        var size = Assert.Single(
            RevisionSize.Of([Change("a", 10, 13, Unit.Count), Change("b", 10, 3, Unit.Count), Change("c", 10, 11, Unit.Count)])
        );
        Assert.Equal(new RevisionSize(RevisionUnit.Count, 2, 1, 3, 7), size);
        Assert.Equal(3, size.Count);
    }

    [Fact]
    public void Of_EvenNumberOfChanges_MedianIsBetweenTheTwoInTheMiddle() =>
        Assert.Equal(
            2.5,
            RevisionSize
                .Of([
                    Change("a", 0, 1, Unit.Years),
                    Change("b", 0, 2, Unit.Years),
                    Change("c", 0, 3, Unit.Years),
                    Change("d", 0, 9, Unit.Years),
                ])
                .Single()
                .Median
        );

    [Fact]
    public void Of_Scales_AreMeasuredApartInTheirOrder() =>
        Assert.Equal(
            [
                RevisionUnit.Count,
                RevisionUnit.Share,
                RevisionUnit.Mean,
                RevisionUnit.Coefficient,
                RevisionUnit.StandardError,
                RevisionUnit.PValue,
                RevisionUnit.Inflation,
            ],
            RevisionSize
                .Of([
                    Change("m.vif", 1, 2, Unit.VarianceInflation),
                    Change("m.p", 0.1, 0.2, Unit.PValue),
                    Change("m.standardfeil", 1, 2, Unit.LogOdds),
                    Change("m.koeffisient", 1, 2, Unit.LogOdds),
                    Change("m.alder", 1, 2, Unit.Years),
                    Change("m.andel", 0.1, 0.2, Unit.Share),
                    Change("m.forskjell", 0.1, 0.2, Unit.PercentagePoints),
                    Change("m.antall", 1, 2, Unit.Count),
                ])
                .Select(s => s.Unit)
        );

    [Theory]
    [InlineData(0.574, null)]
    [InlineData(0.576, 0.01)]
    [InlineData(0.5549, -0.02)]
    public void Of_OlderKnownAsPrinted_IsHeldAgainstTheNewerPrintedAlike(double now, double? change)
    {
        var old = Quantity.Rounded("a", 0.57, Unit.Share, 0);
        var difference = Changed(old, Quantity.Of("a", now, Unit.Share, 1));
        Assert.Equal(change ?? 0, RevisionSize.ChangeOf(difference));
        Assert.Equal(change is null ? 0 : 1, RevisionSize.Of([difference]).Count);
    }

    [Fact]
    public void Of_ValuesThatAreSavedAlike_HaveNotChanged() =>
        Assert.Empty(
            RevisionSize.Of([Changed(Quantity.Of("a", 450.7616932, Unit.Count, 1), Quantity.Of("a", 450.76169318, Unit.Count, 1))])
        );

    [Fact]
    public void Of_WhatHasNoSize_IsLeftOut() =>
        Assert.Empty(
            RevisionSize.Of([
                Changed(Quantity.Of("a", 1, Unit.Count, 0), Quantity.Without("a", Unit.Count, 0, QuantityStatus.Suppressed)),
                Changed(Quantity.Of("b", 1, Unit.Years, 0), Quantity.Of("b", 12, Unit.Months, 0)),
                Changed(Quantity.Rounded("c", 0.3, Unit.Share, 0) with { Slack = 0.05 }, Quantity.Of("c", 0.5, Unit.Share, 0)),
                Changed(Quantity.Of("d", 1, Unit.Count, 0), Quantity.Of("d", 1, Unit.Count, 1)),
                new Difference("e", DifferenceSubject.Quantity, DifferenceKind.New, null, "1")
                {
                    NewQuantity = Quantity.Of("e", 1, Unit.Count, 0),
                },
            ])
        );

    [Fact]
    public void Units_All_HaveANameOfTheirOwn() =>
        Assert.Equal(RevisionUnits.All.Count, RevisionUnits.All.Select(u => u.Token()).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Units_OfAnEdition_AllHaveAScale() =>
        Assert.All(Enum.GetValues<Unit>(), u => Assert.True(Enum.IsDefined(RevisionUnits.Of(Quantity.Of("a", 1, u, 0)))));

    private static Difference Change(string id, double old, double now, Unit unit) =>
        Changed(Quantity.Of(id, old, unit, 2), Quantity.Of(id, now, unit, 2));

    private static Difference Changed(Quantity old, Quantity now) =>
        new(old.Id.Value, DifferenceSubject.Quantity, DifferenceKind.Changed, "før", "nå") { OldQuantity = old, NewQuantity = now };
}
