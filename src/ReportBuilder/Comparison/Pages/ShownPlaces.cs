using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>A table or figure that shows something that differs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">«Tabell 17»; the id when it has no number.</param>
/// <param name="Caption">Its caption; empty when not known.</param>
internal sealed record ShownPlace(string Id, string Name, string Caption)
{
    /// <summary>Name of its section in the page.</summary>
    public string Anchor => "vis-" + Id;
}

/// <summary>Where differences are shown: the tables and then the figures of the newer edition, after them those that only the older has.</summary>
internal sealed class ShownPlaces
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<ShownPlace> _places = [];

    public ShownPlaces(ComparisonResult result, LabelSet labels)
    {
        var used = result
            .Differences.Concat(result.WithinTolerance)
            .Concat(result.Outliers)
            .SelectMany(IdsOf)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var edition in new[] { result.New, result.Old })
        {
            foreach (var table in edition.Tables.Where(t => used.Contains(t.Id)))
            {
                Add(table.Id, NameOf(table, labels), table.Caption);
            }

            foreach (var figure in edition.Figures.Where(f => used.Contains(f.Id)))
            {
                Add(figure.Id, NameOf(figure, labels), figure.Caption);
            }
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ShownPlace> All => _places;

    /// <summary>Those that show a difference, by number in <see cref="All"/>.</summary>
    public IEnumerable<int> Of(Difference difference)
    {
        foreach (var id in IdsOf(difference))
        {
            if (_index.TryGetValue(id, out var index))
            {
                yield return index;
            }
        }
    }

    /// <summary>The place with an id; null when nothing in it differs.</summary>
    public ShownPlace? Find(string id) => _index.TryGetValue(id, out var index) ? _places[index] : null;

    /// <summary>Ids of the tables and figures that a difference is in: those that show it, and the one it is about.</summary>
    public static IEnumerable<string> IdsOf(Difference difference) =>
        difference.Subject is DifferenceSubject.Table or DifferenceSubject.Figure
            ? difference.ShownIn.Prepend(OwnerOf(difference.Key)).Distinct(StringComparer.Ordinal)
            : difference.ShownIn;

    private static string OwnerOf(string key) => key.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? key[..at] : key;

    /// <summary>«Tabell 17»; the id when it has no number.</summary>
    public static string NameOf(TableContent table, LabelSet labels) => NameOf(table.Id, labels.Get("dokument.tabell"), table.Number);

    /// <summary>«Figur 3»; the id when it has no number.</summary>
    public static string NameOf(FigureContent figure, LabelSet labels) => NameOf(figure.Id, labels.Get("dokument.figur"), figure.Number);

    private static string NameOf(string id, string kind, string? number) => number is null ? id : $"{kind}\u00A0{number}";

    private void Add(string id, string name, string? caption)
    {
        if (_index.TryAdd(id, _places.Count))
        {
            _places.Add(new ShownPlace(id, name, caption ?? string.Empty));
        }
    }
}
