using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Tables;

/// <summary>The tables of the appendix «Robusthet».</summary>
public sealed class RobustnessTables
{
    private readonly EditionBuilder _edition;
    private readonly LabelSet _labels;

    private RobustnessTables(EditionBuilder edition, LabelSet labels)
    {
        _edition = edition;
        _labels = labels;
    }

    /// <summary>All of them, in the order of the appendix.</summary>
    public static IReadOnlyList<Table> Build(EditionBuilder edition, LabelSet labels)
    {
        var tables = new RobustnessTables(edition, labels);
        return
        [
            tables.Estimators(),
            tables.Coefficients(),
            tables.Variances(),
            tables.Certificates(),
            tables.Quadrature(),
            tables.Balance(),
            tables.Tests(),
        ];
    }

    private Table Estimators()
    {
        var rows = new List<TableRow>();
        foreach (var (group, estimators) in RobustnessStage.Estimators)
        {
            rows.Add(new TableRow(RowKind.Group, [Text($"robusthet.gruppe.{group}")]));
            rows.AddRange(
                estimators.Select(e =>
                    Row(
                        $"robusthet.{e}",
                        new QuantityCell(Of($"robusthet.ordning.{e}.forskjell")),
                        Interval(Of($"robusthet.ordning.{e}.forskjell")),
                        new QuantityCell(Of($"robusthet.ordning.{e}.oddsrate")),
                        new IntervalCell(Of($"robusthet.ordning.{e}.oddsrate")),
                        new QuantityCell(Of($"robusthet.ordning.{e}.observasjoner"))
                    )
                )
            );
        }

        return new Table(
            "tbl-robusthet",
            [
                Column("tabell.robusthet.beregning", ColumnKind.Text),
                .. Numbers("tabell.robusthet.", "forskjell", "intervall", "oddsrate", "intervall_oddsrate", "deltakere"),
            ],
            rows,
            [_labels.Get("tabell.robusthet.merknad")]
        );
    }

    private Table Coefficients() =>
        new(
            "tbl-robusthet-koeffisienter",
            [
                Column("tabell.individmodell.variabel", ColumnKind.Text),
                Column("robusthet.individ", ColumnKind.Number),
                .. FullModelStage.Beside.Select(m => Column($"robusthet.{m}.kort", ColumnKind.Number)),
            ],
            [
                .. FullModelStage.Compared.Select(term =>
                    Row(
                        term.StartsWith("tiltak.", StringComparison.Ordinal) ? term : $"ledd.{term}",
                        [
                            Estimate($"modell.individ.{term}"),
                            .. FullModelStage.Beside.Select(m => Estimate($"robusthet.koeffisient.{m}.{term}")),
                        ]
                    )
                ),
            ],
            [_labels.Get("tabell.stjerner"), _labels.Get("tabell.robusthet.koeffisienter.merknad")]
        );

    private Table Variances()
    {
        (string Label, string Name)[] rows =
        [
            ("tabell.varians.alle_kommune", "modell.alle_kommune.kommune"),
            ("tabell.varians.tre_nivaa.kommune", "modell.tre_nivaa.kommune"),
            ("tabell.varians.tre_nivaa.prosjekt", "modell.tre_nivaa.prosjekt"),
        ];
        return new Table(
            "tbl-varians",
            [
                Column("tabell.varians.del", ColumnKind.Text),
                .. Numbers("tabell.varians.", "grupper", "varians", "intervall", "icc", "icc_intervall"),
            ],
            [
                .. rows.Select(r =>
                    Row(
                        r.Label,
                        new QuantityCell(Of($"{r.Name}.grupper")),
                        new QuantityCell(Of($"{r.Name}.varians")),
                        new IntervalCell(Of($"{r.Name}.varians")),
                        new QuantityCell(Of($"{r.Name}.icc")),
                        new IntervalCell(Of($"{r.Name}.icc"))
                    )
                ),
            ],
            [_labels.Get("tabell.varians.merknad")]
        );
    }

    private Table Certificates() =>
        new(
            "tbl-sertifikater",
            [
                Column("tabell.sertifikat.modell", ColumnKind.Text),
                .. Numbers("tabell.sertifikat.", "deltakere", "grupper", "iterasjoner", "gradient", "egenverdi", "starter"),
            ],
            [
                .. FullModelStage.Certified.Select(m =>
                    Row(
                        $"tabell.sertifikat.modell.{m}",
                        new QuantityCell(Of($"modell.{m}.observasjoner")),
                        new QuantityCell(Of($"modell.{m}.grupper")),
                        new QuantityCell(Of($"modell.{m}.iterasjoner")),
                        Gradient(Of($"modell.{m}.sertifikat.gradient")),
                        new QuantityCell(Of($"modell.{m}.sertifikat.minste_egenverdi")),
                        new CountCell(Of($"modell.{m}.sertifikat.starter"))
                    )
                ),
            ],
            [_labels.Get("tabell.sertifikat.merknad")]
        );

    private Table Quadrature() =>
        new(
            "tbl-kvadratur",
            [
                Column("tabell.kvadratur.tall", ColumnKind.Text),
                Column("tabell.kvadratur.laplace", ColumnKind.Number),
                new TableColumn(_labels.Get("tabell.kvadratur.kvadratur", RobustnessFits.QuadraturePoints), ColumnKind.Number),
            ],
            [
                Row("tabell.kvadratur.ordning", Estimate("modell.kommune.ordning"), Estimate("modell.kommune_kvadratur.ordning")),
                Row(
                    "tabell.kvadratur.varians",
                    new QuantityCell(Of("modell.kommune_kvadratur.laplace.varians")),
                    new QuantityCell(Of("modell.kommune_kvadratur.varians"))
                ),
                Row(
                    "tabell.individmodell.loglikelihood",
                    new QuantityCell(Of("modell.kommune.loglikelihood")),
                    new QuantityCell(Of("modell.kommune_kvadratur.loglikelihood"))
                ),
            ],
            [_labels.Get("tabell.stjerner")]
        );

