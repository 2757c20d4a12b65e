using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>What a row of outcome 0 or 1 adds to a likelihood at given log odds.</summary>
internal static class BernoulliRows
{
    /// <summary>Fills residuals y − p, weights w = p(1 − p), their derivatives w' = w(1 − 2p) and log p(y); 0 beyond the rows, but for the logs.</summary>
    public static void Evaluate(
        double[] linearPredictor,
        double[] outcomes,
        int rowCount,
        double[] residual,
        double[] weight,
        double[] skew,
        double[] log
    )
    {
        var vectors = linearPredictor.Length / Vector256<double>.Count;
        TwoThreads.Run(
            rowCount,
            () => Evaluate(linearPredictor, outcomes, residual, weight, skew, log, 0, vectors / 2),
            () => Evaluate(linearPredictor, outcomes, residual, weight, skew, log, vectors / 2, vectors)
        );
        residual.AsSpan(rowCount).Clear();
        weight.AsSpan(rowCount).Clear();
        skew.AsSpan(rowCount).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Evaluate(
        double[] linearPredictor,
        double[] outcomes,
        double[] residual,
        double[] weight,
        double[] skew,
        double[] log,
        int start,
        int end
    )
    {
        var linear = MemoryMarshal.Cast<double, Vector256<double>>(linearPredictor.AsSpan());
        var outcome = MemoryMarshal.Cast<double, Vector256<double>>(outcomes.AsSpan());
        var residuals = MemoryMarshal.Cast<double, Vector256<double>>(residual.AsSpan());
        var weights = MemoryMarshal.Cast<double, Vector256<double>>(weight.AsSpan());
        var skews = MemoryMarshal.Cast<double, Vector256<double>>(skew.AsSpan());
        var logs = MemoryMarshal.Cast<double, Vector256<double>>(log.AsSpan());
        var one = Vector256<double>.One;
        for (var i = start; i < end; i++)
        {
            var (y, eta) = (outcome[i], linear[i]);
            var e = Vector256.Exp(-Vector256.Abs(eta));
            var larger = one / (one + e);
            var smaller = e * larger;
            var p = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(eta, Vector256<double>.Zero), larger, smaller);
            var w = larger * smaller;
            residuals[i] = y - p;
            weights[i] = w;
            skews[i] = w * (one - (p + p));
            logs[i] = Vector256.Min((y + y - one) * eta, Vector256<double>.Zero) - Vector256.Log(one + e);
        }
    }
}
