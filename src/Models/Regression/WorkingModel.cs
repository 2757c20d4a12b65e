using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// A fitted model in the working columns Z of its design's basis: where all that follows a fit is computed, as products there
/// are well conditioned, before it is turned into coefficients of the design's columns.
/// </summary>
internal sealed class WorkingModel
{
    private readonly ColumnBasis _basis;

    private WorkingModel(ModelDesign design, double[] coefficients)
    {
        Design = design;
        Coefficients = coefficients;
        _basis = design.Basis;
        var score = NewScore(Workers.All);
        score.Evaluate(coefficients);
        LogLikelihood = score.LogLikelihood;
        Information =
            CholeskyFactor.TryFactor(score.Information, coefficients.Length)
            ?? throw new InvalidOperationException("The information at a converged fit is positive definite.");
    }

    public ModelDesign Design { get; }

    public int Rank => Coefficients.Length;

    /// <summary>Coefficients of the working columns.</summary>
    public double[] Coefficients { get; }

    public double LogLikelihood { get; }

    /// <summary>Prior weight of each row.</summary>
    public double Weight(int row) => Design.Weights is { } weights ? weights[row] : 1;

    /// <summary>w(y − p) of each row: what its columns are multiplied by in the score.</summary>
    public double[] ScoreFactors()
    {
        var factors = LinearPredictors();
        for (var row = 0; row < factors.Length; row++)
        {
            var sign = 2 * Design.Outcome[row] - 1;
            factors[row] = sign * Weight(row) * LogisticMath.Probability(-sign * factors[row]);
        }

        return factors;
    }

    /// <summary>Z'WZ.</summary>
    public CholeskyFactor Information { get; }

    public static WorkingModel Of(LogisticFit fit, LogisticEstimates estimates) => new(fit.Design, estimates.WorkingCoefficients);

    /// <summary>
    /// For each estimable column, the factors t with which its coefficient is made of the working ones: β = t'θ. Rows of the map that
    /// <see cref="ColumnBasis.ToDesign"/> applies.
    /// </summary>
    public double[][] CoefficientFactors()
    {
        double[][] factors = [.. Enumerable.Range(0, Rank).Select(_ => new double[Rank])];
        for (var k = 0; k < Rank; k++)
        {
            var unit = new double[Rank];
            unit[k] = 1;
            var column = _basis.ToDesign(unit);
            for (var j = 0; j < Rank; j++)
            {
                factors[j][k] = column[j];
            }
        }

        return factors;
    }

    /// <summary>A workspace to evaluate the likelihood in at other coefficients.</summary>
    /// <param name="threads">Threads that one evaluation may use; sums are the same with any number.</param>
    public LogisticScore NewScore(int threads) => new(Design, threads);

    /// <summary>Linear predictor of each row.</summary>
    public double[] LinearPredictors() => _basis.Matrix.Multiply(Coefficients)[..Design.RowCount];

    /// <summary>z'(Z'WZ)⁻¹z of each row: the variance of its linear predictor.</summary>
    public double[] LinearPredictorVariances()
    {
        var sums = new double[Design.RowCount];
        for (var k = 0; k < Rank; k++)
        {
            // L'⁻¹ times a unit vector is a row of L⁻¹, and z'(LL')⁻¹z = |L⁻¹z|².
            var row = new double[Rank];
            row[k] = 1;
            Information.SolveUpper(row);
            var product = _basis.Matrix.Multiply(row);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += product[i] * product[i];
            }
        }

        return sums;
    }

    /// <summary>Z'DZ for a diagonal D, row by row.</summary>
    public double[] CrossProductOf(ReadOnlySpan<double> diagonal) => WeightedProduct.Of(_basis.Matrix, diagonal);

    /// <summary>Adds a multiple of a row of Z.</summary>
    public void AddRow(int row, double factor, Span<double> to)
    {
        var (panel, place) = Math.DivRem(row, PanelMatrix.PanelRows);
        var values = MemoryMarshal.Cast<Vector256<double>, double>(_basis.Matrix.Panel(panel));
        for (var k = 0; k < to.Length; k++)
        {
            to[k] += factor * values[k * PanelMatrix.PanelRows + place];
        }
    }

    /// <summary>The product of a row of Z and coefficients of the working columns.</summary>
    public double Multiply(int row, ReadOnlySpan<double> coefficients)
    {
        var (panel, place) = Math.DivRem(row, PanelMatrix.PanelRows);
        var values = MemoryMarshal.Cast<Vector256<double>, double>(_basis.Matrix.Panel(panel));
        var sum = 0.0;
        for (var k = 0; k < coefficients.Length; k++)
        {
            sum += coefficients[k] * values[k * PanelMatrix.PanelRows + place];
        }

        return sum;
    }

    /// <summary>T B M B T', the covariance of the estimable coefficients, from the meat M and the bread B = (Z'WZ)⁻¹ of a sandwich.</summary>
    public double[] Sandwich(double[] meat)
    {
        var half = ApplyToRows(meat, BreadThenDesign);
        return ApplyToRows(Transpose(half), BreadThenDesign);
    }

    /// <summary>Coefficients of the estimable columns, from coefficients of the working columns.</summary>
    public double[] ToDesign(ReadOnlySpan<double> working) => _basis.ToDesign(working);

    private double[] BreadThenDesign(double[] vector)
    {
        Information.SolveLower(vector);
        Information.SolveUpper(vector);
        return _basis.ToDesign(vector);
    }

    private double[] ApplyToRows(double[] matrix, Func<double[], double[]> map)
    {
        var result = new double[matrix.Length];
        for (var i = 0; i < Rank; i++)
        {
            map(matrix[(i * Rank)..((i + 1) * Rank)]).CopyTo(result, i * Rank);
        }

        return result;
    }

    private double[] Transpose(double[] matrix)
    {
        var result = new double[matrix.Length];
        for (var i = 0; i < Rank; i++)
        {
            for (var j = 0; j < Rank; j++)
            {
                result[j * Rank + i] = matrix[i * Rank + j];
            }
        }

        return result;
    }
}
