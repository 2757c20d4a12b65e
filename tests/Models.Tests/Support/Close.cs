using System.Globalization;
using Xunit;

namespace ReportBuilder.Models.Tests.Support;

/// <summary>Comparison of numbers with a stated tolerance.</summary>
public static class Close
{
    /// <summary>|actual − expected| ≤ tolerance · |expected| + absolute.</summary>
    public static void To(double expected, double? actual, double tolerance, string what = "", double absolute = 0)
    {
        Assert.True(actual is not null, $"{what}: nothing, expected {expected.ToString("R", CultureInfo.InvariantCulture)}");
        var difference = Math.Abs(actual.Value - expected);
        Assert.True(
            difference <= tolerance * Math.Abs(expected) + absolute,
            string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, got {actual:R}, difference {difference:R}")
        );
    }
}
