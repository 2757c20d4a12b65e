using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// Newton's method for the Laplace likelihood in coefficients and σ, and where it ended. Where the likelihood is not concave, a multiple of the
/// diagonal is added (Levenberg–Marquardt), so that every step goes uphill.
/// </summary>
internal sealed class LaplaceNewton
{
    private const int MaxHalvings = 40;
    private const int MaxDamping = 12;

    /// <summary>Smallest σ to start from: at 0 itself the likelihood is flat in σ.</summary>
    private const double LeastStart = 0.2;

    /// <summary>A σ below this, in log odds, is 0: the likelihood then differs from that without groups by less than rounding.</summary>
    private const double Zero = 1e-5;

    private readonly RandomInterceptOptions _options;

    private LaplaceNewton(GroupedRows rows, RandomInterceptOptions options, ReadOnlySpan<double> start)
    {
        _options = options;
        Likelihood = new LaplaceLikelihood(rows);
        Parameters = [.. start, 0];
    }

    /// <summary>The likelihood at <see cref="Parameters"/>.</summary>
    public LaplaceLikelihood Likelihood { get; }

    /// <summary>Coefficients of the working columns, then σ ≥ 0.</summary>
    public double[] Parameters { get; private set; }

    public int Iterations { get; private set; }

    public RandomInterceptStatus Status { get; private set; } = RandomInterceptStatus.NotConverged;

    /// <summary>The negative Hessian at an optimum inside the parameter space.</summary>
    public CholeskyFactor? Information { get; private set; }

    public double GradientNorm => Largest(Likelihood.Gradient);

    /// <summary>Climbs from the coefficients of the model without groups.</summary>
    public static LaplaceNewton Run(GroupedRows rows, RandomInterceptOptions options, ReadOnlySpan<double> pooled)
    {
        var newton = new LaplaceNewton(rows, options, pooled);
        newton.Likelihood.Evaluate(newton.Parameters, true);
        var withoutGroups = newton.Likelihood.Value;
        var likelihood = newton.Likelihood;

        // One scoring step in σ² from 0.
        newton.Parameters[^1] = Math.Max(LeastStart, Math.Sqrt(Math.Max(0, likelihood.VarianceScore / likelihood.VarianceInformation)));
        newton.Climb();
        if (newton.Status == RandomInterceptStatus.Converged && (newton.Parameters[^1] < Zero || likelihood.Value < withoutGroups))
        {
            newton.Status = RandomInterceptStatus.ZeroVariance;
            newton.Information = null;
            newton.Parameters = [.. pooled, 0];
            likelihood.Evaluate(newton.Parameters, true);
        }

        return newton;
    }

    private void Climb()
    {
        Likelihood.Evaluate(Parameters, true);
        while (true)
        {
            var (information, isDamped) = Factor();
            if (information is null)
            {
                return;
            }

            var step = Likelihood.Gradient.ToArray();
            information.SolveLower(step);
            var decrement = step.Sum(v => v * v);
            if (!isDamped && decrement <= _options.Tolerance)
            {
                Information = information;
                Status = RandomInterceptStatus.Converged;
                return;
            }

            information.SolveUpper(step);
            if (Iterations == _options.MaxIterations || !TryStep(step))
            {
                return;
            }

            Iterations++;
        }
    }

    private (CholeskyFactor? Factor, bool IsDamped) Factor()
    {
        var order = Likelihood.Order;
        double[] negative = [.. Likelihood.Hessian.ToArray().Select(v => -v)];
        if (CholeskyFactor.TryFactor(negative, order) is { } factor)
        {
            return (factor, false);
        }

        var damping = 1e-3;
        for (var trial = 0; trial < MaxDamping; trial++)
        {
            var damped = (double[])negative.Clone();
            for (var j = 0; j < order; j++)
            {
                damped[j * order + j] += damping * Math.Max(1, Math.Abs(negative[j * order + j]));
            }

            if (CholeskyFactor.TryFactor(damped, order) is { } second)
            {
                return (second, true);
            }

            damping *= 10;
        }

        return (null, true);
    }

    /// <summary>Takes the step, halved until the likelihood does not fall by more than rounding.</summary>
    private bool TryStep(double[] step)
    {
        var start = Likelihood.Value;
        var slack = 1e-12 * (1 + Math.Abs(start));
        var factor = 1.0;
        for (var halving = 0; halving <= MaxHalvings; halving++)
        {
            double[] candidate = [.. Parameters.Zip(step, (value, change) => value + factor * change)];
            candidate[^1] = Math.Abs(candidate[^1]);
            Likelihood.Evaluate(candidate, true);
            if (Likelihood.Value >= start - slack)
            {
                Parameters = candidate;
                return true;
            }

            factor /= 2;
        }

        Likelihood.Evaluate(Parameters, true);
        return false;
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
