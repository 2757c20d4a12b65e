using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Tables;

/// <summary>What other readings of the published rules would have given.</summary>
public static class ReadingTable
{
    /// <summary>The table; none without another reading.</summary>
    public static IReadOnlyList<Table> Build(IReadOnlyList<ReadingComparison> comparisons, EditionBuilder edition, LabelSet labels)
    {
        if (comparisons.Count == 0)
        {
            return [];
        }

        string[] schemes = [.. Breakdown.Schemes.Select(Breakdown.Token)];
        var rows = new List<TableRow>();
        foreach (var ambiguity in comparisons.GroupBy(c => (c.Ambiguity, c.Variable)))
        {
            var variable = ambiguity.Key.Variable;
            var own = OwnCoefficient(variable);
            rows.Add(
                new TableRow(RowKind.Group, [new TextCell($"{ambiguity.Key.Ambiguity}: {labels.Get($"tabell.utvalg.mangler_{variable}")}")])
            );
            rows.Add(
                Row(
                    labels.Get("tabell.lesninger.brukt"),
                    $"lesning.standard.{variable}",
                    null,
                    "modell.individ.ordning",
                    own is null ? null : $"modell.individ.{own}"
                )
            );
            rows.AddRange(
                ambiguity.Select(c =>
                    Row(
                        Name(c, labels),
                        $"{c.Prefix}.verdi",
                        $"{c.Prefix}.endret",
                        $"{c.Prefix}.ordning",
                        own is null ? null : $"{c.Prefix}.variabel"
                    )
                )
            );
        }

        return
        [
            new Table(
                "tbl-lesninger",
                [
                    new TableColumn(labels.Get("tabell.lesninger.lesning"), ColumnKind.Text),
                    .. schemes.Select(s => new TableColumn(labels.Get($"tabell.lesninger.endret.{s}"), ColumnKind.Number)),
                    .. schemes.Select(s => new TableColumn(labels.Get($"tabell.lesninger.verdi.{s}"), ColumnKind.Number)),
                    new TableColumn(labels.Get("tabell.lesninger.ordning"), ColumnKind.Number),
                    new TableColumn(labels.Get("tabell.lesninger.variabel"), ColumnKind.Number),
                ],
                rows,
                [labels.Get("tabell.lesninger.merknad")]
            ),
        ];

        TableRow Row(string name, string value, string? changed, string scheme, string? own) =>
            new(
                RowKind.Data,
                [
                    new TextCell(name),
                    .. schemes.Select(s =>
                        changed is null ? (TableCell)new TextCell(string.Empty) : new CountCell(edition[$"{changed}.{s}"])
                    ),
                    .. schemes.Select(s => new QuantityCell(edition[$"{value}.{s}"])),
                    Estimate(scheme),
                    own is null ? new TextCell(string.Empty) : Estimate(own),
                ]
            );

        EstimateCell Estimate(string name) => new(edition[$"{name}.koeffisient"], edition[$"{name}.standardfeil"], edition[$"{name}.p"]);
    }

    /// <summary>The variable's coefficient in the individual model; none for the outcome and for a variable with several.</summary>
    private static string? OwnCoefficient(string variable) =>
        ModelTerm.OfIndividualModel.Where(t => t.Column == variable).SelectMany(ModelTermTexts.Coefficients).ToList()
            is [{ Token: var token }]
            ? token
            : null;

    private static string Name(ReadingComparison comparison, LabelSet labels) =>
        labels.Has(comparison.Prefix) ? labels.Get(comparison.Prefix) : comparison.Reading;
}
