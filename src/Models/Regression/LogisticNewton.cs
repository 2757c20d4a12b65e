using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>Newton's method for a logistic model, and where it ended.</summary>
internal sealed class LogisticNewton
{
    /// <summary>A step is halved at most this often before it is given up.</summary>
    private const int MaxHalvings = 30;

    /// <summary>With fewer rows than this, a start from a part of them saves nothing.</summary>
    private const int LeastRowsForSample = 100_000;

    /// <summary>One panel of so many is in the part.</summary>
    private const int SampleEvery = 16;

    private const int MostSampleSteps = 6;

    /// <summary>Decrement at which the part has told what it can: far below its sampling error, which is the rank.</summary>
    private const double SampleTolerance = 1e-2;

    private readonly ModelDesign _design;
    private readonly LogisticOptions _options;

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

    /// <summary>When separated, the direction in which the likelihood grows for ever, for the working columns.</summary>
    public double[]? Direction { get; private set; }

    public static LogisticNewton Run(ModelDesign design, LogisticOptions options)
    {
        var newton = new LogisticNewton(design, options);
        newton.Iterate();
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
        while (true)
        {
            if (CholeskyFactor.TryFactor(Score.Information, Coefficients.Length) is not { } information)
            {
                return;
            }

            var step = Score.Gradient.ToArray();
            information.SolveLower(step);
            Decrement = SumOfSquares(step);
            if (Decrement <= _tolerance)
            {
                Information = information;
                Status = LogisticStatus.Converged;
                return;
            }

            information.SolveUpper(step);
            if (Separation.Detect(_design, Score, Iterations, step) is { } separated)
            {
                Status = separated;
                Direction = separated == LogisticStatus.Separated ? Coefficients : step;
                return;
            }

            if (Iterations == _options.MaxIterations || !TryStep(step))
            {
                return;
            }

            Iterations++;
        }
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

    /// <summary>Takes the step, halved until the likelihood does not fall by more than rounding.</summary>
    private bool TryStep(double[] step)
    {
        var start = Score.LogLikelihood;
        var slack = 1e-10 * (_design.TotalWeight / _design.RowCount + Math.Abs(start));
        var factor = 1.0;
        for (var halving = 0; halving <= MaxHalvings; halving++)
        {
            double[] candidate = [.. Coefficients.Zip(step, (coefficient, change) => coefficient + factor * change)];
            Score.Evaluate(candidate);
            if (Score.LogLikelihood >= start - slack)
            {
                Coefficients = candidate;
                return true;
            }

            factor /= 2;
        }

        Score.Evaluate(Coefficients);
        return false;
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
