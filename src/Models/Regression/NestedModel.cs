namespace ReportBuilder.Models.Regression;

/// <summary>A model that is another with linear constraints on its coefficients.</summary>
/// <param name="Constraints">Number of constraints: coefficients it has less.</param>
/// <param name="LogLikelihood">Its highest log likelihood; null when it was not found.</param>
internal sealed record NestedModel(int Constraints, double? LogLikelihood)
{
    /// <summary>Leaves the likelihood as sharp as that of the model itself.</summary>
    private const double Tolerance = 1e-16;

    /// <summary>Fits the model with Cθ = 0.</summary>
    /// <param name="model">The larger model, at its optimum.</param>
    /// <param name="score">Workspace.</param>
    /// <param name="constraints">The rows of C; they leave the first working column, the intercept, free.</param>
    public static NestedModel Fit(WorkingModel model, LogisticScore score, IReadOnlyList<double[]> constraints)
    {
        if (constraints.Count == 0)
        {
            return new NestedModel(0, model.LogLikelihood);
        }

        var optimum =
            (Nearest(model, constraints) is { } near ? ConstrainedNewton.Maximise(score, near, constraints, Tolerance) : null)
            ?? ConstrainedNewton.Maximise(score, InterceptOnly(model), constraints, Tolerance);
        return new NestedModel(constraints.Count, optimum?.LogLikelihood);
    }

    /// <summary>The point of the constraints that the quadratic approximation at the optimum likes best.</summary>
    private static double[]? Nearest(WorkingModel model, IReadOnlyList<double[]> constraints)
    {
        double[] missing = [.. constraints.Select(row => -row.Zip(model.Coefficients, (a, b) => a * b).Sum())];
        return ConstrainedNewton.Project(model.Information, constraints, missing) is { } change
            ? [.. model.Coefficients.Zip(change, (a, b) => a + b)]
            : null;
    }

    private static double[] InterceptOnly(WorkingModel model)
    {
        var start = new double[model.Rank];
        var mean = model.Design.SuccessWeight / model.Design.TotalWeight;
        start[0] = Math.Log(mean / (1 - mean));
        return start;
    }
}
