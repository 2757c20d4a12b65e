using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportBuilder.Briefings;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Briefings.Making;

/// <summary>
/// Briefings whose own numbers are canaries: each that may be shown is replaced by a mark that only its municipality has, so that a number found in a document tells whose it is.
/// </summary>
internal static partial class MarkedBriefings
{
    private const int Decimals = 4;

    /// <summary>A set with every municipality's own numbers marked by its place in the set.</summary>
    public static BriefingSet Of(BriefingSet set) => set with { Briefings = [.. set.Briefings.Select(Mark)] };

    /// <summary>The places in the set of all municipalities whose marks stand in a text.</summary>
    public static IReadOnlySet<int> FoundIn(string text)
    {
        var plain = text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
        return Counts()
            .Matches(plain)
            .Concat(Shares().Matches(plain))
            .Select(m => int.Parse(m.Groups[1].Value + m.Groups[2].Value, CultureInfo.InvariantCulture))
            .ToHashSet();
    }

    private static Briefing Mark(Briefing briefing, int place) =>
        briefing with
        {
            Edition = briefing.Edition with
            {
                Quantities = briefing.Edition.Quantities.ToImmutableSortedDictionary(
                    q => q.Key,
                    q => IsOwn(q.Key) && q.Value.HasValue ? Marked(q.Value, place) : q.Value,
                    StringComparer.Ordinal
                ),
            },
        };

    private static bool IsOwn(string id) =>
        id.StartsWith(BriefingScope.Own + ".", StringComparison.Ordinal) && !id.Contains(".fakta.", StringComparison.Ordinal);

    /// <summary>«7 123 045 007» for a count of municipality 123 045, «51,0123» for a share of municipality 123.</summary>
    private static Quantity Marked(Quantity quantity, int place) =>
        quantity.Unit switch
        {
            Unit.Count => Quantity.Of(quantity.Id.Value, 7_000_007 + (1_000.0 * place), Unit.Count, 0),
            Unit.Share or Unit.Probability or Unit.PercentagePoints => Quantity.Of(
                quantity.Id.Value,
                (51 + (place / 10_000.0)) / 100,
                quantity.Unit,
                Decimals
            ) with
            {
                Interval = quantity.Interval is null ? null : new Interval(0.5, 0.6, 0.95),
            },
            _ => quantity,
        };

    [GeneratedRegex(@"\b7 (\d)(\d\d) 007\b")]
    private static partial Regex Counts();

    [GeneratedRegex(@"\b51,(\d)(\d{3})\b")]
    private static partial Regex Shares();
}
