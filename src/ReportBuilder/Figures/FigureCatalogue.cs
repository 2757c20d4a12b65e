using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Figures;

/// <summary>
/// The figures of the report as typed content, made from the quantities of the edition and the labels. Ids are given here, numbers
/// by the document.
/// </summary>
public sealed class FigureCatalogue
{
    // All charts of the outcome have the same scale, so that heights can be compared from page to page.
    private const double WholeScale = 100;
    private readonly EditionBuilder _edition;
    private readonly LabelSet _labels;

    private FigureCatalogue(EditionBuilder edition, LabelSet labels)
    {
        _edition = edition;
        _labels = labels;
    }

    /// <summary>All figures, in the order of the report.</summary>
    /// <param name="edition">The quantities; every stage has run.</param>
    /// <param name="classes">The classes of the distributions that the descriptive stage counted.</param>
    /// <param name="labels">Words for categories, terms and axes.</param>
    public static IReadOnlyList<Figure> Build(EditionBuilder edition, IReadOnlyList<DistributionClasses> classes, LabelSet labels)
    {
        var catalogue = new FigureCatalogue(edition, labels);
        return
        [
            catalogue.Outcome(),
            catalogue.Composition("fig-kjonn", DescriptiveVariables.Sex),
            catalogue.OutcomeBy("fig-kjonn-maaloppnaaelse", DescriptiveVariables.Sex),
            catalogue.Distribution("fig-botid", classes, "botid"),
            catalogue.OutcomeBy("fig-botid-maaloppnaaelse", DescriptiveVariables.ResidenceGroup),
            catalogue.Distribution("fig-alder", classes, "alder"),
            catalogue.OutcomeBy("fig-alder-maaloppnaaelse", DescriptiveVariables.AgeGroup),
            catalogue.Composition("fig-norsk", DescriptiveVariables.Norwegian),
            catalogue.OutcomeBy("fig-norsk-maaloppnaaelse", DescriptiveVariables.Norwegian),
            catalogue.Composition("fig-utdanning", DescriptiveVariables.Education),
            catalogue.OutcomeBy("fig-utdanning-maaloppnaaelse", DescriptiveVariables.Education),
            catalogue.Composition("fig-land", DescriptiveVariables.Region, BarDirection.Horizontal),
            catalogue.OutcomeBy("fig-land-maaloppnaaelse", DescriptiveVariables.Region, BarDirection.Horizontal),
            catalogue.Distribution("fig-varighet", classes, "varighet"),
            catalogue.OutcomeBy("fig-varighet-maaloppnaaelse", DescriptiveVariables.DurationFifth),
            catalogue.Composition("fig-fravaer", DescriptiveVariables.Absence),
            catalogue.OutcomeBy("fig-fravaer-maaloppnaaelse", DescriptiveVariables.Absence),
            catalogue.Measures(),
            catalogue.Model("fig-individmodell", ReportModel.Individual),
            catalogue.Predicted("fig-utdanning-predikert", DescriptiveVariables.Education),
            catalogue.Predicted("fig-norsk-predikert", DescriptiveVariables.Norwegian),
            catalogue.Model("fig-kommunemodell", ReportModel.Municipality),
            catalogue.Model("fig-prosjektmodell", ReportModel.Project),
            catalogue.Flow(),
            catalogue.Predicted("fig-fravaer-predikert", DescriptiveVariables.Absence),
            catalogue.Predicted("fig-botid-predikert", DescriptiveVariables.ResidenceGroup),
            catalogue.Predicted("fig-varighet-predikert", DescriptiveVariables.DurationFifth),
            catalogue.Predicted("fig-alder-predikert", DescriptiveVariables.AgeGroup),
        ];
    }

    private Figure Outcome()
    {
        string[] years = [.. DescriptiveVariables.Years.Categories];
        return new Figure(
            "fig-maaloppnaaelse",
            new BarChart(
                [_labels.Get("periode.hele"), .. years],
                Series(s => [_edition[$"maaloppnaaelse.{s}"], .. years.Select(y => _edition[$"maaloppnaaelse.aar.{y}.{s}"])]),
                BarDirection.Vertical,
                _labels.Get("akse.maaloppnaaelse")
            )
            {
                Maximum = WholeScale,
            }
        );
    }

    private Figure Composition(string id, DescriptiveVariable variable, BarDirection direction = BarDirection.Vertical) =>
        Bars(id, variable, "andel", "akse.andel_deltakere", direction);

    private Figure OutcomeBy(string id, DescriptiveVariable variable, BarDirection direction = BarDirection.Vertical) =>
        Bars(id, variable, "maaloppnaaelse", "akse.maaloppnaaelse", direction);

