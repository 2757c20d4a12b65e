using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>Where the likelihood is highest among coefficients that satisfy linear constraints.</summary>
/// <param name="Coefficients">Coefficients of the working columns.</param>
/// <param name="LogLikelihood">Log likelihood there.</param>
/// <param name="Information">Information there, of all working columns.</param>
/// <param name="Gradient">Gradient there; it lies in the span of the constraints.</param>
internal sealed record ConstrainedOptimum(double[] Coefficients, double LogLikelihood, CholeskyFactor Information, double[] Gradient);

/// <summary>
/// Newton's method for a logistic model under linear constraints Cθ = c, each step solved with the information H of the whole
/// model: δ = H⁻¹(g + C'μ) with Cδ = c − Cθ. A model without some of its columns is one with their coefficients held at nought, so
/// that nested models need neither a design nor a matrix of their own.
/// </summary>
internal static class ConstrainedNewton
{
    private const int MaxIterations = 60;
    private const int MaxHalvings = 30;

    /// <summary>Finds the optimum from a start that satisfies the constraints; null when it is not found.</summary>
    /// <param name="score">Workspace.</param>
    /// <param name="start">Where to start; it decides c.</param>
    /// <param name="constraints">The rows of C, linearly independent.</param>
    /// <param name="tolerance">Converged when the Newton decrement within the constraints is at most this.</param>
    public static ConstrainedOptimum? Maximise(LogisticScore score, double[] start, IReadOnlyList<double[]> constraints, double tolerance)
    {
        var coefficients = start;
        score.Evaluate(coefficients);
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            if (
                CholeskyFactor.TryFactor(score.Information, coefficients.Length) is not { } information
                || Step(information, score.Gradient, constraints) is not { } step
            )
            {
                return null;
            }

            var decrement = Dot(score.Gradient, step);
            if (decrement <= tolerance)
            {
                return new ConstrainedOptimum(coefficients, score.LogLikelihood, information, score.Gradient.ToArray());
            }

            if (TryStep(score, coefficients, step) is not { } next)
            {
                return null;
            }

            coefficients = next;
        }

        return null;
    }

    /// <summary>The change that brings Cθ to c at the least cost in likelihood, by its quadratic approximation: H⁻¹C'(CH⁻¹C')⁻¹(c − Cθ).</summary>
    public static double[]? Project(CholeskyFactor information, IReadOnlyList<double[]> constraints, double[] missing)
    {
        var (directions, curvature) = Directions(information, constraints);
        return curvature is null ? null : Combine(directions, Solve(curvature, missing));
    }

    private static double[]? Step(CholeskyFactor information, ReadOnlySpan<double> gradient, IReadOnlyList<double[]> constraints)
    {
        var step = gradient.ToArray();
        information.SolveLower(step);
        information.SolveUpper(step);
        var (directions, curvature) = Directions(information, constraints);
        if (curvature is null)
        {
            return null;
        }

        double[] excess = [.. constraints.Select(row => -Dot(row, step))];
        var correction = Combine(directions, Solve(curvature, excess));
        for (var k = 0; k < correction.Length; k++)
        {
            step[k] += correction[k];
        }

        return step;
    }

    private static (double[][] Directions, CholeskyFactor? Curvature) Directions(
        CholeskyFactor information,
        IReadOnlyList<double[]> constraints
    )
    {
        var count = constraints.Count;
        var directions = new double[count][];
        var curvature = new double[count * count];
        for (var i = 0; i < count; i++)
        {
            directions[i] = [.. constraints[i]];
            information.SolveLower(directions[i]);
            information.SolveUpper(directions[i]);
            for (var j = 0; j <= i; j++)
            {
                curvature[i * count + j] = Dot(constraints[j], directions[i]);
                curvature[j * count + i] = curvature[i * count + j];
            }
        }

        return (directions, CholeskyFactor.TryFactor(curvature, count));
    }

    private static double[] Solve(CholeskyFactor factor, double[] right)
    {
        double[] solution = [.. right];
        factor.SolveLower(solution);
        factor.SolveUpper(solution);
        return solution;
    }

    private static double[] Combine(double[][] directions, double[] factors)
    {
        var sum = new double[directions.Length == 0 ? 0 : directions[0].Length];
        for (var i = 0; i < factors.Length; i++)
        {
            for (var k = 0; k < sum.Length; k++)
            {
                sum[k] += factors[i] * directions[i][k];
            }
        }

        return sum;
    }

    private static double[]? TryStep(LogisticScore score, double[] coefficients, double[] step)
    {
        var start = score.LogLikelihood;
        var slack = 1e-10 * (1 + Math.Abs(start));
        var factor = 1.0;
        for (var halving = 0; halving <= MaxHalvings; halving++)
        {
            double[] candidate = [.. coefficients.Zip(step, (coefficient, change) => coefficient + factor * change)];
            score.Evaluate(candidate);
            if (score.LogLikelihood >= start - slack)
            {
                return candidate;
            }

            factor /= 2;
        }

        return null;
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
