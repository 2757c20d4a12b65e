using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Labels;
using ReportBuilder.Tables;

namespace ReportBuilder.Comparison.Pages;

/// <summary>The annex's own tables: the numbers that matter most, what else differs, what changed in the ground, sentences, and explanations that do not hold. A table without rows is left out.</summary>
internal sealed class AnnexTables
{
    /// <summary>Id of the numbers that matter most.</summary>
    public const string Numbers = "tbl-forskjeller";

    /// <summary>Id of what differs beside numbers and claims.</summary>
    public const string Structure = "tbl-oppbygning";

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
    private readonly DifferenceText _bare;
    private readonly DifferenceNames _names;
    private readonly ShownPlaces _places;
    private readonly Dictionary<Difference, Explanation> _explanations;
    private readonly IReadOnlyList<Difference> _numbers;
    private readonly IReadOnlyList<Difference> _structure;

    private AnnexTables(ExplainedComparison comparison, LabelSet labels)
    {
        _comparison = comparison;
        _labels = labels;
        _text = new DifferenceText(comparison.Result, labels);
        _bare = new DifferenceText(comparison.Result, labels, isBare: true);
        _places = new ShownPlaces(comparison.Result, labels);
        _explanations = new Dictionary<Difference, Explanation>(ReferenceEqualityComparer.Instance);
        foreach (var (difference, explanation) in comparison.Explained)
        {
            _explanations.Add(difference, explanation);
        }

        var differences = comparison.Result.Differences;
        _numbers = [.. ReadersOrder.Of(differences).Where(d => d.Subject == DifferenceSubject.Quantity)];
        _structure = [.. differences.Where(d => d.Subject is not (DifferenceSubject.Quantity or DifferenceSubject.Claim))];
        _names = new DifferenceNames(
            comparison.Result,
            _numbers.Take(MostDifferences).Concat(_structure.Take(MostOthers)).Concat(comparison.Misfits.SelectMany(m => m.Differences)),
            labels
        );
    }

    /// <summary>Builds them.</summary>
    public static IReadOnlyList<Table> Build(ExplainedComparison comparison, LabelSet labels)
    {
        var tables = new AnnexTables(comparison, labels);
        return
        [
            .. new[] { tables.OfNumbers(), tables.OfStructure(), tables.OfGround(), tables.OfSentences(), tables.OfFaults() }.Where(t =>
                t.Rows.Count > 0
            ),
        ];
    }

    /// <summary>Numbers without their units, so that columns can be aligned; the units have a column.</summary>
    private Table OfNumbers() =>
        new(
            Numbers,
            [
                Column("hva", ColumnKind.Text),
                Column("sted", ColumnKind.Text),
                Column("enhet", ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.for"), ColumnKind.Number),
                new TableColumn(_labels.Get("sammenligning.naa"), ColumnKind.Number),
                Column("endring", ColumnKind.Number),
                Column("merker", ColumnKind.Text),
                Column("forklaring", ColumnKind.Text),
            ],
            [
                .. _numbers
                    .Take(MostDifferences)
                    .Select(d => (Difference: d, Words: _bare.Of(d), Unit: (d.NewQuantity ?? d.OldQuantity)!.Unit))
                    .Select(d =>
                        Data(
                            Named(d.Difference),
                            PlacesOf(d.Difference),
                            _bare.Numbers.UnitOf(d.Unit),
                            d.Words.Old,
                            d.Words.New,
                            d.Words.Change,
                            Marks(d.Difference, d.Words),
                            ClassOf(d.Difference)
                        )
                    ),
            ],
            [_labels.Get("sammenligning.vedlegg.storrelse"), .. More(_numbers.Count - MostDifferences)]
        );

    private Table OfStructure() =>
        new(
            Structure,
            [
                Column("hva", ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.for"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.naa"), ColumnKind.Text),
                Column("forklaring", ColumnKind.Text),
            ],
            [
                .. _structure
                    .Take(MostOthers)
                    .Select(d => (Difference: d, Words: _text.Of(d)))
                    .Select(d => Data(Named(d.Difference), d.Words.Old, d.Words.New, ClassOf(d.Difference))),
            ],
            More(_structure.Count - MostOthers)
        );

    /// <summary>The reader's name, or the key of what has none; whether it is new or gone.</summary>
    private string Named(Difference difference)
    {
        var name = _names.Told(difference);
        return difference.Kind == DifferenceKind.Changed ? name : $"{name} – {_text.Kinds[(int)difference.Kind].ToLowerInvariant()}";
    }

    private string PlacesOf(Difference difference) => string.Join(", ", _places.Of(difference).Select(p => _places.All[p].Name));

    private string Marks(Difference difference, DifferenceWords words) =>
        string.Join("; ", difference.Flags.Select(f => _text.Flags[(int)f]).Concat(words.Details));

    private string ClassOf(Difference difference) =>
        _explanations.TryGetValue(difference, out var explanation)
            ? DifferenceRows.ClassName(explanation, _labels)
            : _labels.Get("sammenligning.side.uforklart");

    private Table OfGround()
    {
        var lines = GroundLines.Of(_comparison.Result.Ground, _labels);
        return new Table(
            Ground,
            [
                new TableColumn(_labels.Get("sammenligning.grunnlag.rolle"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.grunnlag.navn"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.for"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.naa"), ColumnKind.Text),
            ],
            [.. lines.Take(MostOthers).Select(l => Data(l.Role, l.Name, l.Old, l.New))],
            More(lines.Count - MostOthers)
        );
    }

    private Table OfSentences()
    {
        var lines = ClaimLines.Of(_comparison.Result, _text, _labels);
        return new Table(
            Sentences,
            [
                Column("kapittel", ColumnKind.Text),
                Column("setning", ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.for"), ColumnKind.Text),
                new TableColumn(_labels.Get("sammenligning.naa"), ColumnKind.Text),
            ],
            [
                .. lines
                    .Take(MostOthers)
                    .Select(l => Data(l.Place, l.IsOfWords ? _labels.Get("sammenligning.setninger.andre_ord") : l.Sentence, l.Old, l.New)),
            ],
            More(lines.Count - MostOthers)
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
                    Data(m.Explanation.Name, ExplanationSection.Fault(m, _names, _labels), DifferenceRows.Signed(m.Explanation, _labels))
                ),
                .. _comparison.Idle.Select(i =>
                    Data(i.Name, _labels.Get("sammenligning.forklaringer.ubrukt"), DifferenceRows.Signed(i, _labels))
                ),
            ],
            []
        );

    private IReadOnlyList<string> More(int count) => count > 0 ? [CountedText.Of("sammenligning.vedlegg.flere", count, _labels)] : [];

    private static TableRow Data(params IEnumerable<string> cells) => new(RowKind.Data, [.. cells.Select(c => new TextCell(c))]);

    private TableColumn Column(string key, ColumnKind kind) => new(_labels.Get("sammenligning.kolonne." + key), kind);
}
