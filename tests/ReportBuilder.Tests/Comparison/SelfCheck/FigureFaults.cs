using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>Faults in what a figure shows; the numbers are right.</summary>
internal static class FigureFaults
{
    /// <summary>A series shows the numbers of another figure's: chart data from elsewhere.</summary>
    public static EditionFault SeriesOfOtherFigure(SavedEdition saved, Random random)
    {
        var (figure, index) = random.Pick(AllSeries(saved));
        var ids = figure.Series[index].QuantityIds;
        var (other, from) = random.Pick(
            AllSeries(saved).Where(p => p.Figure != figure && !p.Figure.Series[p.Index].QuantityIds.SequenceEqual(ids))
        );
        return Changed(
            EditionFaultKind.SeriesOfOtherFigure,
            saved,
            $"{figure.Id}, «{figure.Series[index].Name}» shows «{other.Series[from].Name}» of {other.Id}",
            figure with
            {
                Series = figure.Series.With(index, figure.Series[index] with { QuantityIds = other.Series[from].QuantityIds }),
            },
            [.. ids.Concat(other.Series[from].QuantityIds).Select(i => i.Value)]
        );
    }

    /// <summary>Two categories change places, with their numbers in each series that has one a category.</summary>
    public static EditionFault CategoriesReordered(SavedEdition saved, Random random)
    {
        var (figure, at) = random.Pick(
            Categories(saved).Where(p => p.Index > 0 && p.Figure.Categories[p.Index] != p.Figure.Categories[p.Index - 1])
        );
        return Changed(
            EditionFaultKind.CategoriesReordered,
            saved,
            $"{figure.Id}: «{figure.Categories[at - 1]}» and «{figure.Categories[at]}» have changed places",
            figure with
            {
                Categories = figure.Categories.Swapped(at - 1, at),
                Series = Each(figure, ids => ids.Swapped(at - 1, at)),
            },
            [.. figure.QuantityIds.Select(i => i.Value)]
        );
    }

    public static EditionFault CategoryLabelChanged(SavedEdition saved, Random random)
    {
        var (figure, at) = random.Pick(Categories(saved).Where(p => p.Figure.Categories[p.Index].Length > 0));
        var label = WordFaults.Misspelt(figure.Categories[at], random);
        return Changed(
            EditionFaultKind.CategoryLabelChanged,
            saved,
            $"{figure.Id}: category «{figure.Categories[at]}» → «{label}»",
            figure with
            {
                Categories = figure.Categories.With(at, label),
            }
        );
    }

    public static EditionFault CategoryGone(SavedEdition saved, Random random)
    {
        var (figure, at) = random.Pick(Categories(saved));
        return Changed(
            EditionFaultKind.CategoryGone,
            saved,
            $"{figure.Id}: category «{figure.Categories[at]}» gone",
            figure with
            {
                Categories = figure.Categories.Without(at),
                Series = Each(figure, ids => ids.Without(at)),
            },
            [.. figure.QuantityIds.Select(i => i.Value)]
        );
    }

    public static EditionFault CategoryAdded(SavedEdition saved, Random random)
    {
        var (figure, at) = random.Pick(Categories(saved));
        return Changed(
            EditionFaultKind.CategoryAdded,
            saved,
            $"{figure.Id}: category «{figure.Categories[at]}» once more, at the end",
            figure with
            {
                Categories = [.. figure.Categories, figure.Categories[at] + " (ny)"],
                Series = Each(figure, ids => [.. ids, ids[at]]),
            },
            [.. figure.QuantityIds.Select(i => i.Value)]
        );
    }

    public static EditionFault SeriesReordered(SavedEdition saved, Random random)
    {
        var (figure, at) = random.Pick(AllSeries(saved).Where(p => p.Index > 0));
        return Changed(
            EditionFaultKind.SeriesReordered,
            saved,
            $"{figure.Id}: series «{figure.Series[at - 1].Name}» and «{figure.Series[at].Name}» have changed places",
            figure with
            {
                Series = figure.Series.Swapped(at - 1, at),
            }
        );
    }

