using ReportBuilder.Labels;

namespace ReportBuilder.Documents;

/// <summary>
/// Citations and bibliography after APA 7 in Norwegian: «(Djuve mfl., 2017, s. 12; Blom &amp; Enes, 2015)», «Djuve mfl. (2017)». Works of the same
/// authors and year are told apart by a letter after the year.
/// </summary>
public sealed class CitationStyle
{
    private readonly LabelSet _labels;
    private readonly Dictionary<string, BibWork> _cited;
    private readonly Dictionary<string, string> _years = new(StringComparer.Ordinal);

    private CitationStyle(Dictionary<string, BibWork> cited, LabelSet labels)
    {
        _cited = cited;
        _labels = labels;
    }

    /// <summary>The works cited, in the order of the bibliography: by authors, year and title.</summary>
    public IReadOnlyList<BibliographyItem> Items { get; private set; } = [];

    /// <summary>Settles how the works cited are cited. Unknown keys (which have been reported) are printed as they are.</summary>
    internal static CitationStyle For(IEnumerable<Citation> citations, Bibliography? bibliography, LabelSet labels)
    {
        var cited = new Dictionary<string, BibWork>(StringComparer.Ordinal);
        foreach (var item in citations.SelectMany(c => c.Items))
        {
            if (bibliography?.Find(item.Key) is { } work)
            {
                cited.TryAdd(item.Key, work);
            }
        }

        var style = new CitationStyle(cited, labels);
        style.Settle();
        return style;
    }

    /// <summary>The words of a citation.</summary>
    public IReadOnlyList<CitationPiece> PiecesOf(Citation citation)
    {
        if (citation.IsNarrative)
        {
            var item = citation.Items[0];
            return _cited.TryGetValue(item.Key, out var work)
                ? [new CitationPiece($"{NamesOf(work, "sitat.og")} ({_years[item.Key]})", item.Key)]
                : [new CitationPiece(item.Key, null)];
        }

        var pieces = new List<CitationPiece>();
        var before = "(";
        foreach (var item in citation.Items)
        {
            before += item.Prefix.Length > 0 ? item.Prefix + " " : string.Empty;
            pieces.Add(new CitationPiece(before, null));
            pieces.Add(
                _cited.TryGetValue(item.Key, out var work)
                    ? new CitationPiece($"{NamesOf(work, "sitat.og_kort")}, {_years[item.Key]}", item.Key)
                    : new CitationPiece(item.Key, null)
            );
            before = (item.Locator.Length > 0 ? ", " + item.Locator : string.Empty) + "; ";
        }

        pieces.Add(new CitationPiece(before[..^2] + ")", null));
        return pieces;
    }

    private void Settle()
    {
        var ordered = _cited
            .Values.OrderBy(w => BibliographyText.NamesOf(w, _labels), NorwegianOrder.Instance)
            .ThenBy(w => w.Field("year") ?? string.Empty, StringComparer.Ordinal)
            .ThenBy(w => w.Field("title") ?? string.Empty, NorwegianOrder.Instance)
            .ThenBy(w => w.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var group in ordered.GroupBy(w => (NamesOf(w, "sitat.og"), YearOf(w))))
        {
            var works = group.ToList();
            for (var i = 0; i < works.Count; i++)
            {
                _years[works[i].Key] = group.Key.Item2 + (works.Count > 1 ? ((char)('a' + i)).ToString() : string.Empty);
            }
        }

        Items = [.. ordered.Select(w => new BibliographyItem(w.Key, BibliographyText.Entry(w, _years[w.Key], _labels)))];
    }

    private string YearOf(BibWork work) => work.Field("year") ?? _labels.Get("sitat.uten_aar");

    private string NamesOf(BibWork work, string andKey) =>
        work.Creators switch
        {
            [] => work.Field("title") ?? work.Key,
            [var one] => one.Family,
            [var first, var second] => _labels.Get(andKey, first.Family, second.Family),
            [var first, ..] => _labels.Get("sitat.mfl", first.Family),
        };
}
