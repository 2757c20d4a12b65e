using ReportBuilder.Diagnostics;
using ReportBuilder.Labels;

namespace ReportBuilder.Documents;

/// <summary>Sets one entry of the bibliography after APA 7 in Norwegian.</summary>
internal static class BibliographyText
{
    private const char NoBreakSpace = '\u00A0';
    private static readonly SourcePlace Nowhere = new(string.Empty);

    /// <summary>«Djuve, A. B., Kavli, H. C. &amp; Sterri, E. B.»; empty when the work has neither authors nor editors.</summary>
    public static string NamesOf(BibWork work, LabelSet labels)
    {
        var names = Join(work.Creators, FamilyFirst, labels);
        return work.Authors.Count == 0 && work.Editors.Count > 0 ? labels.Get("litteratur.redaktor", names) : names;
    }

    /// <summary>The entry, with the year as cited.</summary>
    public static IReadOnlyList<Inline> Entry(BibWork work, string year, LabelSet labels)
    {
        var entry = new EntryWriter();
        var title = work.Field("title") ?? work.Key;
        var names = NamesOf(work, labels);
        if (names.Length > 0)
        {
            entry.Words($"{names} ({year}). ");
        }

        switch (work.Kind)
        {
            case WorkKind.Article:
                Article(entry, work, title);
                break;
            case WorkKind.InCollection:
                Chapter(entry, work, title, labels);
                break;
            default:
                entry.Title(title);
                entry.Words(Detail(work));
                entry.Words(".");
                break;
        }

        if (names.Length == 0)
        {
            entry.Words($" ({year}).");
        }

        if (work.Kind != WorkKind.Article)
        {
            entry.Sentence(Publisher(work, names));
        }

        entry.Address(work.Field("doi") is { } doi ? "https://doi.org/" + doi : work.Field("url"));
        return entry.Content;
    }

    private static void Article(EntryWriter entry, BibWork work, string title)
    {
        entry.Words(title + ". ");
        entry.Title(work.Field("journal") ?? work.Field("journaltitle") ?? string.Empty);
        if (work.Field("volume") is { } volume)
        {
            entry.Words(", ");
            entry.Title(volume);
        }

        if (work.Field("number") is { } number)
        {
            entry.Words($"({number})");
        }

        entry.Words((work.Field("pages") is { } pages ? ", " + pages : string.Empty) + ".");
    }

    private static void Chapter(EntryWriter entry, BibWork work, string title, LabelSet labels)
    {
        entry.Words(title + ". ");
        var editors = work.Authors.Count > 0 ? Join(work.Editors, GivenFirst, labels) : string.Empty;
        entry.Words(editors.Length > 0 ? labels.Get("litteratur.i_redigert", editors) + " " : labels.Get("litteratur.i") + " ");
        entry.Title(work.Field("booktitle") ?? string.Empty);
        entry.Words(work.Field("pages") is { } pages ? " " + labels.Get("litteratur.sider", pages) + "." : ".");
    }

    /// <summary>Series and number: « (Fafo-rapport 2017:31)».</summary>
    private static string Detail(BibWork work)
    {
        var detail = string.Join(
            ' ',
            new[] { work.Field("series") ?? work.Field("type"), work.Field("number") }.Where(f => !string.IsNullOrEmpty(f))
        );
        return detail.Length > 0 ? $" ({detail})" : string.Empty;
    }

    /// <summary>The publisher, left out when it is also the author, as in APA.</summary>
    private static string? Publisher(BibWork work, string names)
    {
        var publisher = work.Field("institution") ?? work.Field("publisher") ?? work.Field("organization");
        return publisher == names ? null : publisher;
    }

    private static string Join(IReadOnlyList<BibName> names, Func<BibName, string> write, LabelSet labels) =>
        names.Count switch
        {
            0 => string.Empty,
            1 => write(names[0]),
            _ => labels.Get("litteratur.og", string.Join(", ", names.SkipLast(1).Select(write)), write(names[^1])),
        };

    private static string FamilyFirst(BibName name) => name.Given.Length == 0 ? name.Family : $"{name.Family}, {Initials(name.Given)}";

    private static string GivenFirst(BibName name) => name.Given.Length == 0 ? name.Family : $"{Initials(name.Given)} {name.Family}";

    private static string Initials(string given) =>
        string.Join(
            NoBreakSpace,
            given
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(n => string.Join('-', n.Split('-').Where(p => p.Length > 0).Select(p => p[..1] + ".")))
        );

    /// <summary>Gathers the runs of an entry.</summary>
    private sealed class EntryWriter
    {
        private readonly List<Inline> _content = [];

        public IReadOnlyList<Inline> Content => _content;

        public void Words(string words)
        {
            if (words.Length > 0)
            {
                _content.Add(new Text(Nowhere, words));
            }
        }

        public void Title(string words)
        {
            if (words.Length > 0)
            {
                _content.Add(new Emphasis(Nowhere, [new Text(Nowhere, words)]));
            }
        }

        public void Sentence(string? words) => Words(string.IsNullOrEmpty(words) ? string.Empty : $" {words}.");

        public void Address(string? address)
        {
            if (!string.IsNullOrEmpty(address))
            {
                Words(" ");
                _content.Add(new Link(Nowhere, address, [new Text(Nowhere, address)]));
            }
        }
    }
}
