using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>Covariance matrix of the estimated coefficients, those of aliased columns left out. Immutable.</summary>
public sealed class CoefficientCovariance
{
    private readonly double[] _matrix;

    internal CoefficientCovariance(IReadOnlyList<int> columns, IReadOnlyList<DesignColumn> designColumns, double[] matrix)
    {
        Columns = columns;
        DesignColumns = [.. columns.Select(column => designColumns[column])];
        _matrix = matrix;
    }

    /// <summary>For each row of the matrix, the index of its column in the design.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>For each row of the matrix, its column in the design.</summary>
    public IReadOnlyList<DesignColumn> DesignColumns { get; }

    /// <summary>Number of rows.</summary>
    public int Order => Columns.Count;

    /// <summary>Covariance of two coefficients, by their places in <see cref="Columns"/>.</summary>
    public double this[int row, int column] => _matrix[row * Order + column];

    /// <summary>x'Vx: the variance of the linear combination of coefficients with factors x.</summary>
    /// <exception cref="ArgumentException">Another number of factors than the matrix has rows.</exception>
    public double QuadraticForm(ReadOnlySpan<double> factors)
    {
        if (factors.Length != Order)
        {
            throw new ArgumentException($"{factors.Length} factors for order {Order}.", nameof(factors));
        }

        var sum = 0.0;
        for (var i = 0; i < Order; i++)
        {
            for (var j = 0; j < Order; j++)
            {
                sum += factors[i] * _matrix[i * Order + j] * factors[j];
            }
        }

        // Rounding may leave a variance that is nought in truth a trifle below it.
        return Math.Max(sum, 0);
    }
}
