using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Outliers;

/// <summary>Holds each number of an edition against the same number in several earlier ones: its level, and its change from the edition before.</summary>
public static class OutlierSearch
{
    /// <summary>
    /// Flags by id, for the ids that are outliers. A number is tried when at least <see cref="ComparisonSettings.FewestEditions"/> earlier values (for the change: changes from one edition to
    /// the next) in the same unit are known.
    /// </summary>
    /// <param name="older">The edition before.</param>
    /// <param name="newer">The edition tried.</param>
    /// <param name="history">Editions before <paramref name="older"/>, oldest first; when it or the newer are among them they count once.</param>
    /// <param name="settings">Tolerances and fewest editions.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<DifferenceFlag>> Find(
        Edition older,
        Edition newer,
        IReadOnlyList<Edition> history,
        ComparisonSettings settings
    )
    {
        var found = new Dictionary<string, IReadOnlyList<DifferenceFlag>>(StringComparer.Ordinal);
        List<EditionCursor> earlier =
        [
            .. history.Where(e => e.Origin != older.Origin && e.Origin != newer.Origin).DistinctBy(e => e.Origin).Append(older).Select(e => new EditionCursor(e)),
        ];
        if (earlier.Count < settings.FewestEditions)
        {
            return found;
        }

        foreach (var (id, now) in newer.Quantities)
        {
            var past = earlier.ConvertAll(c => c.Find(id));
            if (now.HasValue && !Revisions.IsOwnAccount(id) && !UnnamedUnits.IsOfUnit(id) && FlagsOf(now, past, settings) is [_, ..] flags)
            {
                found.Add(id, flags);
            }
        }

        return found;
    }

    private static List<DifferenceFlag> FlagsOf(Quantity now, List<Quantity?> past, ComparisonSettings settings)
    {
        var levels = new List<double>();
        var changes = new List<double>();
        var rounding = now.RoundingDistance;
        double? before = null;
        foreach (var quantity in past)
        {
            var value = quantity is not null && quantity.Unit == now.Unit ? quantity.Value : null;
            if (value is { } level)
            {
                levels.Add(level);
                rounding = Math.Max(rounding, quantity!.RoundingDistance);
                if (before is { } from)
                {
                    changes.Add(level - from);
                }
            }

            // A change over an edition without the number is no change from one edition to the next.
            before = value;
        }

        var flags = new List<DifferenceFlag>();
        var noise = settings.Tolerances.Of(ToleranceClasses.Of(now.Unit)) / NorwegianNumberText.PrintScale(now.Unit);
        if (levels.Count >= settings.FewestEditions && OutlierFences.Of(levels).Excludes(now.Value!.Value, noise + rounding))
        {
            flags.Add(DifferenceFlag.OutlierLevel);
        }

        // A change has two ends, each with its rounding.
        if (
            before is { } last
            && changes.Count >= settings.FewestEditions
            && OutlierFences.Of(changes).Excludes(now.Value!.Value - last, noise + (2 * rounding))
        )
        {
            flags.Add(DifferenceFlag.OutlierChange);
        }

        return flags;
    }

    /// <summary>Reads an edition's numbers forwards, so that looking each up in a sorted map is one pass.</summary>
    private sealed class EditionCursor(Edition edition)
    {
        private readonly Quantity[] _quantities = [.. edition.Quantities.Values];
        private int _at;

        /// <summary>The number of an id not before the one asked for last; null when there is none.</summary>
        public Quantity? Find(string id)
        {
            while (_at < _quantities.Length && string.CompareOrdinal(_quantities[_at].Id.Value, id) < 0)
            {
                _at++;
            }

            return _at < _quantities.Length && string.Equals(_quantities[_at].Id.Value, id, StringComparison.Ordinal)
                ? _quantities[_at]
                : null;
        }
    }
}
