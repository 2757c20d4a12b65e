using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>How a climb ended.</summary>
internal enum ClimbEnd
{
    /// <summary>Top reached.</summary>
    Top,

    /// <summary>No further step uphill, or no more steps allowed.</summary>
    Stuck,

    /// <summary>A standard deviation grew past <see cref="MixedNewton.Unbounded"/>.</summary>
    Unbounded,
}

/// <summary>
/// Newton's method for a mixed likelihood in coefficients and standard deviations. Where the likelihood is not concave, a multiple of
/// the diagonal is added (Levenberg–Marquardt), so that every step goes uphill. Parameters may be held fixed, for profiles; a σ that is exactly 0
/// stays there, as the likelihood is even in it.
/// </summary>
internal sealed class MixedNewton
{
    /// <summary>A standard deviation in log odds that no data of outcomes can tell from infinity.</summary>
    public const double Unbounded = 40;

    private const int MaxHalvings = 40;
    private const int MaxDamping = 12;

    /// <summary>A σ below this, in log odds, is tried at 0: the likelihood there may not differ by more than rounding.</summary>
    private const double NearZero = 1e-3;

    private readonly IMixedLikelihood _likelihood;
    private readonly int _maxIterations;
    private readonly bool[] _isFixed;

    public MixedNewton(IMixedLikelihood likelihood, int maxIterations, ReadOnlySpan<double> start, int? heldFixed = null)
    {
        _likelihood = likelihood;
        _maxIterations = maxIterations;
        Parameters = start.ToArray();
        _isFixed = new bool[Parameters.Length];
        if (heldFixed is { } index)
        {
            _isFixed[index] = true;
        }
    }

    /// <summary>Coefficients of the working columns, then σ ≥ 0. The likelihood was last evaluated here.</summary>
    public double[] Parameters { get; private set; }

    public int Iterations { get; private set; }

    /// <summary>Parameters that are neither held fixed nor a σ of 0, ascending.</summary>
    public int[] Free =>
        [.. Enumerable.Range(0, Parameters.Length).Where(i => !_isFixed[i] && (i < _likelihood.Width || Parameters[i] != 0))];

    /// <summary>The negative Hessian in the free parameters at the top; null when it is not positive definite.</summary>
    public CholeskyFactor? Information { get; private set; }

    /// <summary>Climbs until the Newton decrement is at most the tolerance, then tries a σ near 0 at 0.</summary>
    public ClimbEnd Climb(double tolerance)
    {
        _likelihood.Evaluate(Parameters);
        var end = ClimbOn(tolerance);
        while (end == ClimbEnd.Top && TryZero())
        {
            end = ClimbOn(tolerance);
        }

        return end;
    }

    private ClimbEnd ClimbOn(double tolerance)
    {
        while (true)
        {
            var free = Free;
            var (information, isDamped) = Factor(free);
            if (information is null || !double.IsFinite(_likelihood.Value))
            {
                return ClimbEnd.Stuck;
            }

            double[] step = [.. free.Select(i => _likelihood.Gradient[i])];
            information.SolveLower(step);
            var decrement = step.Sum(v => v * v);
            if (!isDamped && decrement <= tolerance)
            {
                Information = information;
                return ClimbEnd.Top;
            }

            information.SolveUpper(step);
            if (Iterations == _maxIterations || !TryStep(free, step, decrement))
            {
                return ClimbEnd.Stuck;
            }

            Iterations++;
            if (Parameters.AsSpan(_likelihood.Width).ContainsAnyExceptInRange(0, Unbounded))
            {
                return ClimbEnd.Unbounded;
            }
        }
    }

    private (CholeskyFactor? Factor, bool IsDamped) Factor(int[] free)
    {
        var (order, all) = (free.Length, _likelihood.Order);
        var negative = new double[order * order];
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                negative[i * order + j] = -_likelihood.Hessian[free[i] * all + free[j]];
            }
        }

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

    /// <summary>Takes the step, no σ more than doubled by it plus 1, and halved until the likelihood does not fall by more than rounding.</summary>
    private bool TryStep(int[] free, double[] step, double decrement)
    {
        var start = _likelihood.Value;
        var slack = decrement < 1e-8 ? 1e-10 * (1 + Math.Abs(start)) : 1e-13 * (1 + Math.Abs(start));
        var factor = 1.0;
        for (var i = 0; i < free.Length; i++)
        {
            if (free[i] >= _likelihood.Width)
            {
                factor = Math.Min(factor, (1 + Parameters[free[i]]) / Math.Abs(step[i]));
            }
        }

        for (var halving = 0; halving <= MaxHalvings; halving++)
        {
            var candidate = (double[])Parameters.Clone();
            for (var i = 0; i < free.Length; i++)
            {
                candidate[free[i]] += factor * step[i];
            }

            for (var k = _likelihood.Width; k < candidate.Length; k++)
            {
                candidate[k] = Math.Abs(candidate[k]);
            }

            _likelihood.Evaluate(candidate);
            if (_likelihood.Value >= start - slack)
            {
                Parameters = candidate;
                return true;
            }

            factor /= 2;
        }

        _likelihood.Evaluate(Parameters);
        return false;
    }

    /// <summary>
    /// Sets to 0 each σ near it, where the likelihood is not lower for it and falls from there on; true when one was set.
    /// </summary>
    private bool TryZero()
    {
        for (var k = _likelihood.Width; k < Parameters.Length; k++)
        {
            if (_isFixed[k] || Parameters[k] == 0 || Parameters[k] >= NearZero)
            {
                continue;
            }

            var before = _likelihood.Value;
            var candidate = (double[])Parameters.Clone();
            candidate[k] = 0;
            _likelihood.Evaluate(candidate);
            if (_likelihood.Value >= before - 1e-12 * (1 + Math.Abs(before)))
            {
                Parameters = candidate;
                return true;
            }

            _likelihood.Evaluate(Parameters);
        }

        return false;
    }
}
