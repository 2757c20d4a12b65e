using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>What the individual model of the report says of the measures, by the ids of the report and rounded as printed: the same in every briefing.</summary>
internal static class MeasureModelNumbers
{
    /// <summary>The numbers told of each measure, as last part of their ids.</summary>
    public static IReadOnlyList<string> Told { get; } = ["oddsrate", "endring_odds", "p", "marginaleffekt"];

    /// <summary>Takes the numbers from the stage of the report. What cannot be estimated is a warning, as there (RB6002, RB6003).</summary>
    public static IReadOnlyList<Quantity> Of(ModelFits fits, DiagnosticBag bag)
    {
        var edition = new EditionBuilder();
        var model = ReportModel.Individual;
        ModelTerm[] terms = [.. BriefingVariables.Measures.Select(m => model.Terms.Single(t => t.Token == $"tiltak.{m}"))];
        IndividualModelStage.AddCoefficients(fits.Logistic(model), terms, new ModelQuantities(model.Token, edition, bag));
        IndividualModelStage.AddMarginalEffects(fits, edition, terms);
        return
        [
            .. BriefingVariables.Measures.SelectMany(measure =>
                Told.Select(what => Printed.As(edition[BriefingIds.MeasureModel(measure, what)]))
            ),
        ];
    }
}