    public static EditionFault SeriesNameChanged(SavedEdition saved, Random random)
    {
        var (figure, at) = random.Pick(AllSeries(saved).Where(p => p.Figure.Series[p.Index].Name.Length > 0));
        var name = WordFaults.Misspelt(figure.Series[at].Name, random);
        return Changed(
            EditionFaultKind.SeriesNameChanged,
            saved,
            $"{figure.Id}: series «{figure.Series[at].Name}» → «{name}»",
            figure with
            {
                Series = figure.Series.With(at, figure.Series[at] with { Name = name }),
            }
        );
    }

    public static EditionFault AxisChanged(SavedEdition saved, Random random)
    {
        var (figure, at) = random.Pick(saved.Edition.Figures.SelectMany(f => Enumerable.Range(0, f.Axes.Count).Select(a => (f, a))));
        var axis = figure.Axes[at].Length == 0 ? "1" : WordFaults.Misspelt(figure.Axes[at], random);
        return Changed(
            EditionFaultKind.AxisChanged,
            saved,
            $"{figure.Id}: axis «{figure.Axes[at]}» → «{axis}»",
            figure with
            {
                Axes = figure.Axes.With(at, axis),
            }
        );
    }

    public static EditionFault ChartKindChanged(SavedEdition saved, Random random)
    {
        var figure = random.Pick(saved.Edition.Figures);
        var kind = random.Pick(saved.Edition.Figures.Select(f => f.Kind).Distinct(StringComparer.Ordinal).Where(k => k != figure.Kind));
        return Changed(EditionFaultKind.ChartKindChanged, saved, $"{figure.Id}: {figure.Kind} → {kind}", figure with { Kind = kind });
    }

    public static EditionFault FigureGone(SavedEdition saved, Random random)
    {
        var gone = random.Pick(saved.Edition.Figures);
        var left = saved.Edition with { Figures = [.. saved.Edition.Figures.Where(f => f != gone)] };
        var after = new SavedEdition(left, saved.Drawings.Remove(gone.Id));
        return new(EditionFaultKind.FigureGone, $"{gone.Id} gone", [gone.Id], after);
    }

    public static EditionFault FigureAdded(SavedEdition saved, Random random)
    {
        var copy = random.Pick(saved.Edition.Figures);
        var id = copy.Id + "-kopi";
        var more = saved.Edition with { Figures = [.. saved.Edition.Figures, copy with { Id = id }] };
        var drawings = saved.Drawings.TryGetValue(copy.Id, out var drawing) ? saved.Drawings.Add(id, drawing) : saved.Drawings;
        return new(EditionFaultKind.FigureAdded, $"{id} added", [id], new SavedEdition(more, drawings));
    }

    private static IEnumerable<(FigureContent Figure, int Index)> AllSeries(SavedEdition saved) =>
        saved.Edition.Figures.SelectMany(f => Enumerable.Range(0, f.Series.Count).Select(s => (f, s)));

    private static IEnumerable<(FigureContent Figure, int Index)> Categories(SavedEdition saved) =>
        saved.Edition.Figures.SelectMany(f => Enumerable.Range(0, f.Categories.Count).Select(c => (f, c)));

    private static IReadOnlyList<SeriesContent> Each(
        FigureContent figure,
        Func<IReadOnlyList<QuantityId>, IReadOnlyList<QuantityId>> change
    ) =>
        [.. figure.Series.Select(s => s.QuantityIds.Count == figure.Categories.Count ? s with { QuantityIds = change(s.QuantityIds) } : s)];

    private static EditionFault Changed(
        EditionFaultKind kind,
        SavedEdition saved,
        string what,
        FigureContent after,
        IReadOnlyList<string>? others = null
    ) => EditionFault.Of(kind, what, [after.Id, .. others ?? []], saved, saved.Edition.With(after));
}
