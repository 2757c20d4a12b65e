using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Contents;

/// <summary>Compares the facts that are categories.</summary>
internal static class FactComparer
{
    /// <summary>The differences, by id in ordinal order.</summary>
    public static IReadOnlyList<Difference> Compare(Edition older, Edition newer)
    {
        var found = new List<Difference>();
        foreach (var (old, now) in InStep.Pairs(older.Facts, newer.Facts))
        {
            var id = (old ?? now)!.Id.Value;
            // What a partial edition lacks is unknown.
            if (Revisions.IsOwnAccount(id) || (old is null && older.IsPartial) || (now is null && newer.IsPartial))
            {
                continue;
            }

            var isMoved =
                old?.Variable is { } before && now?.Variable is { } after && !string.Equals(before, after, StringComparison.Ordinal);
            var (oldText, newText) = (TextOf(old, isMoved), TextOf(now, isMoved));
            if (!string.Equals(oldText, newText, StringComparison.Ordinal))
            {
                // A name that was a number's and is a fact's now is two differences, and needs two keys.
                var key = older.Quantities.ContainsKey(id) || newer.Quantities.ContainsKey(id) ? id + "#faktum" : id;
                found.Add(ContentDifference.Of(key, DifferenceSubject.Fact, oldText, newText));
            }
        }

        return found;
    }

    private static string? TextOf(CategoryFact? fact, bool withVariable)
    {
        if (fact is null)
        {
            return null;
        }

        var text = fact.IsKnown ? string.Join(", ", fact.Categories) : EditionWriter.NameOf(fact.Status);
        return withVariable ? $"{text} variable={fact.Variable}" : text;
    }
}
