using ReportBuilder.Commands;
using ReportBuilder.Editions;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Fits;

/// <summary>Fits a model and gathers what was asked for.</summary>
internal static class ModelFitter
{
    /// <summary>The cause when a factor has one level only in the rows used. R stops there too.</summary>
    public const string OneLevelFactor = "oneLevelFactor";

    /// <summary>Fits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">What was asked for.</param>
    public static FitResult Fit(FitModel model, FitOptions options) =>
        model.Groups.Count > 0 ? FitMixed(model, options) : FitPlain(model, options);

    private static FitResult FitPlain(FitModel model, FitOptions options)
    {
        var fit = LogisticRegression.Fit(model.Design, new LogisticOptions { Level = options.Level });
        var oneLevel = OneLevelTerms(model.Design);
        if (fit.Estimates is not { } estimates || oneLevel.Count > 0)
        {
            var isRefused = fit.Estimates is null;
            return Refused(model, options, FitMethod.Ml, isRefused ? EditionWriter.NameOf(fit.Status) : OneLevelFactor) with
            {
                CauseTerms = isRefused ? NamesOf(model.Design, fit.SeparatingColumns) : oneLevel,
                Iterations = fit.Iterations,
            };
        }

        var result = new FitResult
        {
            Model = model,
            Method = FitMethod.Ml,
            Iterations = fit.Iterations,
            Certificate = new FitCertificate(fit.GradientNorm, fit.SmallestEigenvalue, 1, null, []),
            Measures = new FitMeasures(estimates.LogLikelihood, estimates.Rank, estimates.Aic, estimates.Bic),
            Coefficients = estimates.Coefficients,
            ModelCoefficients = estimates.Coefficients,
            Covariance = estimates.Covariance,
            Profiles = options.HasProfile ? ProfileIntervals.Of(fit) : [],
            Inflation = options.HasInflation ? VarianceInflation.Compute(estimates.Covariance) : [],
            Level = options.Level,
        };
        return model.Clusters is not null ? WithClusters(result, fit, options.Cluster!)
            : options.Robust is { } kind ? WithRobust(result, fit, kind)
            : result;
    }

    private static FitResult FitMixed(FitModel model, FitOptions options)
    {
        var points = options.Quadrature ?? 1;
        var method = points > 1 ? FitMethod.Agq : FitMethod.Laplace;
        var fit = MixedLogit.Fit(model.Design, model.Groups, new MixedLogitOptions { Level = options.Level, QuadraturePoints = points });
        var oneLevel = OneLevelTerms(model.Design);
        if (fit.Estimates is not { } estimates || oneLevel.Count > 0)
        {
            return RefusedMixed(model, options, method, fit, oneLevel);
        }

        return new FitResult
        {
            Model = model,
            Method = method,
            QuadraturePoints = points,
            Iterations = fit.Iterations,
            Certificate = CertificateOf(fit),
            Measures = new FitMeasures(estimates.LogLikelihood, estimates.ParameterCount, estimates.Aic, estimates.Bic),
            Coefficients = estimates.Coefficients,
            ModelCoefficients = estimates.Coefficients,
            Covariance = estimates.Covariance,
            Components = estimates.Components,
            VarianceIntervals = options.HasProfile ? VarianceProfile.Intervals(fit) : [],
            Inflation = options.HasInflation ? VarianceInflation.Compute(estimates.Covariance) : [],
            Level = options.Level,
        };
    }

    private static FitResult RefusedMixed(
        FitModel model,
        FitOptions options,
        FitMethod method,
        MixedLogitFit fit,
        IReadOnlyList<string> oneLevel
    )
    {
        // When the model without groups has no estimates already, its cause says more than that it has none.
        var pooled = fit.Status == MixedLogitStatus.NoPooledEstimates ? fit.Pooled : null;
        var cause =
            fit.Estimates is not null ? OneLevelFactor
            : pooled is not null ? EditionWriter.NameOf(pooled.Status)
            : EditionWriter.NameOf(fit.Status);
        IReadOnlyList<string> terms =
            fit.Estimates is not null ? oneLevel
            : fit.Factor is { } factor ? [factor]
            : pooled is not null ? NamesOf(model.Design, pooled.SeparatingColumns)
            : [];
        return Refused(model, options, method, cause) with { CauseTerms = terms, Iterations = fit.Iterations };
    }

    private static FitResult Refused(FitModel model, FitOptions options, FitMethod method, string cause)
    {
        LogisticCoefficient[] none = [.. model.Design.Columns.Select(column => new LogisticCoefficient(column, null))];
        return new FitResult
        {
            Model = model,
            Method = method,
            QuadraturePoints = options.Quadrature ?? 1,
            Cause = cause,
            Iterations = 0,
            Coefficients = none,
            ModelCoefficients = none,
            Level = options.Level,
        };
    }

    private static FitResult WithClusters(FitResult result, LogisticFit fit, string column)
    {
        var cr0 = RobustCovariance.Clustered(fit, result.Model.Clusters!, ClusterCorrection.CR0);
        var cr1 = RobustCovariance.Clustered(fit, result.Model.Clusters!, ClusterCorrection.CR1);
        if (cr0.Covariance is null || cr1.Covariance is null)
        {
            return result with { RobustProblem = cr0.Covariance is null ? cr0.Status : cr1.Status };
        }

        return result with
        {
            Coefficients = cr0.Coefficients,
            Covariance = cr0.Covariance,
            Errors = ErrorKind.Cluster,
            Cluster = new ClusterErrors(column, cr0.GroupCounts[0], cr0.Covariance, cr1.Covariance),
        };
    }

    private static FitResult WithRobust(FitResult result, LogisticFit fit, HeteroscedasticityCorrection kind)
    {
        var robust = RobustCovariance.HeteroscedasticityConsistent(fit, kind);
        return robust.Covariance is null
            ? result with
            {
                RobustProblem = robust.Status,
            }
            : result with
            {
                Coefficients = robust.Coefficients,
                Covariance = robust.Covariance,
                Errors = ErrorKind.Robust,
                RobustName = kind.ToString(),
            };
    }

    private static FitCertificate? CertificateOf(MixedLogitFit fit) =>
        fit.Certificate is { } certificate
            ? new FitCertificate(
                certificate.GradientNorm,
                certificate.SmallestEigenvalue,
                certificate.Starts.Count,
                certificate.Starts.Count > 1 ? certificate.StartsAgree : null,
                certificate.Starts
            )
            : null;

    private static IReadOnlyList<string> OneLevelTerms(ModelDesign design) =>
        [.. design.Terms.Where(term => term.Status == TermStatus.OneLevel).Select(term => term.Term)];

    private static IReadOnlyList<string> NamesOf(ModelDesign design, IReadOnlyList<int> columns) =>
        [.. columns.Select(column => design.Columns[column].Name)];
}
