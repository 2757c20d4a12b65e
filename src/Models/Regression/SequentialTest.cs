using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>What a term adds to a model of the terms before it.</summary>
/// <param name="Term">Name of the term.</param>
/// <param name="DegreesOfFreedom">Number of coefficients it adds.</param>
/// <param name="Reduction">Fall of the deviance; null when an optimum was not found.</param>
/// <param name="ResidualDeviance">Deviance of the model with the terms up to this one; null when its optimum was not found.</param>
/// <param name="P">Probability of a chi-squared variable at least as large as the fall; null without degrees of freedom.</param>
public sealed record SequentialTerm(string Term, int DegreesOfFreedom, double? Reduction, double? ResidualDeviance, double? P);

/// <summary>Terms added one after another, each tested against the model of those before (R's <c>anova(fit, test = "Chisq")</c>).</summary>
public static class SequentialTest
{
    /// <summary>One entry a term in the order of the design; empty when the model has no estimates.</summary>
    public static IReadOnlyList<SequentialTerm> Of(LogisticFit fit)
    {
        if (fit.Estimates is not { } estimates)
        {
            return [];
        }

        var model = WorkingModel.Of(fit, estimates);
        var score = model.NewScore(fit.Options.Threads ?? Workers.All);
        var spaces = new TermSpace(model, estimates);
        var result = new List<SequentialTerm>();
        var before = (LogLikelihood: (double?)estimates.NullLogLikelihood, Rank: 1);
        for (var t = 0; t < fit.Design.Terms.Count; t++)
        {
            TermCoding[] rest = [.. fit.Design.Terms.Skip(t + 1)];
            var upTo = NestedModel.Fit(model, score, spaces.ConstraintsWithout(rest));
            var rank = estimates.Rank - upTo.Constraints;
            var added = rank - before.Rank;
            var ratio =
                added > 0 && upTo.LogLikelihood is { } larger && before.LogLikelihood is { } smaller
                    ? LikelihoodRatio.From(larger, smaller, added)
                    : null;
            result.Add(
                new SequentialTerm(
                    fit.Design.Terms[t].Term,
                    added,
                    added == 0 ? 0 : ratio?.Statistic,
                    upTo.LogLikelihood is { } value ? -2 * value : null,
                    ratio?.P
                )
            );
            before = (upTo.LogLikelihood, rank);
        }

        return result;
    }
}
