namespace ReportBuilder.Models.Regression;

/// <summary>Which sides of the profile intervals of a model without estimates have no limit, because the outcomes are separated.</summary>
internal sealed class UnboundedSides(LogisticFit fit)
{
    private readonly SignedRows? _rows = fit.Status is LogisticStatus.Separated or LogisticStatus.QuasiSeparated
        ? SignedRows.Of(fit.Design)
        : null;

    /// <summary>The interval of a column: unbounded to the sides on which its coefficient can grow, otherwise without estimate.</summary>
    public ProfileInterval Of(int column, double level)
    {
        var basis = fit.Design.Basis;
        var place = Array.IndexOf([.. basis.Estimable], column);
        if (_rows is null || place < 0)
        {
            return None(fit, column, level);
        }

        var factors = new double[basis.Rank];
        for (var k = 0; k < factors.Length; k++)
        {
            var unit = new double[basis.Rank];
            unit[k] = 1;
            factors[k] = basis.ToDesign(unit)[place];
        }

        return new ProfileInterval(
            column,
            fit.Design.Columns[column],
            Side(_rows, [.. factors.Select(factor => -factor)]),
            Side(_rows, factors),
            level
        );
    }

    /// <summary>An interval of which nothing is known.</summary>
    public static ProfileInterval None(LogisticFit fit, int column, double level)
    {
        var none = new ProfileLimit(ProfileLimitStatus.NoEstimate, null);
        return new ProfileInterval(column, fit.Design.Columns[column], none, none, level);
    }

    private static ProfileLimit Side(SignedRows rows, double[] factors) =>
        new(SeparatingDirection.LetsGrow(rows, factors) ? ProfileLimitStatus.Unbounded : ProfileLimitStatus.NoEstimate, null);
}
