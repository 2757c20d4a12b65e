using System.Text;
using System.Text.RegularExpressions;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Contents;

/// <summary>
/// Tells whether a cell whose numbers changed prints the numbers it says it prints. How it prints them is learnt from the older cell: where that shows the value, or a limit of the interval,
/// with some decimals, the newer must show the new one likewise. So a cell that kept its old digits, or got those of another, is found; and no rule about the looks of tables is needed.
/// </summary>
internal sealed partial class CellPrint(Edition older, Edition newer)
{
    // What may come and go with a number: stars, signs of direction and «less than», and the space before a parenthesis.
    private const string Marks = "*+<> \u00A0";

    /// <summary>
    /// True when the newer cell prints the newer numbers as the older printed the older ones; and when there is nothing to learn: words, or a number that became a sign or changed unit or
    /// decimals, which is told by itself.
    /// </summary>
    /// <param name="before">The older cell.</param>
    /// <param name="after">The newer cell; it shows the same ids.</param>
    public bool Follows(CellContent before, CellContent after)
    {
        var pairs = new List<(Quantity Old, Quantity New)>(before.QuantityIds.Count);
        foreach (var id in before.QuantityIds)
        {
            if (older.Find(id.Value) is not { } old || newer.Find(id.Value) is not { } now || !IsPrintedAlike(old, now))
            {
                return true;
            }

            pairs.Add((old, now));
        }

        var numbers = Number().Matches(before.Text);
        var known = numbers.Select(n => Sources(n.Value, pairs).ToList()).ToList();
        if (known.TrueForAll(sources => sources.Count == 0))
        {
            return true;
        }

        var numbersNow = Number().Matches(after.Text);
        return numbers.Count == numbersNow.Count
            && string.Equals(Frame(before.Text), Frame(after.Text), StringComparison.Ordinal)
            && known.Index().All(k => k.Item.Count == 0 || k.Item.Contains(numbersNow[k.Index].Value, StringComparer.Ordinal));
    }

    private static bool IsPrintedAlike(Quantity old, Quantity now) =>
        old is { Value: not null }
        && now is { Value: not null }
        && old.Status == now.Status
        && old.Unit == now.Unit
        && old.Decimals == now.Decimals;

    /// <summary>What may stand now where a number stood: the new print of each value or limit that was printed so.</summary>
    private static IEnumerable<string> Sources(string printed, List<(Quantity Old, Quantity New)> pairs)
    {
        var decimals = printed.IndexOf(',', StringComparison.Ordinal) is >= 0 and var comma ? printed.Length - comma - 1 : 0;
        foreach (var (old, now) in pairs)
        {
            if (Print(old.Value!.Value, old.Unit, decimals) == printed)
            {
                yield return Print(now.Value!.Value, now.Unit, decimals);
            }

            if (old.Interval is not { } before || now.Interval is not { } after)
            {
                continue;
            }

            if (Print(before.Low, old.Unit, decimals) == printed)
            {
                yield return Print(after.Low, now.Unit, decimals);
            }

            if (Print(before.High, old.Unit, decimals) == printed)
            {
                yield return Print(after.High, now.Unit, decimals);
            }
        }
    }

    /// <summary>A number as tables print it; of a p-value too small for its decimals, the least that they can show.</summary>
    private static string Print(double value, Unit unit, int decimals)
    {
        var least = Math.Pow(10, -decimals);
        var shown = unit == Unit.PValue && value < least ? least : value * NorwegianNumberText.PrintScale(unit);
        return double.IsFinite(shown) ? NorwegianNumberText.Number(shown, decimals) : string.Empty;
    }

    /// <summary>The text around the numbers.</summary>
    private static string Frame(string text)
    {
        var frame = new StringBuilder(text.Length);
        foreach (var character in Number().Replace(text, "#").Where(c => !Marks.Contains(c, StringComparison.Ordinal)))
        {
            frame.Append(character);
        }

        return frame.ToString();
    }

    [GeneratedRegex(@"\u2212?\d+(\u00A0\d{3})*(,\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
