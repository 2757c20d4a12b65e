using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>Profile likelihood intervals of a variance component. An end is null when the profile does not come down to the limit on that side.</summary>
/// <param name="Name">Name of the grouping factor.</param>
/// <param name="StandardDeviation">Interval of σ; its lower end is 0 when the boundary is inside.</param>
/// <param name="Variance">Interval of σ²: the square of the above, as profiles do not depend on the scale.</param>
/// <param name="IntraclassCorrelation">Interval of σ² / (Σ σ² + π²/3).</param>
public sealed record VarianceInterval(
    string Name,
    ConfidenceInterval? StandardDeviation,
    ConfidenceInterval? Variance,
    ConfidenceInterval? IntraclassCorrelation
);

/// <summary>
/// Profile likelihood intervals of the variances (Venzon and Moolgavkar 1988): the values at which twice the log likelihood, maximised over all
/// other parameters, lies within the χ² quantile with one degree of freedom of its top; lme4's <c>confint(method = "profile")</c>.
/// </summary>
public static class VarianceProfile
{
    private const int MaxSteps = 60;
    private const double Precise = 1e-9;
    private const double Lift = 0.1;
    private const int MaxJointSteps = 20;

    /// <summary>A joint step this small, relative to σ, is the last: what remains is of the order of its square.</summary>
    private const double Near = 1e-6;

    /// <summary>The intervals of each component, in their order; none when the fit has no estimates. Each needs some twenty Newton steps.</summary>
    /// <param name="fit">A fit of <see cref="MixedLogit"/>.</param>
    /// <param name="level">Confidence level; null for that of the fit.</param>
    public static IReadOnlyList<VarianceInterval> Intervals(MixedLogitFit fit, double? level = null)
    {
        if (fit.Estimates is not { } estimates)
        {
            return [];
        }

        var confidence = level ?? fit.Options.Level;
        ConfidenceInterval.CheckLevel(confidence);
        var levels = UsedLevels.Structure(UsedLevels.Find(fit.Design, fit.Factors));
        var likelihood = MixedClimbs.Likelihood(new SortedRows(fit.Design, levels), levels, fit.Options);
        return
        [
            .. estimates.Components.Select((component, k) => Interval(likelihood, fit.Options, estimates, component.Name, k, confidence)),
        ];
    }

    private static VarianceInterval Interval(
        IMixedLikelihood likelihood,
        MixedLogitOptions options,
        MixedLogitEstimates estimates,
        string name,
        int factor,
        double level
    )
    {
        double[] top = [.. estimates.WorkingParameters];
        var place = likelihood.Width + factor;
        var sigma = Ends(likelihood, options, top, place, estimates.LogLikelihood, level);
        ConfidenceInterval? Of(ConfidenceInterval? interval, Func<double, double> map) =>
            interval is { } ends ? new ConfidenceInterval(map(ends.Low), map(ends.High), level) : null;
        ConfidenceInterval? ratio;
        if (estimates.Components.Count == 1)
        {
            ratio = Of(sigma, s => s / Math.Sqrt(MixedLogitEstimates.ResidualVariance));
        }
        else
        {
            var other = new RatioLikelihood(likelihood, factor);
            double[] start = [.. top];
            start[place] /= other.Scale(top);
            ratio = Ends(other, options, start, place, estimates.LogLikelihood, level);
        }

        return new VarianceInterval(name, sigma, Of(sigma, s => s * s), Of(ratio, s => s * s / (1 + s * s)));
    }

    private static ConfidenceInterval? Ends(
        IMixedLikelihood likelihood,
        MixedLogitOptions options,
        double[] top,
        int place,
        double best,
        double level
    )
    {
        var profile = new Profile(likelihood, options, top, place, best);
        var target = Distributions.NormalCritical(level);
        var low = profile.Limit(-1, target);
        if (low is null)
        {
            low = 0;
            if (top[place] > 0 && profile.At(0) is { } atZero && atZero.Depth > target)
            {
                low = profile.Root(0, top[place], target);
            }
        }

        if (low is { } found && profile.Limit(1, target) is { } high)
        {
            return new ConfidenceInterval(found, high, level);
        }

        var beyond = Math.Max(2 * top[place], 0.2);
        while (beyond < MixedNewton.Unbounded && profile.At(beyond) is { } there && there.Depth < target)
        {
            beyond *= 1.6;
        }

        return low is { } left && beyond < MixedNewton.Unbounded && profile.Root(beyond, top[place], target) is { } right
            ? new ConfidenceInterval(left, right, level)
            : null;
    }

    /// <summary>The profile of one parameter. Depth is √(2(top − profile)), nearly linear in the parameter, slope its derivative away from the top.</summary>
    private sealed class Profile(IMixedLikelihood likelihood, MixedLogitOptions options, double[] top, int place, double best)
    {
        private readonly double[] _top = top;
        private double[] _last = [.. top];

        public (double Depth, double Slope)? At(double value)
        {
            double[] start = [.. _last];
            for (var k = likelihood.Width; k < start.Length; k++)
            {
                // A σ of 0 would stay there, though it may not belong there once another is held.
                start[k] = start[k] == 0 ? Lift : start[k];
            }

            start[place] = value;
            var newton = new MixedNewton(likelihood, options.MaxIterations, start, place);
            if (newton.Climb(1e-12) != ClimbEnd.Top)
            {
                return null;
            }

            _last = newton.Parameters;
            var depth = Math.Sqrt(Math.Max(0, 2 * (best - likelihood.Value)));
            return (depth, depth > 0 ? Math.Abs(likelihood.Gradient[place]) / depth : 0);
        }

