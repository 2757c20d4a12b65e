using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Tables;

/// <summary>The tables of the models as typed content (Tabell 17–21 of the 2022 edition, and who lacks values).</summary>
public sealed class ModelTableCatalogue
{
    private static readonly string[] IndividualSummaries = ["observasjoner", "loglikelihood", "loglikelihood_null", "aic", "mcfadden"];
    private static readonly string[] Summaries = ["observasjoner", "grupper", "varians", "icc", "loglikelihood", "aic", "mcfadden"];
    private static readonly string[] Statistics = ["koeffisient", "standardfeil", "oddsrate", "p"];
    private static readonly string[] NamedByGroups = ["grupper", "varians"];
    private static readonly string[] SummariesOfGroups = ["grupper", "varians", "icc"];

    private readonly EditionBuilder _edition;
    private readonly LabelSet _labels;

    private ModelTableCatalogue(EditionBuilder edition, LabelSet labels)
    {
        _edition = edition;
        _labels = labels;
    }

    /// <summary>All tables of models, in the order of the report.</summary>
    public static IReadOnlyList<Table> Build(EditionBuilder edition, LabelSet labels)
    {
        var catalogue = new ModelTableCatalogue(edition, labels);
        return
        [
            catalogue.Missing(),
            catalogue.SideBySide(),
            catalogue.Individual(),
            catalogue.VarianceInflation(),
            .. ReportModel.OfWomen.Select(catalogue.OfWomen),
        ];
    }

    /// <summary>Who lacks education or Norwegian level.</summary>
    private Table Missing() =>
        new(
            "tbl-manglende-modell",
            [
                Column("tabell.individmodell.variabel", ColumnKind.Text),
                Column("tabell.individmodell.oddsrate", ColumnKind.Number),
                Column("tabell.individmodell.intervall", ColumnKind.Number),
            ],
            [
                .. Grouped(
                    ModelTerm.OfMissingModel,
                    c =>
                    {
                        var ratio = _edition[$"modell.{MissingModelStage.Token}.{c.Token}.oddsrate"];
                        return [new QuantityCell(ratio), new IntervalCell(ratio)];
                    }
                ),
                Summary("observasjoner", [new QuantityCell(_edition[$"modell.{MissingModelStage.Token}.observasjoner"]), Empty]),
            ],
            [_labels.Get("tabell.manglende_modell.merknad"), _labels.Get("tabell.individmodell.referanse")]
        );

    /// <summary>The three models side by side (Tabell 17). A term that enters two models in two ways has two rows.</summary>
    private Table SideBySide()
    {
        var rows = new List<TableRow>();
        foreach (var group in Terms(ReportModel.OfAll).GroupBy(t => t.Group, StringComparer.Ordinal))
        {
            rows.Add(Heading(group.Key));
            rows.AddRange(
                group.SelectMany(t =>
                    ModelTermTexts
                        .Coefficients(t)
                        .Select(c =>
                            Row(RowKind.Data, c, ReportModel.OfAll.Select(m => m.Terms.Contains(t) ? (TableCell)Estimate(m, c) : Empty))
                        )
                )
            );
        }

        rows.Add(Row(RowKind.Summary, ModelTermTexts.Constant, ReportModel.OfAll.Select(m => Estimate(m, ModelTermTexts.Constant))));
        rows.AddRange(
            Summaries.Select(s =>
                Summary(
                    s,
                    ReportModel.OfAll.Select(m =>
                        m.Grouping == ModelGrouping.None && SummariesOfGroups.Contains(s)
                            ? (TableCell)Empty
                            : new QuantityCell(_edition[$"{m.Prefix}.{s}"])
                    )
                )
            )
        );
        return new Table(
            "tbl-modeller",
            [
                Column("tabell.individmodell.variabel", ColumnKind.Text),
                .. ReportModel.OfAll.Select(m => Column($"tabell.modeller.{m.Token}", ColumnKind.Number)),
            ],
            rows,
            [_labels.Get("tabell.modeller.merknad"), _labels.Get("tabell.stjerner"), _labels.Get("tabell.individmodell.referanse")]
        );
    }

    private Table Individual()
    {
        IEnumerable<TableCell> Cells(ModelCoefficient c)
        {
            var ratio = _edition[$"{ReportModel.Individual.Prefix}.{c.Token}.oddsrate"];
            return [Estimate(ReportModel.Individual, c), new QuantityCell(ratio), new IntervalCell(ratio)];
        }

        return new Table(
            "tbl-individmodell",
            [
                Column("tabell.individmodell.variabel", ColumnKind.Text),
                Column("tabell.individmodell.koeffisient", ColumnKind.Number),
                Column("tabell.individmodell.oddsrate", ColumnKind.Number),
                Column("tabell.individmodell.intervall", ColumnKind.Number),
            ],
            [
                .. Grouped(ReportModel.Individual.Terms, Cells),
                Row(RowKind.Summary, ModelTermTexts.Constant, Cells(ModelTermTexts.Constant)),
                .. IndividualSummaries.Select(s =>
                    Summary(s, [new QuantityCell(_edition[$"{ReportModel.Individual.Prefix}.{s}"]), Empty, Empty])
                ),
            ],
            [_labels.Get("tabell.individmodell.stjerner"), _labels.Get("tabell.individmodell.referanse")]
        );
    }

