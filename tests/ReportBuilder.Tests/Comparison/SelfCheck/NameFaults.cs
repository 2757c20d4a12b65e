using System.Collections.Immutable;
using System.Globalization;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>Numbers that go by another name, are gone, or came. Tables and figures follow: a program that renames does so everywhere.</summary>
internal static class NameFaults
{
    public static EditionFault Renamed(SavedEdition saved, Random random)
    {
        var quantity = random.Pick(saved.Edition.Quantities.Values);
        var name = quantity.Id.Value + "_ny";
        return EditionFault.Of(
            EditionFaultKind.Renamed,
            $"{quantity.Id} → {name}",
            [quantity.Id.Value, name],
            saved,
            Everywhere(saved.Edition, id => id == quantity.Id ? [new QuantityId(name)] : [id]) with
            {
                Quantities = saved.Edition.Quantities.Remove(quantity.Id.Value).Add(name, quantity.Named(name)),
            }
        );
    }

    public static EditionFault NumberGone(SavedEdition saved, Random random)
    {
        var gone = random.Pick(saved.Edition.Quantities.Values).Id;
        return EditionFault.Of(
            EditionFaultKind.NumberGone,
            $"{gone} gone",
            [gone.Value],
            saved,
            WithoutNumbers(saved.Edition, [gone.Value])
        );
    }

    public static EditionFault NumberAdded(SavedEdition saved, Random random)
    {
        var like = random.Pick(saved.Edition.Quantities.Values);
        var name = like.Id.Value + ".kopi";
        return EditionFault.Of(
            EditionFaultKind.NumberAdded,
            $"{name} added",
            [name],
            saved,
            saved.Edition with
            {
                Quantities = saved.Edition.Quantities.Add(name, like.Named(name)),
            }
        );
    }

    /// <summary>A municipality or project vanishes: all its numbers, and its dot in every figure.</summary>
    public static EditionFault DotGone(SavedEdition saved, Random random)
    {
        var figure = random.Pick(saved.Edition.Figures.Where(HasDots));
        var series = random.Pick(figure.Series.Where(s => s.QuantityIds.Count >= 4));
        var id = random.Pick(series.QuantityIds).Value;
        var unit = id[..(id.LastIndexOf('.') + 1)];
        var gone = saved
            .Edition.Quantities.Keys.Where(k => k.StartsWith(unit, StringComparison.Ordinal))
            .ToImmutableSortedSet(StringComparer.Ordinal);
        var touched = saved.Edition.Figures.Where(f => f.QuantityIds.Any(q => gone.Contains(q.Value))).Select(f => f.Id);
        return EditionFault.Of(
            EditionFaultKind.DotGone,
            $"{unit}* gone from the numbers and from {figure.Id}",
            [.. gone, .. touched],
            saved,
            WithoutNumbers(saved.Edition, gone)
        );
    }

    public static EditionFault MunicipalityGone(SavedEdition saved, Random random)
    {
        var gone = random.Pick(saved.Edition.Municipalities);
        return Places(
            EditionFaultKind.MunicipalityGone,
            $"municipality {gone} gone",
            gone,
            saved,
            [.. saved.Edition.Municipalities.Where(m => m != gone)]
        );
    }

    public static EditionFault MunicipalityAdded(SavedEdition saved, Random random)
    {
        var known = saved.Edition.Municipalities;
        var added = random.Pick(
            Enumerable.Range(301, 5200).Select(n => n.ToString("D4", CultureInfo.InvariantCulture)).Except(known, StringComparer.Ordinal)
        );
        return Places(
            EditionFaultKind.MunicipalityAdded,
            $"municipality {added} added",
            added,
            saved,
            [.. known.Append(added).Order(StringComparer.Ordinal)]
        );
    }

    private static EditionFault Places(EditionFaultKind kind, string what, string place, SavedEdition saved, IReadOnlyList<string> after) =>
        EditionFault.Of(kind, what, [EditionFault.Municipality + place], saved, saved.Edition with { Municipalities = after });

    private static bool HasDots(FigureContent figure) => figure.Kind is "funnel" or "scatter";

    private static Edition WithoutNumbers(Edition edition, ImmutableSortedSet<string> gone) =>
        Everywhere(edition, id => gone.Contains(id.Value) ? [] : [id]) with
        {
            Quantities = edition.Quantities.RemoveRange(gone),
            Claims = [.. edition.Claims.Where(c => !c.QuantityIds.Any(id => gone.Contains(id.Value)))],
        };

    private static Edition Everywhere(Edition edition, Func<QuantityId, IReadOnlyList<QuantityId>> change) =>
        edition with
        {
            Tables =
            [
                .. edition.Tables.Select(t =>
                    t with
                    {
                        Rows =
                        [
                            .. t.Rows.Select(r =>
                                r with
                                {
                                    Cells = [.. r.Cells.Select(c => c with { QuantityIds = All(c.QuantityIds, change) })],
                                }
                            ),
                        ],
                    }
                ),
            ],
            Figures =
            [
                .. edition.Figures.Select(f =>
                    f with
                    {
                        Series = [.. f.Series.Select(s => s with { QuantityIds = All(s.QuantityIds, change) })],
                    }
                ),
            ],
            Claims = [.. edition.Claims.Select(c => c with { QuantityIds = All(c.QuantityIds, change) })],
        };

    private static IReadOnlyList<QuantityId> All(IReadOnlyList<QuantityId> ids, Func<QuantityId, IReadOnlyList<QuantityId>> change) =>
        [.. ids.SelectMany(change)];
}
