using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>What a chunk of rows adds to log likelihood, gradient and information. Sums are kept as four lanes until all chunks are put together.</summary>
internal sealed class LogisticSums(PanelMatrix matrix)
{
    private readonly CrossProduct _information = new(matrix.ColumnCount, matrix.PaddedColumnCount);
    private readonly Vector256<double>[] _gradient = new Vector256<double>[matrix.ColumnCount];

    public double LogLikelihood { get; private set; }

    public double LeastMargin { get; private set; }

    public void Clear()
    {
        _information.Clear();
        _gradient.AsSpan().Clear();
        LogLikelihood = 0;
        LeastMargin = double.PositiveInfinity;
    }

    /// <summary>Adds a panel, given for each of its rows the margin, log likelihood, residual and curvature.</summary>
    public void Add(
        int panel,
        ReadOnlySpan<Vector256<double>> margins,
        ReadOnlySpan<Vector256<double>> logs,
        ReadOnlySpan<Vector256<double>> residuals,
        ReadOnlySpan<Vector256<double>> curvature
    )
    {
        AddScalars(
            matrix.RowsInPanel(panel),
            MemoryMarshal.Cast<Vector256<double>, double>(margins),
            MemoryMarshal.Cast<Vector256<double>, double>(logs)
        );
        matrix.AddProducts(panel, residuals, _gradient);
        _information.Add(matrix.Panel(panel), curvature);
    }

    /// <summary>Adds up the chunks in their order.</summary>
    public static void CopyTotals(IReadOnlyList<LogisticSums> chunks, Span<double> gradient, Span<double> information)
    {
        for (var j = 0; j < gradient.Length; j++)
        {
            var total = chunks[0]._gradient[j];
            for (var chunk = 1; chunk < chunks.Count; chunk++)
            {
                total += chunks[chunk]._gradient[j];
            }

            gradient[j] = Vector256.Sum(total);
        }

        CrossProduct.Sum([.. chunks.Select(chunk => chunk._information)]).CopyTo(information);
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
}
