using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// Log likelihood, gradient Z'ω(y − p) and information Z'ωWZ of a logistic model at given coefficients of the working columns, with prior weights
/// ω, gathered in one pass over the rows. The workspace of one fit.
/// </summary>
internal sealed class LogisticScore
{
    private readonly PanelMatrix _matrix;
    private readonly PanelChunks _chunks;
    private readonly LogisticSums[] _sums;
    private readonly double[] _outcome;
    private readonly double[]? _weights;
    private readonly double[] _probabilities;
    private readonly double[] _information;
    private readonly double[] _gradient;

    public LogisticScore(ModelDesign design, int threads)
    {
        _matrix = design.Basis.Matrix;
        _chunks = new PanelChunks(_matrix.PanelCount, _matrix.ColumnCount, threads);
        _sums = [.. Enumerable.Range(0, _chunks.Count).Select(_ => new LogisticSums(_matrix))];
        _outcome = Padded(design.Outcome.AsSpan());
        _weights = design.Weights is { } weights ? Padded(weights.AsSpan()) : null;
        _probabilities = GC.AllocateUninitializedArray<double>(_outcome.Length);
        _information = new double[_matrix.ColumnCount * _matrix.ColumnCount];
        _gradient = new double[_matrix.ColumnCount];
    }

    public double LogLikelihood { get; private set; }

    /// <summary>The least signed linear predictor, positive for the outcome observed; above 0 when every row is predicted right.</summary>
    public double LeastMargin { get; private set; }

    public ReadOnlySpan<double> Gradient => _gradient;

    public ReadOnlySpan<double> Information => _information;

    /// <summary>A copy of the fitted probability of each row.</summary>
    public double[] Probabilities => _probabilities[.._matrix.RowCount];

    /// <summary>+1 for an outcome of 1, −1 for 0.</summary>
    public double Sign(int row) => 2 * _outcome[row] - 1;

    /// <summary>Evaluates the model.</summary>
    /// <param name="coefficients">Coefficients of the working columns.</param>
    /// <param name="every">Every so many panels are looked at; 1 for all rows.</param>
    public void Evaluate(double[] coefficients, int every = 1)
    {
        _chunks.Run(
            (chunk, panels) =>
            {
                var sums = _sums[chunk];
                sums.Clear();
                for (var panel = (panels.Start.Value + every - 1) / every * every; panel < panels.End.Value; panel += every)
                {
                    AddPanel(panel, coefficients, sums);
                }
            }
        );

        LogLikelihood = _sums.Sum(sums => sums.LogLikelihood);
        LeastMargin = _sums.Min(sums => sums.LeastMargin);
        LogisticSums.CopyTotals(_sums, _gradient, _information);
    }

    private double[] Padded(ReadOnlySpan<double> values)
    {
        var padded = new double[_matrix.PanelCount * PanelMatrix.PanelRows];
        values.CopyTo(padded);
        return padded;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPanel(int panel, ReadOnlySpan<double> coefficients, LogisticSums sums)
    {
        const int Height = PanelMatrix.VectorsPerPanel;
        Span<Vector256<double>> linear = stackalloc Vector256<double>[Height];
        Span<Vector256<double>> curvature = stackalloc Vector256<double>[Height];
        Span<Vector256<double>> residuals = stackalloc Vector256<double>[Height];
        Span<Vector256<double>> logs = stackalloc Vector256<double>[Height];
        var outcome = PanelOf(_outcome, panel);
        var probabilities = PanelOf(_probabilities, panel);
        _matrix.Multiply(panel, coefficients, linear);
        for (var i = 0; i < Height; i++)
        {
            var (y, eta) = (outcome[i], linear[i]);
            var e = Vector256.Exp(-Vector256.Abs(eta));
            var larger = Vector256<double>.One / (Vector256<double>.One + e);
            var smaller = e * larger;
            var p = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(eta, Vector256<double>.Zero), larger, smaller);
            probabilities[i] = p;
            residuals[i] = y - p;
            curvature[i] = larger * smaller;
            var margin = (y + y - Vector256<double>.One) * eta;
            linear[i] = margin;
            logs[i] = Vector256.Min(margin, Vector256<double>.Zero) - Vector256.Log(Vector256<double>.One + e);
        }

        if (_weights is not null)
        {
            var weights = PanelOf(_weights, panel);
            for (var i = 0; i < Height; i++)
            {
                residuals[i] *= weights[i];
                curvature[i] *= weights[i];
                logs[i] *= weights[i];
            }
        }

        sums.Add(panel, linear, logs, residuals, curvature);
    }

    private static Span<Vector256<double>> PanelOf(double[] values, int panel) =>
        MemoryMarshal.Cast<double, Vector256<double>>(values.AsSpan(panel * PanelMatrix.PanelRows, PanelMatrix.PanelRows));
}