        /// <summary>
        /// Where the depth is the target on one side (−1 or 1) of the top, sought in all parameters at once, from the top: each step solves the quadratic
        /// approximation of «the others at their optimum, the likelihood at its limit». Null when it does not lead there.
        /// </summary>
        public double? Limit(int side, double target)
        {
            var point = _top.ToArray();
            if (point[place] == 0 && side < 0)
            {
                return null;
            }

            point[place] = point[place] == 0 ? Lift : point[place];
            for (var step = 0; step < MaxJointSteps; step++)
            {
                likelihood.Evaluate(point);
                if (Step(point, side, target) is not { } move)
                {
                    if (!Raise(point))
                    {
                        return null;
                    }

                    continue;
                }

                var isNear = Math.Abs(move.Step[place]) <= Near * point[place] && move.Decrement <= Near * Near;
                var isLifted = isNear && LiftFromZero(point);
                if (!isLifted)
                {
                    Go(point, move.Step);
                }

                if (isNear && !isLifted)
                {
                    return side * (point[place] - _top[place]) > 0 ? point[place] : null;
                }
            }

            return null;
        }

        /// <summary>Doubles each other σ that was 0 at the top and is not where the likelihood is concave in it; false when there is none, or it has grown too large.</summary>
        private bool Raise(double[] point)
        {
            var isRaised = false;
            for (var k = likelihood.Width; k < point.Length; k++)
            {
                if (k != place && _top[k] == 0 && point[k] is > 0 and < 1 && likelihood.Hessian[k * point.Length + k] > 0)
                {
                    point[k] *= 2;
                    isRaised = true;
                }
            }

            return isRaised;
        }

        /// <summary>Takes a step, no σ becoming less than half or more than three times as large by it.</summary>
        private void Go(double[] point, double[] step)
        {
            var factor = 1.0;
            for (var k = likelihood.Width; k < point.Length; k++)
            {
                if (point[k] > 0)
                {
                    factor = Math.Min(factor, point[k] * (step[k] < 0 ? 0.5 : 2) / Math.Abs(step[k]));
                }
            }

            for (var i = 0; i < point.Length; i++)
            {
                point[i] += factor * step[i];
            }
        }

        /// <summary>Sends on each other σ of 0 from which the likelihood, last evaluated there, grows; true when there was one.</summary>
        private bool LiftFromZero(double[] point)
        {
            var isLifted = false;
            for (var k = likelihood.Width; k < point.Length; k++)
            {
                if (k != place && point[k] == 0 && likelihood.Hessian[k * point.Length + k] > 0)
                {
                    point[k] = Lift;
                    isLifted = true;
                }
            }

            return isLifted;
        }

        /// <summary>
        /// The step, and how far the other parameters are from their optimum; a σ of 0 stays there. Null where the approximation has no such point.
        /// </summary>
        private (double[] Step, double Decrement)? Step(double[] point, int side, double target)
        {
            var order = likelihood.Order;
            int[] others = [.. Enumerable.Range(0, order).Where(i => i != place && (i < likelihood.Width || point[i] != 0))];
            var rest = others.Length;
            var negative = new double[rest * rest];
            double[] uphill = [.. others.Select(i => likelihood.Gradient[i])];
            double[] mixed = [.. others.Select(i => likelihood.Hessian[place * order + i])];
            for (var i = 0; i < rest; i++)
            {
                for (var j = 0; j < rest; j++)
                {
                    negative[i * rest + j] = -likelihood.Hessian[others[i] * order + others[j]];
                }
            }

            if (CholeskyFactor.TryFactor(negative, rest) is not { } factor)
            {
                return null;
            }

            factor.SolveLower(uphill);
            factor.SolveLower(mixed);
            var (decrement, both, follow) = (Dot(uphill, uphill), Dot(uphill, mixed), Dot(mixed, mixed));
            var curvature = likelihood.Hessian[place * order + place] + follow;
            var slope = likelihood.Gradient[place] + both;
            var excess = likelihood.Value + decrement / 2 - (best - target * target / 2);
            var discriminant = slope * slope - 2 * curvature * excess;
            if (!(curvature < 0 && discriminant >= 0))
            {
                return null;
            }

            var move = (-slope - side * Math.Sqrt(discriminant)) / curvature;
            factor.SolveUpper(uphill);
            factor.SolveUpper(mixed);
            var step = new double[order];
            step[place] = move;
            for (var i = 0; i < rest; i++)
            {
                step[others[i]] = uphill[i] + mixed[i] * move;
            }

            return (step, decrement);
        }

        private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

        /// <summary>Where the depth is the target between an end that is deeper and the top: Newton, kept within the bracket.</summary>
        public double? Root(double deep, double shallow, double target)
        {
            var value = (deep + shallow) / 2;
            for (var step = 0; step < MaxSteps; step++)
            {
                if (At(value) is not { } here)
                {
                    return null;
                }

                if (here.Depth > target)
                {
                    deep = value;
                }
                else
                {
                    shallow = value;
                }

                var away = Math.Sign(deep - shallow);
                var next = here.Slope > 0 ? value + away * (target - here.Depth) / here.Slope : double.NaN;
                if (!(next > Math.Min(deep, shallow) && next < Math.Max(deep, shallow)))
                {
                    next = (deep + shallow) / 2;
                }

                if (Math.Abs(here.Depth - target) <= Precise || Math.Abs(next - value) <= Precise * value)
                {
                    return value;
                }

                value = next;
            }

            return null;
        }
    }
}
