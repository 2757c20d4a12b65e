using MathNet.Numerics.LinearAlgebra;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>The climbs of one fit, from several starts, and the certificate that they add up to.</summary>
internal sealed class MixedClimbs
{
    /// <summary>Smallest σ to start from: at 0 itself the likelihood is flat in σ.</summary>
    private const double LeastStart = 0.2;

    /// <summary>Climbs after the first stop this near their top, as a Newton decrement: within 3e-5 standard errors.</summary>
    private const double SettledDecrement = 1e-9;

    /// <summary>How much higher another climb must end to be the better one.</summary>
    private const double Better = 1e-7;

    /// <summary>How often a climb may be sent on from a σ of 0 that is no top.</summary>
    private const int MaxLifts = 3;

    /// <summary>Coefficients of later starts lie this many standard errors off.</summary>
    private const double Shift = 2;

    private readonly IMixedLikelihood _likelihood;
    private readonly MixedLogitOptions _options;
    private readonly double[] _pooled;
    private readonly double[] _firstDeviations;
    private readonly List<StartResult> _starts = [];
    private readonly List<double[]> _ends = [];
    private double[] _curvatures = [];

    private MixedClimbs(IMixedLikelihood likelihood, MixedLogitOptions options, double[] pooled, double[] firstDeviations)
    {
        _likelihood = likelihood;
        _options = options;
        _pooled = pooled;
        _firstDeviations = firstDeviations;
    }

    /// <summary>How the best climb ended.</summary>
    public ClimbEnd End { get; private set; }

    public int Iterations { get; private set; }

    /// <summary>Coefficients of the working columns and σ where the best climb ended; the likelihood was last evaluated there.</summary>
    public double[] Parameters { get; private set; } = [];

    /// <summary>Parameters that are not a σ on the boundary.</summary>
    public int[] Free { get; private set; } = [];

    /// <summary>The negative Hessian in the free parameters; null when no top was reached.</summary>
    public CholeskyFactor? Information { get; private set; }

    /// <summary>For each σ on the boundary the derivative of the log likelihood in σ² there; null for the others.</summary>
    public double?[] BoundaryScores { get; private set; } = [];

    public ConvergenceCertificate? Certificate { get; private set; }

    /// <summary>Fits a design whose model without groups has estimates: the coefficients of the working columns given.</summary>
    public static (IMixedLikelihood Likelihood, MixedClimbs Climbs) Run(
        ModelDesign design,
        double[] pooled,
        LevelStructure levels,
        MixedLogitOptions options
    )
    {
        var rows = new SortedRows(design, levels);
        var laplace = new LaplaceLikelihood(rows, levels);
        var likelihood = options.QuadraturePoints > 1 ? Likelihood(rows, levels, options) : laplace;

        // A guess at each σ from the residuals of the model without groups.
        laplace.Evaluate([.. pooled, .. new double[levels.FactorCount]]);
        double[] deviations =
        [
            .. Enumerable.Range(0, levels.FactorCount).Select(factor => Math.Clamp(laplace.GuessDeviation(factor), LeastStart, 2)),
        ];
        var climbs = new MixedClimbs(likelihood, options, pooled, deviations);
        climbs.First();
        for (var start = 1; start < options.Starts && climbs.End == ClimbEnd.Top; start++)
        {
            climbs.Another(start);
        }

        likelihood.Evaluate(climbs.Parameters);
        climbs.Certify();
        return (likelihood, climbs);
    }

    /// <summary>The likelihood that the options ask for.</summary>
    public static IMixedLikelihood Likelihood(SortedRows rows, LevelStructure levels, MixedLogitOptions options) =>
        options.QuadraturePoints > 1
            ? new QuadratureLikelihood(rows, levels, options.QuadraturePoints)
            : new LaplaceLikelihood(rows, levels);

    private void First()
    {
        var newton = new MixedNewton(_likelihood, _options.MaxIterations, [.. _pooled, .. _firstDeviations]);
        var end = ToTop(ref newton, _options.Tolerance);
        Record(newton, end, _firstDeviations, false);
        Keep(newton, end);
    }

    /// <summary>Climbs, and sends a σ that ended at 0 uphill when the likelihood grows from there after all.</summary>
    private ClimbEnd ToTop(ref MixedNewton newton, double tolerance)
    {
        var end = newton.Climb(tolerance);
        for (var lift = 1; lift <= MaxLifts && end == ClimbEnd.Top; lift++)
        {
            var scores = Scores(newton.Parameters);
            if (!scores.Any(score => score > 0))
            {
                break;
            }

            double[] lifted = [.. newton.Parameters];
            for (var k = 0; k < scores.Length; k++)
            {
                lifted[_likelihood.Width + k] = scores[k] > 0 ? lift * LeastStart / 4 : lifted[_likelihood.Width + k];
            }

            newton = new MixedNewton(_likelihood, _options.MaxIterations, lifted);
            end = newton.Climb(tolerance);
        }

        return end;
    }

