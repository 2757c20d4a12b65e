using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>What a model loses without one of its terms.</summary>
/// <param name="Term">Name of the term.</param>
/// <param name="DegreesOfFreedom">Number of coefficients lost; 0 for a term that others make up for entirely.</param>
/// <param name="Deviance">Deviance of the model without it; null when its optimum was not found.</param>
/// <param name="Aic">Akaike's criterion of the model without it; null with the deviance.</param>
/// <param name="LikelihoodRatio">Rise of the deviance; null with the deviance.</param>
/// <param name="P">Probability of a chi-squared variable at least as large as the rise; null without degrees of freedom.</param>
public sealed record TermDeletion(string Term, int DegreesOfFreedom, double? Deviance, double? Aic, double? LikelihoodRatio, double? P);

/// <summary>
/// Likelihood-ratio test of each term against the model without it (R's <c>drop1(fit, test = "Chisq")</c>): on the same rows, and leaving
/// out of account terms that are part of an interaction in the model.
/// </summary>
public static class SingleTermDeletion
{
    /// <summary>
    /// One entry a term that may be dropped, in the order of the design; empty when the model has no estimates. A term is kept while the
    /// model has one whose name joins it with others by colons (<c>a</c> while there is <c>a:b</c>).
    /// </summary>
    public static IReadOnlyList<TermDeletion> Of(LogisticFit fit)
    {
        if (fit.Estimates is not { } estimates)
        {
            return [];
        }

        var model = WorkingModel.Of(fit, estimates);
        var score = model.NewScore(fit.Options.Threads ?? Workers.All);
        var spaces = new TermSpace(model, estimates);
        return
        [
            .. fit
                .Design.Terms.Where(term => !fit.Design.Terms.Any(other => IsPartOf(term.Term, other.Term)))
                .Select(term => Delete(term.Term, estimates, NestedModel.Fit(model, score, spaces.ConstraintsWithout([term])))),
        ];
    }

    private static bool IsPartOf(string term, string other)
    {
        var (own, others) = (term.Split(':'), other.Split(':'));
        return own.Length < others.Length && own.All(others.Contains);
    }

    private static TermDeletion Delete(string term, LogisticEstimates estimates, NestedModel without)
    {
        if (without.LogLikelihood is not { } logLikelihood)
        {
            return new TermDeletion(term, without.Constraints, null, null, null, null);
        }

        var ratio = without.Constraints > 0 ? LikelihoodRatio.From(estimates.LogLikelihood, logLikelihood, without.Constraints) : null;
        return new TermDeletion(
            term,
            without.Constraints,
            -2 * logLikelihood,
            -2 * logLikelihood + 2 * (estimates.Rank - without.Constraints),
            ratio?.Statistic ?? 0,
            ratio?.P
        );
    }
}