    private Table Balance() =>
        new(
            "tbl-balanse",
            [
                Column("tabell.individmodell.variabel", ColumnKind.Text),
                Column("tabell.balanse.for", ColumnKind.Number),
                .. MatchingStage.Matchings.Select(m => Column($"tabell.balanse.{m.Token}", ColumnKind.Number)),
            ],
            [
                .. MatchingStage.Balanced.Select(term =>
                    Row(
                        term.Token.StartsWith("tiltak.", StringComparison.Ordinal) ? term.Token : $"begrep.{term.Token}",
                        [
                            new QuantityCell(Of($"matching.balanse.{term.Token}.for")),
                            .. MatchingStage.Matchings.Select(m => new QuantityCell(Of($"matching.balanse.{term.Token}.{m.Token}"))),
                        ]
                    )
                ),
                Row(
                    "tabell.balanse.storste",
                    [
                        new QuantityCell(Of("matching.for.storste_forskjell")),
                        .. MatchingStage.Matchings.Select(m => new QuantityCell(Of($"matching.{m.Token}.storste_forskjell"))),
                    ]
                ) with
                {
                    Kind = RowKind.Summary,
                },
                Row(
                    "tabell.balanse.par",
                    [new TextCell(string.Empty), .. MatchingStage.Matchings.Select(m => new CountCell(Of($"matching.{m.Token}.par")))]
                ) with
                {
                    Kind = RowKind.Summary,
                },
                Row(
                    "tabell.balanse.uten_par",
                    [new TextCell(string.Empty), .. MatchingStage.Matchings.Select(m => new CountCell(Of($"matching.{m.Token}.uten_par")))]
                ) with
                {
                    Kind = RowKind.Summary,
                },
            ],
            [_labels.Get("tabell.balanse.merknad")]
        );

    private Table Tests()
    {
        TableRow Heading(string key) => new(RowKind.Group, [Text(key)]);
        TableRow Test(string label, string name, string statistic) =>
            Row(label, new QuantityCell(Of($"{name}.{statistic}")), new PValueCell(Of($"{name}.p")));
        return new Table(
            "tbl-forutsetninger",
            [
                Column("tabell.forutsetning.test", ColumnKind.Text),
                Column("tabell.forutsetning.statistikk", ColumnKind.Number),
                Column("tabell.forutsetning.p", ColumnKind.Number),
            ],
            [
                Heading("tabell.forutsetning.tilfeldig_del"),
                .. AssumptionStage.Checked.Select(c =>
                    Test($"tabell.sertifikat.modell.{c.Model}", $"forutsetning.tilfeldig_del.{c.Model}", "lr")
                ),
                Test("tabell.forutsetning.prosjekt_i_kommune", "forutsetning.tilfeldig_del.prosjekt_i_kommune", "lr"),
                Heading("tabell.forutsetning.normalitet"),
                .. AssumptionStage.Checked.SelectMany(c =>
                    c.Factors.Select(f =>
                        Row(
                            c.Factors.Count == 1 ? $"tabell.sertifikat.modell.{c.Model}" : $"tabell.varians.{c.Model}.{f}",
                            new QuantityCell(Of($"forutsetning.normalitet.{c.Model}.{f}.w")),
                            new PValueCell(Of($"forutsetning.normalitet.{c.Model}.{f}.p"))
                        )
                    )
                ),
                Heading("tabell.forutsetning.overdispersjon"),
                .. AssumptionStage.Checked.Select(c =>
                    Row(
                        $"tabell.sertifikat.modell.{c.Model}",
                        new QuantityCell(Of($"forutsetning.overdispersjon.{c.Model}")),
                        new TextCell(string.Empty)
                    )
                ),
                Heading("tabell.forutsetning.kollinearitet"),
                Test("tiltak.grunnskolefag", "forutsetning.kollinearitet.grunnskolefag", "lr"),
                Test("tiltak.fag_vgo", "forutsetning.kollinearitet.fag_vgo", "lr"),
                Test("tabell.forutsetning.begge", "forutsetning.kollinearitet.begge", "lr"),
            ],
            [_labels.Get("tabell.forutsetning.merknad")]
        );
    }

    // Limits may be negative, and a dash between them would read as a minus.
    private TableCell Interval(Quantity quantity) =>
        NorwegianNumberText.Limits(quantity) is { } limits
            ? new WordedCell(quantity, _labels.Get("tabell.intervall", limits.Low, limits.High))
            : new IntervalCell(quantity);

    // Within the rounding of the machine there is nothing to tell but that it is small.
    private TableCell Gradient(Quantity gradient) =>
        gradient is { Value: 0, Status: QuantityStatus.Rounded }
            ? new WordedCell(gradient, _labels.Get("tabell.sertifikat.naer_null"))
            : new QuantityCell(gradient);

    private EstimateCell Estimate(string name) => new(Of($"{name}.koeffisient"), Of($"{name}.standardfeil"), Of($"{name}.p"));

    private TableRow Row(string label, params IReadOnlyList<TableCell> cells) => new(RowKind.Data, [Text(label), .. cells]);

    private IEnumerable<TableColumn> Numbers(string prefix, params IEnumerable<string> keys) =>
        keys.Select(k => Column(prefix + k, ColumnKind.Number));

    private Quantity Of(string id) => _edition[id];

    private TextCell Text(string key) => new(_labels.Get(key));

    private TableColumn Column(string key, ColumnKind kind) => new(_labels.Get(key), kind);
}
