using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// Log likelihood, gradient Z'(y − p) and information Z'WZ of a logistic model at given coefficients of the working columns,
/// gathered in one pass over the rows. The workspace of one fit.
/// </summary>
internal sealed class LogisticScore
{
    private readonly PanelMatrix _matrix;
    private readonly double[] _outcome;
    private readonly double[] _probabilities;
    private readonly double[] _residuals;
    private readonly double[] _information;
    private readonly double[] _gradient;
    private readonly Vector256<double>[] _gradientSums;
    private readonly CrossProduct _cross;

    public LogisticScore(PanelMatrix matrix, ReadOnlySpan<double> outcome)
    {
        _matrix = matrix;
        var padded = matrix.PanelCount * PanelMatrix.PanelRows;
        _outcome = new double[padded];
        outcome.CopyTo(_outcome);
        _probabilities = new double[padded];
        _residuals = new double[padded];
        _information = new double[matrix.ColumnCount * matrix.ColumnCount];
        _gradient = new double[matrix.ColumnCount];
        _gradientSums = new Vector256<double>[matrix.ColumnCount];
        _cross = new CrossProduct(matrix.ColumnCount, matrix.PaddedColumnCount);
    }

    public double LogLikelihood { get; private set; }

    /// <summary>The least signed linear predictor, positive for the outcome observed; above 0 when every row is predicted right.</summary>
    public double LeastMargin { get; private set; }

    public ReadOnlySpan<double> Gradient => _gradient;

    public ReadOnlySpan<double> Information => _information;

    /// <summary>y − p of each row.</summary>
    public ReadOnlySpan<double> Residuals => _residuals.AsSpan(0, _matrix.RowCount);

    /// <summary>A copy of the fitted probability of each row.</summary>
    public double[] Probabilities => _probabilities[.._matrix.RowCount];

    /// <summary>+1 for an outcome of 1, −1 for 0.</summary>
    public double Sign(int row) => 2 * _outcome[row] - 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Evaluate(ReadOnlySpan<double> coefficients)
    {
        const int Height = PanelMatrix.VectorsPerPanel;
        Span<Vector256<double>> linear = stackalloc Vector256<double>[Height];
        Span<Vector256<double>> weights = stackalloc Vector256<double>[Height];
        Span<Vector256<double>> logs = stackalloc Vector256<double>[Height];
        var outcome = MemoryMarshal.Cast<double, Vector256<double>>(_outcome.AsSpan());
        var probabilities = MemoryMarshal.Cast<double, Vector256<double>>(_probabilities.AsSpan());
        var residuals = MemoryMarshal.Cast<double, Vector256<double>>(_residuals.AsSpan());
        _cross.Clear();
        _gradientSums.AsSpan().Clear();
        LogLikelihood = 0;
        LeastMargin = double.PositiveInfinity;
        for (var panel = 0; panel < _matrix.PanelCount; panel++)
        {
            var start = panel * Height;
            _matrix.Multiply(panel, coefficients, linear);
            for (var i = 0; i < Height; i++)
            {
                var (y, eta) = (outcome[start + i], linear[i]);
                var e = Vector256.Exp(-Vector256.Abs(eta));
                var larger = Vector256<double>.One / (Vector256<double>.One + e);
                var smaller = e * larger;
                var p = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(eta, Vector256<double>.Zero), larger, smaller);
                probabilities[start + i] = p;
                residuals[start + i] = y - p;
                weights[i] = larger * smaller;
                var margin = (y + y - Vector256<double>.One) * eta;
                linear[i] = margin;
                logs[i] = Vector256.Min(margin, Vector256<double>.Zero) - Vector256.Log(Vector256<double>.One + e);
            }

            AddScalars(
                _matrix.RowsInPanel(panel),
                MemoryMarshal.Cast<Vector256<double>, double>(linear),
                MemoryMarshal.Cast<Vector256<double>, double>(logs)
            );
            AddGradient(_matrix.Panel(panel), residuals.Slice(start, Height));
            _cross.Add(_matrix.Panel(panel), weights);
        }

        for (var j = 0; j < _gradient.Length; j++)
        {
            _gradient[j] = Vector256.Sum(_gradientSums[j]);
        }

        _cross.CopyTo(_information);
    }

    /// <summary>Padding rows have no part in sums that do not go through the matrix, whose padding is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddScalars(int rows, ReadOnlySpan<double> margins, ReadOnlySpan<double> logs)
    {
        var (sum, least) = (0.0, LeastMargin);
        for (var i = 0; i < rows; i++)
        {
            sum += logs[i];
            least = Math.Min(least, margins[i]);
        }

        LogLikelihood += sum;
        LeastMargin = least;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddGradient(ReadOnlySpan<Vector256<double>> panel, ReadOnlySpan<Vector256<double>> residuals)
    {
        for (var j = 0; j < _gradientSums.Length; j++)
        {
            var column = panel.Slice(j * PanelMatrix.VectorsPerPanel, PanelMatrix.VectorsPerPanel);
            var sum = _gradientSums[j];
            for (var i = 0; i < column.Length; i++)
            {
                sum += column[i] * residuals[i];
            }

            _gradientSums[j] = sum;
        }
    }
}