    private void Another(int start)
    {
        var (from, isMoved) = StartPoint(start);
        var newton = new MixedNewton(_likelihood, _options.MaxIterations, from);
        var end = ToTop(ref newton, SettledDecrement);
        var isBetter = end == ClimbEnd.Top && _likelihood.Value > _starts[0].LogLikelihood + Better;
        if (isBetter)
        {
            end = newton.Climb(_options.Tolerance);
        }

        Record(newton, end, from[_likelihood.Width..], isMoved);
        if (isBetter && end == ClimbEnd.Top && _starts.All(other => other.LogLikelihood <= _likelihood.Value))
        {
            Keep(newton, end);
        }
    }

    /// <summary>Standard deviations now small, now large, in turn among the factors; coefficients moved to and fro in every second start.</summary>
    private (double[] Parameters, bool IsMoved) StartPoint(int start)
    {
        var width = _likelihood.Width;
        double[] from = [.. _pooled, .. _firstDeviations];
        var reach = 2.5 + (start - 1) / 2;
        for (var k = 0; k < _firstDeviations.Length; k++)
        {
            from[width + k] *= (start + k) % 2 == 1 ? 1 / (2 * reach) : reach;
        }

        var isMoved = start % 2 == 1;
        for (var j = 0; j < width && isMoved; j++)
        {
            // Curvature in this coefficient alone: a step that is sure not to be too long.
            from[j] += Shift * (j % 2 == 0 ? 1 : -1) / Math.Sqrt(Math.Max(_curvatures[j], 1e-300));
        }

        return (from, isMoved);
    }

    private void Record(MixedNewton newton, ClimbEnd end, double[] start, bool isMoved)
    {
        _starts.Add(
            new StartResult(
                [.. start],
                isMoved,
                end == ClimbEnd.Top,
                newton.Iterations,
                _likelihood.Value,
                [.. newton.Parameters.Skip(_likelihood.Width)]
            )
        );
        _ends.Add(newton.Parameters);
    }

    private void Keep(MixedNewton newton, ClimbEnd end)
    {
        (End, Iterations, Parameters, Free, Information) = (end, newton.Iterations, newton.Parameters, newton.Free, newton.Information);
        BoundaryScores = Scores(newton.Parameters);
        _curvatures = [.. Enumerable.Range(0, _likelihood.Order).Select(j => -_likelihood.Hessian[j * _likelihood.Order + j])];
    }

    /// <summary>At σ = 0 the second derivative in σ is twice the first in σ².</summary>
    private double?[] Scores(double[] parameters) =>
        [
            .. Enumerable
                .Range(_likelihood.Width, _likelihood.Order - _likelihood.Width)
                .Select(k => parameters[k] == 0 ? _likelihood.Hessian[k * _likelihood.Order + k] / 2 : (double?)null),
        ];

    private void Certify()
    {
        var order = Free.Length;
        var negative = Matrix<double>.Build.Dense(order, order);
        double[] gradient = [.. Free.Select(i => _likelihood.Gradient[i])];
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                negative[i, j] = -_likelihood.Hessian[Free[i] * _likelihood.Order + Free[j]];
            }
        }

        var isFinite = negative.ToColumnMajorArray().All(double.IsFinite);
        double[] eigenvalues = isFinite
            ? [.. negative.Evd(Symmetricity.Symmetric).EigenValues.Select(v => v.Real)]
            : [double.NegativeInfinity];
        double[] whitened = [.. gradient];
        Information?.SolveLower(whitened);
        Certificate = new ConvergenceCertificate
        {
            GradientNorm = gradient.Max(Math.Abs),
            DistanceInStandardErrors = Information is null ? null : Math.Sqrt(whitened.Sum(v => v * v)),
            SmallestEigenvalue = eigenvalues.Min(),
            LargestEigenvalue = eigenvalues.Max(),
            Starts = [.. _starts],
            LogLikelihoodSpread = _starts
                .Where(s => s.Converged)
                .Select(s => Math.Abs(s.LogLikelihood - _likelihood.Value))
                .DefaultIfEmpty()
                .Max(),
            CoefficientSpread = Spread(),
        };
    }

    private double Spread()
    {
        if (Information is not { } information)
        {
            return 0;
        }

        var errors = new double[_likelihood.Width];
        for (var j = 0; j < errors.Length; j++)
        {
            var unit = new double[information.Order];
            unit[j] = 1;
            information.SolveLower(unit);
            errors[j] = Math.Sqrt(unit.Sum(v => v * v));
        }

        return _ends
            .Where((_, start) => _starts[start].Converged)
            .Select(end => Enumerable.Range(0, errors.Length).Max(j => Math.Abs(end[j] - Parameters[j]) / errors[j]))
            .DefaultIfEmpty()
            .Max();
    }
}