    private Figure Bars(string id, DescriptiveVariable variable, string measure, string axis, BarDirection direction) =>
        new(
            id,
            new BarChart(
                [.. variable.Categories.Select(c => _labels.Get($"{variable.Token}.{c}"))],
                Series(s => [.. variable.Categories.Select(c => _edition[$"{measure}.{variable.Token}.{c}.{s}"])]),
                direction,
                _labels.Get(axis)
            )
            {
                Maximum = measure == "maaloppnaaelse" ? WholeScale : null,
            }
        );

    private Figure Measures() =>
        new(
            "fig-tiltak",
            new BarChart(
                [.. DescriptiveVariables.Measures.Select(m => _labels.Get($"tiltak.{m}"))],
                Series(s => [.. DescriptiveVariables.Measures.Select(m => _edition[$"andel.tiltak.{m}.{s}"])]),
                BarDirection.Horizontal,
                _labels.Get("akse.andel_deltakere")
            )
        );

    private Figure Distribution(string id, IReadOnlyList<DistributionClasses> all, string variable)
    {
        var classes = all.Single(c => c.Variable == variable);
        return new Figure(
            id,
            new DistributionChart(
                classes.Edges,
                Series(s => [.. classes.Tokens.Select(c => _edition[$"fordeling.{variable}.{c}.{s}"])]),
                [.. Breakdown.Schemes.Select(s => _edition[$"gjennomsnitt.{variable}.{Breakdown.Token(s)}"])],
                _labels.Get($"akse.{variable}"),
                _labels.Get("akse.andel_deltakere"),
                LastIsOpen: true
            )
        );
    }

    private Figure Model(string id, ReportModel model)
    {
        var groups = model
            .Terms.GroupBy(t => t.Group, StringComparer.Ordinal)
            .Select(g => new ForestGroup(
                _labels.Get($"gruppe.{g.Key}"),
                [.. g.SelectMany(ModelTermTexts.Coefficients).Select(c => ForestRow(model, c))]
            ));
        return new Figure(
            id,
            new ForestChart([.. groups], _labels.Get("akse.oddsrate"), _labels.Get("akse.lavere_odds"), _labels.Get("akse.hoyere_odds"))
        );
    }

    /// <summary>What the individual model expects of each category, beside what happened.</summary>
    private Figure Predicted(string id, DescriptiveVariable variable)
    {
        IReadOnlyList<Quantity> Values(string measure, Scheme scheme) =>
            [.. variable.Categories.Select(c => _edition[$"{measure}.{variable.Token}.{c}.{Breakdown.Token(scheme)}"])];
        return new Figure(
            id,
            new PairChart(
                [.. variable.Categories.Select(c => _labels.Get($"{variable.Token}.{c}"))],
                [
                    .. Breakdown.Schemes.Select(s => new PairPanel(
                        s,
                        _labels.Get($"ordning.{Breakdown.Token(s)}"),
                        Values("maaloppnaaelse", s),
                        Values("predikert", s)
                    )),
                ],
                _labels.Get("figur.faktisk"),
                _labels.Get("figur.predikert"),
                _labels.Get("akse.maaloppnaaelse")
            )
        );
    }

    /// <summary>From records to participants in the model; from gross only when the registers were not read here.</summary>
    private Figure Flow()
    {
        (string Label, string Id, bool Leaves)[] steps =
        [
            .. FlowStage.HasRegisters(_edition)
                ? [(FlowStage.Read, $"flyt.{FlowStage.Read}", false), .. FlowStage.BeforeGross.Select(s => (s, $"flyt.{s}", true))]
                : Array.Empty<(string, string, bool)>(),
            ("brutto", "deltakere.brutto", false),
            .. FlowStage.BeforeNet.Select(s => (s, $"flyt.{s}", true)),
            ("netto", "deltakere.netto", false),
        ];
        return new Figure(
            "fig-flyt",
            new FlowChart(
                [.. steps.Select(s => new FlowStep(_labels.Get($"tabell.utvalg.{s.Label}"), _edition[$"{s.Id}.alle"], s.Leaves))],
                Series(scheme => [.. steps.Select(s => _edition[$"{s.Id}.{scheme}"])]),
                _labels.Get("akse.antall_personer")
            )
        );
    }

    private ForestRow ForestRow(ReportModel model, ModelCoefficient coefficient)
    {
        var ratio = _edition[$"{model.Prefix}.{coefficient.Token}.oddsrate"];
        var isSignificant = ratio.Interval is { } interval && (interval.Low > 1 || interval.High < 1);
        return new ForestRow(_labels.Get(coefficient.LabelKey), ratio, isSignificant);
    }

    private IReadOnlyList<ChartSeries> Series(Func<string, IReadOnlyList<Quantity>> values) =>
        [.. Breakdown.Schemes.Select(s => new ChartSeries(s, _labels.Get($"ordning.{Breakdown.Token(s)}"), values(Breakdown.Token(s))))];
}
