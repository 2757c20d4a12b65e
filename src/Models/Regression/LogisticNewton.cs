using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>Newton's method for a logistic model, and where it ended.</summary>
internal sealed class LogisticNewton
{
    /// <summary>A step is halved at most this often before it is given up.</summary>
    private const int MaxHalvings = 30;

    private readonly ModelDesign _design;
    private readonly LogisticOptions _options;
    private bool _lookedForSeparation;

    private LogisticNewton(ModelDesign design, LogisticOptions options)
    {
        _design = design;
        _options = options;
        Score = new LogisticScore(design.Basis.Matrix, design.Outcome.AsSpan());
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
        var mean = (double)_design.Successes / _design.RowCount;
        Coefficients[0] = Math.Log(mean / (1 - mean));
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
            if (Decrement <= _options.Tolerance)
            {
                Information = information;
                Status = LogisticStatus.Converged;
                return;
            }

            information.SolveUpper(step);
            if ((Iterations == Separation.PatientIterations || Separation.IsEvident(Score)) && LookForSeparation())
            {
                return;
            }

            if (Iterations == _options.MaxIterations || !TryStep(step))
            {
                return;
            }

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

    /// <summary>Takes the step, halved until the likelihood does not fall by more than rounding.</summary>
    private bool TryStep(double[] step)
    {
        var start = Score.LogLikelihood;
        var slack = 1e-10 * (1 + Math.Abs(start));
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
