using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>A prediction of a logistic model.</summary>
/// <param name="LinearPredictor">Log odds.</param>
/// <param name="LinearPredictorStandardError">Standard error of the log odds.</param>
/// <param name="LinearPredictorInterval">Wald interval of the log odds.</param>
/// <param name="Probability">Probability.</param>
/// <param name="ProbabilityStandardError">Standard error of the probability by the delta method: p(1 − p) · that of the log odds.</param>
/// <param name="ProbabilityInterval">The interval of the log odds turned into probabilities, so within 0 and 1.</param>
public sealed record LogisticPrediction(
    double LinearPredictor,
    double LinearPredictorStandardError,
    ConfidenceInterval LinearPredictorInterval,
    double Probability,
    double ProbabilityStandardError,
    ConfidenceInterval ProbabilityInterval
)
{
    internal static LogisticPrediction From(double linear, double standardError, double level)
    {
        var reach = Distributions.NormalCritical(level) * standardError;
        var probability = LogisticMath.Probability(linear);
        return new LogisticPrediction(
            linear,
            standardError,
            new ConfidenceInterval(linear - reach, linear + reach, level),
            probability,
            probability * LogisticMath.Probability(-linear) * standardError,
            new ConfidenceInterval(LogisticMath.Probability(linear - reach), LogisticMath.Probability(linear + reach), level)
        );
    }
}

/// <summary>Whether a profile could be predicted for.</summary>
public enum PredictionStatus
{
    /// <summary>It could.</summary>
    Estimated,

    /// <summary>The model has no estimates.</summary>
    NoEstimates,

    /// <summary>The profile does not fit the model.</summary>
    InvalidProfile,

    /// <summary>The profile breaks a linear relation that all rows of the data satisfy.</summary>
    NotEstimable,
}

/// <summary>What came of predicting for a profile.</summary>
/// <param name="Status">Whether it could be done.</param>
/// <param name="Problems">What is wrong with the profile.</param>
/// <param name="Prediction">The prediction; null unless the status is <see cref="PredictionStatus.Estimated"/>.</param>
public sealed record ProfilePrediction(PredictionStatus Status, IReadOnlyList<ProfileProblem> Problems, LogisticPrediction? Prediction);
