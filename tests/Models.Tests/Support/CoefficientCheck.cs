using System.Text.Json;
using ReportBuilder.Models.Regression;
using Xunit;

namespace ReportBuilder.Models.Tests.Support;

/// <summary>Compares a coefficient with the row that json.R wrote for it.</summary>
public static class CoefficientCheck
{
    public static void Same(JsonElement row, LogisticCoefficient coefficient, double tolerance)
    {
        var name = row.GetProperty("term").GetString()!;
        Assert.Equal(name, coefficient.Column.Name);
        Assert.NotNull(coefficient.Estimate);
        var estimate = coefficient.Estimate;
        Close.To(row.Number("estimate"), estimate.Value, tolerance, name);
        Close.To(row.Number("se"), estimate.StandardError, tolerance, name);
        Close.To(row.Number("z"), estimate.Z, tolerance, name);

        // A small error of z is multiplied by |z| in a far tail.
        Close.To(row.Number("p"), estimate.P, tolerance * Math.Max(1, Math.Pow(estimate.Z, 2)), name, 1e-300);
        Close.To(row.Number("low"), estimate.Interval.Low, tolerance, name, tolerance * estimate.StandardError);
        Close.To(row.Number("high"), estimate.Interval.High, tolerance, name, tolerance * estimate.StandardError);
        if (estimate.OddsRatio is { } ratio)
        {
            // An error of the logarithm is a relative error of the ratio.
            var error = tolerance * Math.Max(1, Math.Abs(estimate.Value) + Math.Abs(estimate.Interval.Low));
            Close.To(row.Number("odds_ratio"), ratio.Value, error, name);
            Close.To(Math.Exp(row.Number("low")), ratio.Interval.Low, error, name);
            Close.To(Math.Exp(row.Number("high")), ratio.Interval.High, error, name);
        }
    }
}
