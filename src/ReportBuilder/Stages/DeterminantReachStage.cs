using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// What one standard deviation of a fact on municipality or project means in percentage points, for the common typical participant in introduksjonsprogrammet, in a municipality or project that is average in
/// everything else, also in what the model does not know: odds ratios said in probabilities.
/// </summary>
public static class DeterminantReachStage
{
    /// <summary>
    /// Adds <c>modell.{token}.typisk_felles.sannsynlighet</c>, and for each fact <c>.utslag</c> (with a delta-method interval) and <c>.utslag.sannsynlighet</c>. Not estimable without estimates or
    /// typical participant.
    /// </summary>
    /// <param name="data">The dataset.</param>
    /// <param name="fits">The models.</param>
    /// <param name="typical">The common typical participant; null when there is none to tell of.</param>
    /// <param name="edition">Receives the quantities.</param>
    public static void Run(Dataset data, ModelFits fits, TypicalParticipant? typical, EditionBuilder edition)
    {
        foreach (
            var (model, facts) in new[]
            {
                (ReportModel.Municipality, ModelTerm.OfMunicipalities),
                (ReportModel.Project, ModelTerm.OfProjects),
            }
        )
        {
            Add(data, model, fits.Grouped(model), facts, typical, new NumberBook(edition));
        }
    }

    private static void Add(
        Dataset data,
        ReportModel model,
        MixedLogitFit fit,
        IReadOnlyList<ModelTerm> facts,
        TypicalParticipant? typical,
        NumberBook numbers
    )
    {
        var scales = facts.ToDictionary(f => f.Token, f => ScaleOf(data, f, fit), StringComparer.Ordinal);
        var average = Row(null);
        var from = Predict(average);
        numbers.Add(
            $"{model.Prefix}.typisk_felles.sannsynlighet",
            from?.Probability,
            Unit.Probability,
            0,
            interval: from?.ProbabilityInterval
        );
        foreach (var fact in facts)
        {
            var more = Row(fact);
            var difference = average is null || more is null ? null : fit.Estimates?.Difference(more, average);
            var name = $"{model.Prefix}.{fact.Token}.utslag";
            numbers.Add(name, difference?.Value, Unit.PercentagePoints, 1, interval: difference?.Interval);
            numbers.Add($"{name}.sannsynlighet", Predict(more)?.Probability, Unit.Probability, 0);
        }

        LogisticPrediction? Predict(IReadOnlyList<double>? row) => row is null ? null : fit.Estimates?.Predict(row);

        // The typical participant as a row of the design, one fact a standard deviation above its mean.
        IReadOnlyList<double>? Row(ModelTerm? above)
        {
            if (typical is null || fit.Estimates is null)
            {
                return null;
            }

            var profile = Characteristics(data, model, typical);
            foreach (var (token, scale) in scales)
            {
                profile[token] = TermValue.Of(scale.Mean + (token == above?.Token ? scale.Deviation : 0));
            }

            return fit.Design.Row(profile) is { Problems.Count: 0 } row ? row.Values : null;
        }
    }

    private static Dictionary<string, TermValue> Characteristics(Dataset data, ReportModel model, TypicalParticipant typical)
    {
        var individual = typical.Profile(data, Scheme.Introduksjonsprogrammet);
        return ModelTerm
            .OfMultilevelModels.Where(model.Terms.Contains)
            .ToDictionary(
                t => t.Token,
                t => t.Kind == TermKind.Factor ? TermValue.Of(typical.Categories[t.Token].Token) : individual[t.Token],
                StringComparer.Ordinal
            );
    }

    private static (double Mean, double Deviation) ScaleOf(Dataset data, ModelTerm fact, MixedLogitFit fit)
    {
        var column = data.Numbers(fact.Column);
        var summary = MeanSummary.Of([.. fit.Design.UsedRows.Select(row => column.IsMissing(row) ? (double?)null : column.Values[row])]);
        return (summary.Mean ?? 0, summary.StandardDeviation ?? 0);
    }
}
