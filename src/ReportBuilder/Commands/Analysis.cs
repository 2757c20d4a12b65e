using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Harmonise;
using ReportBuilder.Labels;
using ReportBuilder.Stages;
using ReportBuilder.Tables;

namespace ReportBuilder.Commands;

/// <summary>What comes of the data: the edition, and its tables and figures as typed content.</summary>
/// <param name="Edition">All numbers.</param>
/// <param name="Tables">Tables of the report.</param>
/// <param name="Figures">Figures of the report.</param>
/// <param name="Labels">The words they use.</param>
/// <param name="LeftOut">Optional data that were not given, and that the report does without.</param>
public sealed record Analysis(
    Edition Edition,
    IReadOnlyList<Table> Tables,
    IReadOnlyList<Figure> Figures,
    LabelSet Labels,
    IReadOnlyList<LeftOut> LeftOut
)
{
    /// <summary>Runs all stages on a dataset.</summary>
    /// <param name="data">The participants.</param>
    /// <param name="municipalities">The municipalities by year.</param>
    /// <param name="settings">Settings.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <param name="harmonised">How the participants came out of the registers; null when they were given harmonised.</param>
    public static Analysis Run(
        Dataset data,
        MunicipalityTable municipalities,
        ReportSettings settings,
        DiagnosticBag bag,
        HarmonisedData? harmonised = null
    )
    {
        var builder = new EditionBuilder();
        var quantities = new BreakdownQuantities(builder, settings.MinimumCount);
        var all = Sample.All(data);
        var complete = Sample.Complete(data);
        var rows = new ModelRows(data, complete.Rows);
        var fits = new ModelFits(data, rows);
        var robustness = new RobustnessFits(data, municipalities, rows, fits);
        // The models need nothing of the other stages; the longest chains begin first, so that no processor is idle at the end.
        var fullModels = Begin(e => RunFullModels(robustness, e, settings.MinimumCount));
        var robust = Begin(e => RunRobustness(robustness, e, settings.MinimumCount));
        var multilevel = Begin(e => RunMultilevel(data, fits, e, bag));
        IReadOnlyList<ReadingComparison> readings = [];
        var otherReadings = Begin(e => readings = ReadingStage.Run(data, all, harmonised?.Alternatives ?? [], e, settings.MinimumCount));
        var interactions = Begin(e => InteractionStage.Run(data, fits, e));
        builder.Add(Quantity.Of("personvern.minste_antall", settings.MinimumCount, Unit.Count, 0));
        SampleStage.Run(data, all, complete, builder);
        MissingStage.Run(data, all, complete, quantities, builder, settings.MinimumCount);
        DescriptiveStage.Run(data, complete, quantities, builder, settings.MinimumCount);
        IndividualModelStage.Run(ReportModel.Individual, fits, builder, bag);
        IndividualModelStage.AddUnadjusted(data, fits, builder);
        IndividualModelStage.AddMarginalEffects(fits, builder);
        PredictedOutcomeStage.Run(data, complete, fits, builder);
        WomenStage.Run(data, complete, builder, settings.MinimumCount);
        MeasureStage.Run(data, complete, quantities, builder, settings.MinimumCount);
        PlaceFactStage.Run(data, rows, builder, settings.MinimumCount);
        var typical = TypicalStage.Run(data, fits, builder, settings.MinimumCount);
        MissingModelStage.Run(data, builder, bag);
        ContributionStage.Run(data, fits, builder, settings.ContributionMinimum, settings.MinimumCount);
        TransitionStage.Run(data, all, builder, settings.MinimumCount);
        ContrastStage.Run(builder);
        FlowStage.Run(data, all, harmonised, builder, settings.MinimumCount);
        var recoding = harmonised is null ? null : RecodingStage.Run(harmonised, builder, settings.MinimumCount);
        Join(otherReadings, builder);
        Join(multilevel, builder);
        DeterminantReachStage.Run(data, fits, typical, builder);
        Join(interactions, builder);
        Join(robust, builder);
        Join(fullModels, builder);

        var labels = LabelSet.Read(settings.LabelFolder, ShownPath.Of(settings.LabelFolder), bag);
        Table[] tables =
        [
            .. TableCatalogue.Build(builder, labels),
            .. PlaceFactTables.Build(builder, labels),
            .. ModelTableCatalogue.Build(builder, labels),
            .. ContributionTables.Build(builder, labels),
            .. RobustnessTables.Build(builder, labels),
            .. RecodingTableCatalogue.Build(recoding, builder, labels),
            .. ReadingTable.Build(readings, builder, labels),
        ];
        Figure[] figures =
        [
            .. FigureCatalogue.Build(builder, DistributionClasses.All, labels),
            .. ContributionFigures.Build(builder, labels),
            RobustnessFigure.Build(builder, labels),
        ];
        var edition = new Edition
        {
            Quantities = builder.ToQuantities(),
            Facts = builder.ToFacts(),
            Tables = [.. tables.Select(EditionContents.Of)],
            Figures = [.. figures.Select(EditionContents.Of)],
            Municipalities = MunicipalityPresence.Of(data, complete, settings.MinimumCount),
            Origin = new EditionOrigin(
                settings.Edition,
                ToolIdentity.Mark.Version,
                data.FileName,
                data.Fingerprint,
                data.IsSynthetic,
                data.RowCount
            ),
        };
        var leftOut = OptionalInputs.Of(data).LeftOut(harmonised is not null, labels);
        return new Analysis(edition, tables, figures, labels, leftOut);
    }

    /// <summary>Begins stages that add to an edition of their own, beside the others.</summary>
    private static Task<EditionBuilder> Begin(Action<EditionBuilder> run) =>
        Task.Run(() =>
        {
            var part = new EditionBuilder();
            run(part);
            return part;
        });

    private static void Join(Task<EditionBuilder> part, EditionBuilder edition) =>
        edition.AddRange(part.GetAwaiter().GetResult().ToQuantities().Values);

    private static void RunMultilevel(Dataset data, ModelFits fits, EditionBuilder edition, DiagnosticBag bag)
    {
        foreach (var model in ReportModel.All.Where(m => m.Grouping != ModelGrouping.None))
        {
            MultilevelModelStage.Run(data, model, fits, edition, bag);
        }

        IndividualModelStage.Run(ReportModel.IndividualOfWomen, fits, edition, bag);
    }

    private static void RunRobustness(RobustnessFits fits, EditionBuilder edition, int minimum)
    {
        // What needs no multilevel model comes first, while the other tasks fit those.
        MatchingStage.Run(fits, edition, minimum);
        SelectionStage.Run(fits, edition, minimum);
        fits.FitWithin();
        RobustnessStage.Run(fits, edition);
    }

    private static void RunFullModels(RobustnessFits fits, EditionBuilder edition, int minimum)
    {
        FullModelStage.Run(fits, edition);
        AssumptionStage.Run(fits, edition, minimum);
    }
}
