using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Contents;

/// <summary>The numbers that both editions have. A number that only one has is told by itself, and not again by what shows it.</summary>
internal sealed class SharedIds(Edition older, Edition newer)
{
    /// <summary>True when both have it.</summary>
    public bool Contains(string id) => older.Quantities.ContainsKey(id) && newer.Quantities.ContainsKey(id);

    /// <summary>Of the numbers that a table or figure shows, those that only the one shows and those that only the other does, as text: for when nothing but the numbers is known.</summary>
    public (string Old, string New) Unlike(IReadOnlyList<QuantityId> old, IReadOnlyList<QuantityId> now) =>
        (Only(old, now), Only(now, old));

    private string Only(IReadOnlyList<QuantityId> ids, IReadOnlyList<QuantityId> others) =>
        ContentDifference.Joined(ids.Except(others).Select(id => id.Value).Where(Contains).Order(StringComparer.Ordinal), " ");
}
