using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// Finds one limit of a profile interval. The signed root r(b) = ±√(2(l̂ − l(b))) of the profile is nearly a straight line, so
/// Newton's method finds r(b) = z in a few steps. The quick search takes one Newton step of the other coefficients and one of b
/// for each pass over the rows; where that does not settle, the patient one solves the other coefficients in full for every b.
/// </summary>
internal static class ProfileSearch
{
    private const int QuickSteps = 12;
    private const int PatientSteps = 200;

    /// <summary>
    /// A step of b, in standard errors, after which it is within rounding of the limit: convergence is quadratic, so what is left is of the
    /// order of its square.
    /// </summary>
    private const double LastStep = 1e-6;

    /// <summary>Newton decrement of the other coefficients at which what is left changes the likelihood by less than rounding.</summary>
    private const double LastDecrement = 1e-8;

    private const double InnerTolerance = 1e-16;

    /// <param name="model">The model.</param>
    /// <param name="score">Workspace.</param>
    /// <param name="factors">Makes the coefficient from those of the working columns.</param>
    /// <param name="target">The signed root at the limit: the normal quantile, negative for the lower limit.</param>
    public static ProfileLimit Find(WorkingModel model, LogisticScore score, double[] factors, double target)
    {
        var value = Quick(model, score, factors, target) ?? Patient(model, score, factors, target);
        return value is { } limit && double.IsFinite(limit)
            ? new ProfileLimit(ProfileLimitStatus.Found, limit)
            : new ProfileLimit(ProfileLimitStatus.NotFound, null);
    }

    private static double? Quick(WorkingModel model, LogisticScore score, double[] factors, double target)
    {
        var (direction, variance) = Direction(model.Information, factors);
        var standardError = Math.Sqrt(variance);
        var theta = Moved(model.Coefficients, direction, target / standardError);
        for (var step = 0; step < QuickSteps; step++)
        {
            score.Evaluate(theta);
            if (CholeskyFactor.TryFactor(score.Information, theta.Length) is not { } information)
            {
                return null;
            }

            (direction, variance) = Direction(information, factors);
            var newton = score.Gradient.ToArray();
            information.SolveLower(newton);
            information.SolveUpper(newton);
            var slope = Dot(factors, newton) / variance;
            var others = Moved(newton, direction, -slope);
            var decrement = Dot(score.Gradient, others);

            // The profile at this b, by the quadratic approximation, and its signed root.
            var drop = 2 * (model.LogLikelihood - score.LogLikelihood) - decrement;
            if (!(drop > 0) || !(slope * target < 0))
            {
                return null;
            }

            var root = Math.Sign(target) * Math.Sqrt(drop);
            var change = (target - root) * root / -slope;
            if (!(Math.Abs(change) <= 2 * Math.Abs(target) * standardError))
            {
                return null;
            }

            theta = Moved(Moved(theta, others, 1), direction, change / variance);
            if (Math.Abs(change) <= LastStep * standardError && decrement <= LastDecrement)
            {
                return Dot(factors, theta);
            }
        }

        return null;
    }

    /// <summary>Goes outwards from the estimate until the root is passed, then narrows by Newton's method kept within the bracket.</summary>
    private static double? Patient(WorkingModel model, LogisticScore score, double[] factors, double target)
    {
        var (direction, variance) = Direction(model.Information, factors);
        var (inside, inner, outside) = (0.0, model.Coefficients, double.NaN);
        var reach = target * Math.Sqrt(variance);
        var smallest = Math.Abs(reach) * 1e-12;
        var next = reach;
        for (var step = 0; step < PatientSteps; step++)
        {
            // From the optimum nearest within, along the line on which the other coefficients keep up to first order.
            var start = Moved(inner, direction, (next - inside) / variance);
            if (ConstrainedNewton.Maximise(score, start, [factors], InnerTolerance) is not { } optimum)
            {
                // Too far for one step: nearer, unless there is no nearer.
                outside = double.NaN;
                reach = (next - inside) / 4;
                if (Math.Abs(reach) < smallest)
                {
                    return null;
                }

                next = inside + reach;
                continue;
            }

            var root = Math.Sign(target) * Math.Sqrt(Math.Max(2 * (model.LogLikelihood - optimum.LogLikelihood), 0));
            (direction, variance) = Direction(optimum.Information, factors);
            var slope = Dot(direction, optimum.Gradient) / variance;
            var newton = slope * target < 0 ? next + (target - root) * root / -slope : double.NaN;
            if (Math.Abs(newton - next) <= LastStep * Math.Abs(target) * Math.Sqrt(variance))
            {
                return Dot(factors, model.Coefficients) + newton;
            }

            if (Math.Abs(root) < Math.Abs(target))
            {
                (inside, inner) = (next, optimum.Coefficients);
                reach = 2 * next;
            }
            else
            {
                outside = next;
                (direction, variance) = Direction(model.Information, factors);
            }

            next = Choose(newton, inside, outside, reach);
        }

        return null;
    }

    private static double Choose(double newton, double inside, double outside, double reach)
    {
        if (double.IsNaN(outside))
        {
            // No upper end of the bracket yet: as far as Newton's method says, but not further than three times as far out.
            return Math.Abs(newton) < Math.Abs(inside + reach) && Math.Abs(newton) > Math.Abs(inside) ? newton : inside + reach;
        }

        var (low, high) = (Math.Min(inside, outside), Math.Max(inside, outside));
        return newton > low && newton < high ? newton : (low + high) / 2;
    }

    /// <summary>H⁻¹t, the way in which the coefficient grows at the least cost, and t'H⁻¹t.</summary>
    private static (double[] Direction, double Variance) Direction(CholeskyFactor information, double[] factors)
    {
        double[] direction = [.. factors];
        information.SolveLower(direction);
        information.SolveUpper(direction);
        return (direction, Dot(factors, direction));
    }

    private static double[] Moved(double[] from, double[] along, double distance)
    {
        var moved = new double[from.Length];
        for (var k = 0; k < moved.Length; k++)
        {
            moved[k] = from[k] + distance * along[k];
        }

        return moved;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
