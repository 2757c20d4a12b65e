using System.Globalization;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Contents;

/// <summary>Compares the figures of two editions: those that appeared or vanished, number, caption, kind, axes, categories, series and drawing.</summary>
internal sealed class FigureComparer
{
    private const string Between = " | ";
    private readonly ChangedNumbers _numbers;
    private readonly SharedIds _ids;
    private readonly List<Difference> _found = [];

    /// <summary>Makes a comparer.</summary>
    public FigureComparer(ChangedNumbers numbers, SharedIds ids)
    {
        _numbers = numbers;
        _ids = ids;
    }

    /// <summary>The differences.</summary>
    public IReadOnlyList<Difference> Compare(IReadOnlyList<FigureContent> older, IReadOnlyList<FigureContent> newer)
    {
        var isNumbered = older.Any(f => f.Number is not null) && newer.Any(f => f.Number is not null);
        foreach (var (old, now) in ContentPair.Of(older, newer, f => f.Id))
        {
            var either = (now ?? old)!;
            if (ContentPair.AreOwnAccount(old?.QuantityIds, now?.QuantityIds))
            {
                continue;
            }

            if (old is null || now is null)
            {
                Add(either, string.Empty, old is null ? null : NameOf(old), now is null ? null : NameOf(now));
                continue;
            }

            if (isNumbered)
            {
                Add(now, "#nummer", old.Number ?? string.Empty, now.Number ?? string.Empty);
                Add(now, "#tittel", old.Caption ?? string.Empty, now.Caption ?? string.Empty);
            }

            if (old.IsListOfIds || now.IsListOfIds)
            {
                var (before, after) = _ids.Unlike(old.QuantityIds, now.QuantityIds);
                Add(now, "#tall", before, after);
            }
            else
            {
                var others = _found.Count;
                CompareContent(old, now);
                CompareDrawing(old, now, isAlike: _found.Count == others);
            }
        }

        return _found;
    }

    private static string NameOf(FigureContent figure) => figure.Caption ?? figure.Id;

    private void CompareContent(FigureContent old, FigureContent now)
    {
        Add(now, "#type", old.Kind, now.Kind);
        Add(now, "#akser", ContentDifference.Joined(old.Axes, Between), ContentDifference.Joined(now.Axes, Between));
        CompareList(now, "#kategori.", "#plass.", Labels.Distinct(old.Categories), Labels.Distinct(now.Categories));
        string[] before = [.. Labels.Distinct(old.Series.Select(s => s.Name))];
        string[] after = [.. Labels.Distinct(now.Series.Select(s => s.Name))];
        var names = CompareList(now, "#serie.", "#serieplass.", before, after);
        var shared = old.Categories.ToHashSet(StringComparer.Ordinal);
        shared.IntersectWith(now.Categories);
        for (var i = 0; i < after.Length; i++)
        {
            if (Array.IndexOf(before, after[i]) is >= 0 and var from)
            {
                CompareMarks(now, "#merker." + names[after[i]], Common(old, old.Series[from], shared), Common(now, now.Series[i], shared));
            }
        }
    }

    /// <summary>
    /// Compares the numbers behind the marks. A number that only one edition has is told by itself, and so is a category; what is left to tell is a mark that shows another number than before.
    /// </summary>
    private void CompareMarks(FigureContent figure, string part, IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        if (!old.SequenceEqual(now, StringComparer.Ordinal))
        {
            Add(figure, part, ContentDifference.Joined(old, Between), ContentDifference.Joined(now, Between));
        }
    }

    /// <summary>
    /// The numbers of a series that both editions have; where marks have categories, those of the categories that both figures have, each with its own: «Under 25=andel.x». So neither a
    /// new category nor another order of them is told twice.
    /// </summary>
    private List<string> Common(FigureContent figure, SeriesContent series, HashSet<string> categories)
    {
        var ids = series.QuantityIds.Select(id => id.Value);
        return series.QuantityIds.Count != figure.Categories.Count
            ? [.. ids.Where(_ids.Contains)]
            :
            [
                .. ids.Zip(figure.Categories)
                    .Where(m => _ids.Contains(m.First) && categories.Contains(m.Second))
                    .Select(m => $"{m.Second}={m.First}")
                    .Order(StringComparer.Ordinal),
            ];
    }

    private PartNames CompareList(FigureContent figure, string part, string place, IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        var names = new PartNames(older.Concat(newer));
        var change = ListChange.Of(older, newer);
        foreach (var label in change.Gone)
        {
            Add(figure, part + names[label], label, null);
        }

        foreach (var label in change.New)
        {
            Add(figure, part + names[label], null, label);
        }

        foreach (var moved in change.Moved)
        {
            Add(
                figure,
                place + names[moved.Label],
                moved.Old.ToString(CultureInfo.InvariantCulture),
                moved.New.ToString(CultureInfo.InvariantCulture)
            );
        }

        return names;
    }

    /// <summary>A drawing follows its data: it differs when they do, and only then. One that does otherwise was made in another run.</summary>
    private void CompareDrawing(FigureContent old, FigureContent now, bool isAlike)
    {
        if (old.Drawing is null && now.Drawing is null)
        {
            return;
        }

        var isSame = string.Equals(old.Drawing, now.Drawing, StringComparison.Ordinal);
        var isStale = isSame && _numbers.MayPrintOtherwise(now.QuantityIds);
        if (isStale || (!isSame && isAlike && !_numbers.Differ(now.QuantityIds)))
        {
            _found.Add(Make(now, "#tegning", old.Drawing ?? string.Empty, now.Drawing ?? string.Empty));
        }
    }

    private void Add(FigureContent figure, string part, string? old, string? now)
    {
        if (!string.Equals(old, now, StringComparison.Ordinal))
        {
            _found.Add(Make(figure, part, old, now));
        }
    }

    private static Difference Make(FigureContent figure, string part, string? old, string? now) =>
        ContentDifference.Of(figure.Id + part, DifferenceSubject.Figure, old, now) with
        {
            Context = figure.Caption,
            ShownIn = [figure.Id],
        };
}
