using System.Globalization;
using System.Text;
using CsCheck;
using ReportBuilder.Registers;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Registers;

/// <summary>What is a number, a date, a yes, and what is not.</summary>
public class RegisterValueTest
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("10,5", 10.5)]
    [InlineData("10.5", 10.5)]
    [InlineData("-3", -3)]
    [InlineData("+3,25", 3.25)]
    [InlineData("\u22123,25", -3.25)]
    [InlineData(".5", 0.5)]
    [InlineData("-,5", -0.5)]
    [InlineData("007", 7)]
    [InlineData("0,1", 0.1)]
    [InlineData("1e+05", 100000)]
    [InlineData("1,5E-2", 0.015)]
    [InlineData("123456789012345678", 123456789012345678d)]
    [InlineData("3,14159265358979312", Math.PI)]
    [InlineData("99999999999999999999", 1e20)]
    public void TryReadNumber_Number_IsRead(string cell, double expected)
    {
        Assert.True(RegisterValue.TryReadNumber(Encoding.UTF8.GetBytes(cell), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(",")]
    [InlineData("5,")]
    [InlineData("5.")]
    [InlineData("1 234")]
    [InlineData("1\u00A0234")]
    [InlineData("1,234.5")]
    [InlineData("1.234,5")]
    [InlineData("1.234.567")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x1F")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e5")]
    [InlineData("1e5.0")]
    [InlineData("1e999")]
    [InlineData("--1")]
    [InlineData("+-1")]
    [InlineData("(1)")]
    [InlineData("12%")]
    [InlineData("12 timer")]
    [InlineData("١٢")]
    [InlineData("00000000000000000000000000000000000000001")]
    public void TryReadNumber_SomethingElse_IsNot(string cell)
    {
        Assert.False(RegisterValue.TryReadNumber(Encoding.UTF8.GetBytes(cell), out var value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void TryReadNumber_AnyNumber_IsTheNearestDouble() =>
        Property.Holds(
            Gen.Double[-1e12, 1e12].Select(Gen.Int[0, 12]),
            example =>
            {
                var text = example.Item1.ToString("F" + example.Item2.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
                var expected = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
                foreach (var cell in new[] { text, text.Replace('.', ',') })
                {
                    Assert.True(RegisterValue.TryReadNumber(Encoding.UTF8.GetBytes(cell), out var value));
                    Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
                }
            }
        );

    [Theory]
    [InlineData("34", 34)]
    [InlineData("34.0", 34)]
    [InlineData("-1", -1)]
    public void TryReadInteger_Whole_IsRead(string cell, int expected)
    {
        Assert.True(RegisterValue.TryReadInteger(Encoding.UTF8.GetBytes(cell), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("34,5")]
    [InlineData("3000000000")]
    [InlineData("x")]
    public void TryReadInteger_NotWhole_IsNot(string cell) =>
        Assert.False(RegisterValue.TryReadInteger(Encoding.UTF8.GetBytes(cell), out _));

    [Theory]
    [InlineData("31.12.2019", 2019, 12, 31)]
    [InlineData("1.2.2019", 2019, 2, 1)]
    [InlineData("01.2.2019", 2019, 2, 1)]
    [InlineData("2019-12-31", 2019, 12, 31)]
    [InlineData("29.02.2020", 2020, 2, 29)]
    [InlineData("2019-12-31 00:00:00", 2019, 12, 31)]
    [InlineData("2019-12-31T23:59:59.123Z", 2019, 12, 31)]
    [InlineData("31.12.2019 00:00", 2019, 12, 31)]
    [InlineData("01.01.1900", 1900, 1, 1)]
    public void TryReadDate_Date_IsRead(string cell, int year, int month, int day)
    {
        Assert.True(RegisterValue.TryReadDate(Encoding.UTF8.GetBytes(cell), out var value));
        Assert.Equal(new DateOnly(year, month, day), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2019")]
    [InlineData("20191231")]
    [InlineData("31122019")]
    [InlineData("31.12.19")]
    [InlineData("31.12.0201")]
    [InlineData("0201-12-31")]
    [InlineData("31.02.2019")]
    [InlineData("29.02.2019")]
    [InlineData("2019-13-01")]
    [InlineData("00.01.2019")]
    [InlineData("2019-1-5")]
    [InlineData("03/04/2019")]
    [InlineData("03-04-2019")]
    [InlineData("31.12-2019")]
    [InlineData("31.12.2019x")]
    [InlineData("31.12.2019 ")]
    [InlineData("31.12.2019 25:00")]
    [InlineData("31.12.2019 5")]
    [InlineData("31.12.20190")]
    [InlineData("031.12.2019")]
    [InlineData("43831")]
    [InlineData("31DEC2019")]
    [InlineData("2019-W52")]
    [InlineData("9999999999999999.1.2019")]
    public void TryReadDate_SomethingElse_IsNot(string cell)
    {
        Assert.False(RegisterValue.TryReadDate(Encoding.UTF8.GetBytes(cell), out var value));
        Assert.Equal(default, value);
    }

    [Fact]
    public void TryReadDate_AnyDay_ComesBack() =>
        Property.Holds(
            Gen.Int[0, new DateOnly(2099, 12, 31).DayNumber - new DateOnly(1900, 1, 1).DayNumber],
            days =>
            {
                var date = new DateOnly(1900, 1, 1).AddDays(days);
                foreach (var form in new[] { "yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd'T'HH:mm:ss" })
                {
                    var text = date.ToDateTime(default).ToString(form, CultureInfo.InvariantCulture);
                    Assert.True(RegisterValue.TryReadDate(Encoding.UTF8.GetBytes(text), out var value));
                    Assert.Equal(date, value);
                }
            },
            500
        );

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("1.0", true)]
    [InlineData("0,0", false)]
    [InlineData("Ja", true)]
    [InlineData("NEI", false)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    public void TryReadYesNo_YesOrNo_IsRead(string cell, bool expected)
    {
        Assert.True(RegisterValue.TryReadYesNo(Encoding.UTF8.GetBytes(cell), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("J")]
    [InlineData("N")]
    [InlineData("yes")]
    [InlineData("ja ")]
    public void TryReadYesNo_SomethingElse_IsNot(string cell)
    {
        Assert.False(RegisterValue.TryReadYesNo(Encoding.UTF8.GetBytes(cell), out var value));
        Assert.False(value);
    }

    [Fact]
    public void TryRead_Values_AllocateNothing()
    {
        byte[][] cells = [.. new[] { "10,5", "31.12.2019", "Ja", "1e+05", "x", "03/04/2019" }.Select(Encoding.UTF8.GetBytes)];
        var count = ReadAll(cells);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var again = ReadAll(cells);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(count, again);
    }

    private static int ReadAll(byte[][] cells)
    {
        var count = 0;
        foreach (var cell in cells)
        {
            count += RegisterValue.TryReadNumber(cell, out _) ? 1 : 0;
            count += RegisterValue.TryReadDate(cell, out _) ? 1 : 0;
            count += RegisterValue.TryReadYesNo(cell, out _) ? 1 : 0;
        }

        return count;
    }
}
