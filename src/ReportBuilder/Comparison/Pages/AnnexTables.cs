using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Tables;

namespace ReportBuilder.Comparison.Pages;

/// <summary>The annex's own tables: the greatest differences, what changed in the ground, sentences, and explanations that do not hold. A table without rows is left out.</summary>
internal sealed class AnnexTables
{
    /// <summary>Id of the greatest differences.</summary>
    public const string Greatest = "tbl-forskjeller";

    /// <summary>Id of what changed in the ground.</summary>
    public const string Ground = "tbl-grunnlag";

    /// <summary>Id of the sentences.</summary>
    public const string Sentences = "tbl-setninger";

    /// <summary>Id of the explanations that do not hold.</summary>
    public const string Faults = "tbl-feil";

    // The page has the others.
    private const int MostDifferences = 100;
    private const int MostOthers = 60;
    private readonly ExplainedComparison _comparison;
    private readonly LabelSet _labels;
    private readonly DifferenceText _text;
    private readonly ShownPlaces _places;

    private AnnexTables(ExplainedComparison comparison, LabelSet labels)
    {
        _comparison = comparison;
        _labels = labels;
        _text = new DifferenceText(comparison.Result, labels);
        _places = new ShownPlaces(comparison.Result, labels);
    }

    /// <summary>Builds them.</summary>
    public static IReadOnlyList<Table> Build(ExplainedComparison comparison, LabelSet labels)
    {
        var tables = new AnnexTables(comparison, labels);
        return [.. new[] { tables.OfGreatest(), tables.OfGround(), tables.OfSentences(), tables.OfFaults() }.Where(t => t.Rows.Count > 0)];
    }

    private Table OfGreatest()
    {
        var explanations = _comparison.Explained.ToDictionary(
            e => e.Difference,
            e => e.Explanation,
            (IEqualityComparer<Difference>)ReferenceEqualityComparer.Instance
        );
        var listed = _comparison.Result.Differences.Where(d => d.Subject != DifferenceSubject.Claim).ToList();
        return new Table(
            Greatest,
            [
                Column("hva", ColumnKind.Text),
                Column("sted", ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.for"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.naa"), ColumnKind.Text),
                Column("endring", ColumnKind.Text),
                Column("merker", ColumnKind.Text),
                Column("forklaring", ColumnKind.Text),
            ],
            [.. listed.Take(MostDifferences).Select(d => Data(Cells(d, explanations.GetValueOrDefault(d))))],
            More(listed.Count - MostDifferences)
        );
    }

    private string[] Cells(Difference difference, Explanation? explanation)
    {
        var words = _text.Of(difference);
        var kind = difference.Kind == DifferenceKind.Changed ? string.Empty : $" ({_text.Kinds[(int)difference.Kind].ToLowerInvariant()})";
        return
        [
            difference.Key + kind,
            string.Join(", ", _places.Of(difference).Select(p => _places.All[p].Name)),
            words.Old,
            words.New,
            words.Change,
            string.Join("; ", difference.Flags.Select(f => _text.Flags[(int)f]).Concat(words.Details)),
            explanation is null ? _labels.Get("sammenligning.side.uforklart") : DifferenceRows.ClassName(explanation, _labels),
        ];
    }

    private Table OfGround()
    {
        var changes = _comparison.Result.Ground;
        return new Table(
            Ground,
            [
                new TableColumn(_labels.Get("sammenligning.grunnlag.rolle"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.grunnlag.navn"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.for"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.naa"), ColumnKind.Text),
            ],
            [
                .. changes
                    .Take(MostOthers)
                    .Select(c =>
                        Data(
                            GroundSection.Role(c.Role, _labels),
                            c.Name,
                            GroundSection.Side(c.Old, _labels),
                            GroundSection.Side(c.New, _labels)
                        )
                    ),
            ],
            More(changes.Count - MostOthers)
        );
    }

    private Table OfSentences()
    {
        var claims = _comparison.Result.Differences.Where(d => d.Subject == DifferenceSubject.Claim).ToList();
        return new Table(
            Sentences,
            [
                Column("setning", ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.for"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.naa"), ColumnKind.Text),
            ],
            [
                .. claims
                    .Take(MostOthers)
                    .Select(d =>
                        (
                            Words: _text.Of(d),
                            Told: ClaimSection.IsOfWords(d) ? _labels.Get("sammenligning.setninger.ordene") : d.Context ?? d.Key
                        )
                    )
                    .Select(c => Data(c.Told, c.Words.Old, c.Words.New)),
            ],
            More(claims.Count - MostOthers)
        );
    }

    private Table OfFaults() =>
        new(
            Faults,
            [
                new TableColumn(_labels.Get("sammenligning.forklaringer.gjelder"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.forklaringer.feil"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.forklaringer.signert"), ColumnKind.Text),
            ],
            [
                .. _comparison.Misfits.Select(m =>
                    Data(m.Explanation.Pattern, ExplanationSection.Fault(m, _labels), DifferenceRows.Signed(m.Explanation, _labels))
                ),
                .. _comparison.Idle.Select(i =>
                    Data(i.Pattern, _labels.Get("sammenligning.forklaringer.ubrukt"), DifferenceRows.Signed(i, _labels))
                ),
            ],
            []
        );

    private IReadOnlyList<string> More(int count) =>
        count > 0 ? [_labels.Get("sammenligning.vedlegg.flere", NorwegianNumberText.Number(count, 0))] : [];

    private static TableRow Data(params IEnumerable<string> cells) => new(RowKind.Data, [.. cells.Select(c => new TextCell(c))]);

    private TableColumn Column(string key, ColumnKind kind) => new(_labels.Get("sammenligning.kolonne." + key), kind);
}
