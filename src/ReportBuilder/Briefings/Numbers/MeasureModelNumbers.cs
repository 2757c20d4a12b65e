using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>What the individual model of the report says of the measures, by the ids of the report and rounded as printed: the same in every briefing.</summary>
internal static class MeasureModelNumbers
{
    /// <summary>The numbers told of each measure, as last part of their ids.</summary>
    public static IReadOnlyList<string> Told { get; } = ["oddsrate", "endring_odds", "p", "marginaleffekt"];

    /// <summary>Takes the numbers from the stage of the report.</summary>
    public static IReadOnlyList<Quantity> Of(ModelFits fits, DiagnosticBag bag)
    {
        var edition = new EditionBuilder();
        IndividualModelStage.Run(ReportModel.Individual, fits, edition, bag);
        IndividualModelStage.AddMarginalEffects(fits, edition);
        return
        [
            .. BriefingVariables.Measures.SelectMany(measure =>
                Told.Select(what => Printed.As(edition[BriefingIds.MeasureModel(measure, what)]))
            ),
        ];
    }
}
