using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>Newton's method for a logistic model, and where it ended.</summary>
internal sealed class LogisticNewton
{
    /// <summary>A step is halved at most this often before it is given up.</summary>
    private const int MaxHalvings = 60;

    /// <summary>Share of the gain that the gradient promises which a step must bring (Armijo's rule), so that none leaps to where the likelihood is flat.</summary>
    private const double LeastGain = 0.1;

    /// <summary>With fewer rows than this, a start from a part of them saves nothing.</summary>
    private const int LeastRowsForSample = 100_000;

    /// <summary>One panel of so many is in the part.</summary>
    private const int SampleEvery = 16;

    private const int MostSampleSteps = 6;

    /// <summary>
    /// Information about a working column (mean square 1), as a share of the total weight, below which there is none: the likelihood is flat that
    /// way, as when columns nearly alike separate the outcomes. An outcome of one in a hundred million leaves more.
    /// </summary>
    private const double LeastInformation = 1e-12;

    /// <summary>Decrement at which the part has told what it can: far below its sampling error, which is the rank.</summary>
    private const double SampleTolerance = 1e-2;

    private readonly ModelDesign _design;
    private readonly LogisticOptions _options;
    private bool _lookedForSeparation;

    // All weights times a factor is the same model, with a decrement times that factor.
    private readonly double _tolerance;

    private LogisticNewton(ModelDesign design, LogisticOptions options)
    {
        _design = design;
        _options = options;
        Score = new LogisticScore(design, options.Threads ?? Workers.All);
        _tolerance = options.Tolerance * design.TotalWeight / design.RowCount;
        Coefficients = new double[design.Basis.Rank];
    }

    /// <summary>The model at <see cref="Coefficients"/>.</summary>
    public LogisticScore Score { get; }

    /// <summary>Coefficients of the working columns.</summary>
    public double[] Coefficients { get; private set; }

    public LogisticStatus Status { get; private set; } = LogisticStatus.NotConverged;

    public int Iterations { get; private set; }

    public double? Decrement { get; private set; }

    /// <summary>The information at the optimum; null when it was not found.</summary>
    public CholeskyFactor? Information { get; private set; }

    /// <summary>When separated, the columns to blame.</summary>
    public IReadOnlyList<int> SeparatingColumns { get; private set; } = [];

    public static LogisticNewton Run(ModelDesign design, LogisticOptions options)
    {
        var newton = new LogisticNewton(design, options);
        newton.Iterate();
        if (newton.Status == LogisticStatus.NotConverged || Separation.IsPossible(design, newton.Score))
        {
            newton.LookForSeparation();
        }

        return newton;
    }

    private void Iterate()
    {
        // From the model with the intercept only, where the working intercept is the log odds of the mean outcome.
        var mean = _design.SuccessWeight / _design.TotalWeight;
        Coefficients[0] = Math.Log(mean / (1 - mean));
        if (_design.RowCount >= LeastRowsForSample && FitSample(Coefficients) is { } start)
        {
            Coefficients = start;
        }

        Score.Evaluate(Coefficients);
        var information = CholeskyFactor.TryFactor(Score.Information, Coefficients.Length);
        while (information is not null)
        {
            var step = Score.Gradient.ToArray();
            information.SolveLower(step);
            Decrement = SumOfSquares(step);
            if (Decrement <= _tolerance)
            {
                if (information.LeastLeft < LeastInformation * _design.TotalWeight)
                {
                    return;
                }

                Information = information;
                Status = LogisticStatus.Converged;
                return;
            }

            information.SolveUpper(step);
            if ((Iterations == Separation.PatientIterations || Separation.IsEvident(Score)) && LookForSeparation())
            {
                return;
            }

            if (Iterations == _options.MaxIterations)
            {
                return;
            }

            information = TryStep(step);
            Iterations++;
        }
    }

    /// <summary>Decides once whether the outcomes are separated.</summary>
    private bool LookForSeparation()
    {
        if (_lookedForSeparation)
        {
            return false;
        }

        _lookedForSeparation = true;
        if (Separation.Find(_design) is not { } finding)
        {
            return false;
        }

        Status = finding.Status;
        SeparatingColumns = finding.Columns;
        Information = null;
        return true;
    }

    /// <summary>
    /// The optimum on a fixed part of the rows, spread evenly, which is within a few steps of that on all; null when it is not found at once,
    /// as when a rare level has no row in the part.
    /// </summary>
    private double[]? FitSample(double[] start)
    {
        var coefficients = start;
        for (var step = 0; step <= MostSampleSteps; step++)
        {
            Score.Evaluate(coefficients, SampleEvery);
            if (CholeskyFactor.TryFactor(Score.Information, coefficients.Length) is not { } information)
            {
                return null;
            }

            var change = Score.Gradient.ToArray();
            information.SolveLower(change);
            var decrement = SumOfSquares(change);
            information.SolveUpper(change);
            coefficients = [.. coefficients.Zip(change, (coefficient, move) => coefficient + move)];
            if (decrement <= SampleTolerance * _design.TotalWeight / _design.RowCount)
            {
                return coefficients;
            }
        }

        return null;
    }

    /// <summary>
    /// Takes the step, halved until the likelihood does not fall by more than rounding and there is still curvature to go on from, which there
    /// is not where every row is predicted to rounding. Gives the information there; null when no step does.
    /// </summary>
    private CholeskyFactor? TryStep(double[] step)
    {
        var start = Score.LogLikelihood;
        var slack = 1e-10 * (_design.TotalWeight / _design.RowCount + Math.Abs(start));
        var factor = 1.0;
        for (var halving = 0; halving <= MaxHalvings; halving++)
        {
            double[] candidate = [.. Coefficients.Zip(step, (coefficient, change) => coefficient + factor * change)];
            Score.Evaluate(candidate);
            var least = start + LeastGain * factor * (Decrement ?? 0) - slack;
            if (Score.LogLikelihood >= least && CholeskyFactor.TryFactor(Score.Information, candidate.Length) is { } information)
            {
                Coefficients = candidate;
                return information;
            }

            factor /= 2;
        }

        Score.Evaluate(Coefficients);
        return null;
    }

    private static double SumOfSquares(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return sum;
    }
}
