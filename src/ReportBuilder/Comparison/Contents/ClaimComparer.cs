using System.Globalization;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Contents;

/// <summary>
/// Compares what the text claims. A claim is known by its template, kind, numbers and limits, wherever in the template it stands: lines that move change nothing.
/// </summary>
internal static class ClaimComparer
{
    /// <summary>The differences: claims that appeared or vanished, outcomes that turned, sentences that changed.</summary>
    public static IReadOnlyList<Difference> Compare(IReadOnlyList<Claim> older, IReadOnlyList<Claim> newer)
    {
        var found = new List<Difference>();
        var before = Grouped(older);
        var after = Grouped(newer);
        var sentences = new HashSet<(string, string, string)>();
        foreach (var key in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var pairs = Pairs(before.GetValueOrDefault(key, []), after.GetValueOrDefault(key, []));
            for (var i = 0; i < pairs.Count; i++)
            {
                var name = i == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{key} ({i + 1})");
                AddDifferences(name, pairs[i].Old, pairs[i].New, sentences, found);
            }
        }

        return found;
    }

    private static void AddDifferences(
        string key,
        Claim? old,
        Claim? now,
        HashSet<(string, string, string)> sentences,
        List<Difference> found
    )
    {
        if (old?.Outcome != now?.Outcome)
        {
            found.Add(
                ContentDifference.Of(key, DifferenceSubject.Claim, OutcomeOf(old), OutcomeOf(now)) with
                {
                    Context = (now ?? old)!.Sentence,
                }
            );
        }

        // A sentence with several claims is told once.
        if (
            old is not null
            && now is not null
            && !string.Equals(old.Sentence, now.Sentence, StringComparison.Ordinal)
            && sentences.Add((now.Template, old.Sentence, now.Sentence))
        )
        {
            found.Add(
                ContentDifference.Of(key + "#setning", DifferenceSubject.Claim, old.Sentence, now.Sentence) with
                {
                    Context = now.Sentence,
                }
            );
        }
    }

    private static string? OutcomeOf(Claim? claim) => claim is null ? null : EditionWriter.NameOf(claim.Outcome);

    private static Dictionary<string, List<Claim>> Grouped(IReadOnlyList<Claim> claims) =>
        claims
            .Where(c => !c.QuantityIds.All(id => Revisions.IsOwnAccount(id.Value)))
            .GroupBy(KeyOf, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    private static string KeyOf(Claim claim)
    {
        var about = string.Join(',', claim.QuantityIds.Select(id => id.Value).Concat(claim.Limits));
        return $"paastand:{claim.Template}:{claim.Kind}:{about}";
    }

    /// <summary>The same claim may be made several times: first those in the same sentence are paired, then the others in the order they stand.</summary>
    private static List<(Claim? Old, Claim? New)> Pairs(List<Claim> older, List<Claim> newer)
    {
        var left = new List<Claim>(older);
        var pairs = new List<(Claim? Old, Claim? New)>();
        var others = new List<Claim>();
        foreach (var now in newer)
        {
            var at = left.FindIndex(o => string.Equals(o.Sentence, now.Sentence, StringComparison.Ordinal));
            if (at < 0)
            {
                others.Add(now);
                continue;
            }

            pairs.Add((left[at], now));
            left.RemoveAt(at);
        }

        for (var i = 0; i < Math.Max(left.Count, others.Count); i++)
        {
            pairs.Add((left.ElementAtOrDefault(i), others.ElementAtOrDefault(i)));
        }

        return pairs;
    }
}
