using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;
using ReportBuilder.Stages;
using ReportBuilder.Tables;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;

namespace ReportBuilder.Tests.Stages;

/// <summary>All stages, tables and figures on invented participants, with the labels of the repository.</summary>
internal sealed record StageRun(EditionBuilder Edition, IReadOnlyList<Table> Tables, IReadOnlyList<Figure> Figures, DiagnosticBag Bag)
{
    /// <summary>Runs in the order of the program.</summary>
    public static StageRun Of(Participants people, int minimum = 5)
    {
        var bag = new DiagnosticBag();
        var edition = new EditionBuilder();
        var quantities = new BreakdownQuantities(edition, minimum);
        var all = Sample.All(people.Data);
        var complete = Sample.Complete(people.Data);
        SampleStage.Run(people.Data, all, complete, edition);
        MissingStage.Run(people.Data, all, complete, quantities, edition, minimum);
        DescriptiveStage.Run(people.Data, complete, quantities, edition, minimum);
        var rows = new ModelRows(people.Data, complete.Rows);
        var fits = new ModelFits(people.Data, rows);
        var robustness = new RobustnessFits(people.Data, DataFolder.Municipalities, rows, fits);
        IndividualModelStage.Run(ReportModel.Individual, fits, edition, bag);
        IndividualModelStage.AddUnadjusted(people.Data, fits, edition);
        PredictedOutcomeStage.Run(people.Data, complete, fits, edition);
        IndividualModelStage.AddMarginalEffects(fits, edition);
        InteractionStage.Run(people.Data, fits, edition);
        WomenStage.Run(people.Data, complete, edition, minimum);
        MeasureStage.Run(people.Data, complete, quantities, edition, minimum);
        PlaceFactStage.Run(people.Data, rows, edition, minimum);
        var typical = TypicalStage.Run(people.Data, fits, edition, minimum);
        MissingModelStage.Run(people.Data, edition, bag);
        IndividualModelStage.Run(ReportModel.IndividualOfWomen, fits, edition, bag);
        foreach (var model in ReportModel.All.Where(m => m.Grouping != ModelGrouping.None))
        {
            MultilevelModelStage.Run(people.Data, model, fits, edition, bag);
        }

        ContributionStage.Run(people.Data, fits, edition, minimum, minimum);
        RobustnessStage.Run(robustness, edition);
        FullModelStage.Run(robustness, edition);
        MatchingStage.Run(robustness, edition, minimum);
        SelectionStage.Run(robustness, edition, minimum);
        AssumptionStage.Run(robustness, edition, minimum);
        TransitionStage.Run(people.Data, all, edition, minimum);
        ContrastStage.Run(edition);
        DeterminantReachStage.Run(people.Data, fits, typical, edition);
        FlowStage.Run(people.Data, all, null, edition, minimum);
        ReadingStage.Run(people.Data, all, [], edition, minimum);
        var labels = LabelSet.Read(Repository.PathOf("templates/labels/nb"), "templates/labels/nb", bag);
        return new StageRun(
            edition,
            [
                .. TableCatalogue.Build(edition, labels),
                .. PlaceFactTables.Build(edition, labels),
                .. ModelTableCatalogue.Build(edition, labels),
                .. ContributionTables.Build(edition, labels),
                .. RobustnessTables.Build(edition, labels),
            ],
            [
                .. FigureCatalogue.Build(edition, DistributionClasses.All, labels),
                .. ContributionFigures.Build(edition, labels),
                RobustnessFigure.Build(edition, labels),
            ],
            bag
        );
    }
}