    /// <summary>Variance inflation in the three models (Tabell 18), largest first; a variable is one row however it enters.</summary>
    private Table VarianceInflation()
    {
        Quantity Of(ReportModel model, ModelTerm term) => _edition[$"{model.Prefix}.vif.{term.Token}"];
        var terms = Terms(ReportModel.OfAll).DistinctBy(t => t.Token, StringComparer.Ordinal).ToList();
        IEnumerable<ReportModel> With(ModelTerm term) => ReportModel.OfAll.Where(m => m.Terms.Any(t => t.Token == term.Token));
        return new Table(
            "tbl-vif",
            [
                Column("tabell.vif.begrep", ColumnKind.Text),
                .. ReportModel.OfAll.Select(m => Column($"tabell.vif.{m.Token}", ColumnKind.Number)),
            ],
            [
                .. terms
                    .OrderByDescending(t => Of(With(t).First(), t).Value ?? double.PositiveInfinity)
                    .Select(t => new TableRow(
                        RowKind.Data,
                        [
                            Text(ModelTermTexts.ConceptLabelKey(t)),
                            .. ReportModel.OfAll.Select(m => With(t).Contains(m) ? new QuantityCell(Of(m, t)) : (TableCell)Empty),
                        ]
                    )),
            ],
            [_labels.Get("tabell.vif.merknad")]
        );
    }

    /// <summary>A model of women only (Tabell 19–21); a line that says why when it has nobody to be of.</summary>
    private Table OfWomen(ReportModel model) =>
        _edition[$"{model.Prefix}.observasjoner"].Status == QuantityStatus.Nil
            ? NoticeTable.Of($"tbl-{model.Token.Replace('_', '-')}", model.Token, _labels)
            : Coefficients(model);

    private Table Coefficients(ReportModel model)
    {
        IEnumerable<TableCell> Cells(ModelCoefficient c) =>
            Statistics.Select(s => new QuantityCell(_edition[$"{model.Prefix}.{c.Token}.{s}"]));
        var summaries = model.Grouping == ModelGrouping.None ? Summaries.Except(SummariesOfGroups) : Summaries;
        return new Table(
            $"tbl-{model.Token.Replace('_', '-')}",
            [
                Column("tabell.individmodell.variabel", ColumnKind.Text),
                Column("tabell.kvinner.koeffisient", ColumnKind.Number),
                Column("tabell.kvinner.standardfeil", ColumnKind.Number),
                Column("tabell.individmodell.oddsrate", ColumnKind.Number),
                Column("tabell.kvinner.p", ColumnKind.Number),
            ],
            [
                .. Grouped(model.Terms, Cells),
                Row(RowKind.Summary, ModelTermTexts.Constant, Cells(ModelTermTexts.Constant)),
                .. summaries.Select(s =>
                    Row(Text(SummaryKey(model, s)), [new QuantityCell(_edition[$"{model.Prefix}.{s}"]), Empty, Empty, Empty])
                ),
            ],
            model.Grouping == ModelGrouping.None ? [_labels.Get("tabell.individmodell.referanse")] : []
        );
    }

    /// <summary>The terms of several models, group by group.</summary>
    private static IEnumerable<ModelTerm> Terms(IReadOnlyList<ReportModel> models) =>
        models.SelectMany(m => m.Terms).Distinct().OrderBy(t => ModelTerm.Groups.IndexOf(t.Group));

    private IEnumerable<TableRow> Grouped(IEnumerable<ModelTerm> terms, Func<ModelCoefficient, IEnumerable<TableCell>> cells) =>
        terms
            .GroupBy(t => t.Group, StringComparer.Ordinal)
            .SelectMany(g => g.SelectMany(ModelTermTexts.Coefficients).Select(c => Row(RowKind.Data, c, cells(c))).Prepend(Heading(g.Key)));

    private EstimateCell Estimate(ReportModel model, ModelCoefficient coefficient)
    {
        Quantity Of(string statistic) => _edition[$"{model.Prefix}.{coefficient.Token}.{statistic}"];
        return new EstimateCell(Of("koeffisient"), Of("standardfeil"), Of("p"));
    }

    private TableRow Heading(string group) => new(RowKind.Group, [Text($"gruppe.{group}")]);

    private TableRow Row(RowKind kind, ModelCoefficient coefficient, IEnumerable<TableCell> cells) =>
        new(kind, [Text(coefficient.LabelKey), .. cells]);

    private TableRow Summary(string statistic, IEnumerable<TableCell> cells) => Row(Text($"tabell.individmodell.{statistic}"), cells);

    private static TableRow Row(TextCell name, IEnumerable<TableCell> cells) => new(RowKind.Summary, [name, .. cells]);

    /// <summary>Key of the name of a summary; a model of one kind of groups can name the kind.</summary>
    private static string SummaryKey(ReportModel model, string statistic) =>
        model.Grouping != ModelGrouping.None && NamedByGroups.Contains(statistic)
            ? $"tabell.{(model.Grouping == ModelGrouping.Municipality ? "kommune" : "prosjekt")}.{statistic}"
            : $"tabell.individmodell.{statistic}";

    private static TextCell Empty { get; } = new(string.Empty);

    private TextCell Text(string key) => new(_labels.Get(key));

    private TableColumn Column(string key, ColumnKind kind) => new(_labels.Get(key), kind);
}
