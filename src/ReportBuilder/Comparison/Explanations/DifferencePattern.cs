using System.Text;
using System.Text.RegularExpressions;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>
/// A pattern over the keys of differences. Parts are separated by dots; <c>*</c> stands for one or more characters of a part, <c>**</c> for any number of whole parts.
/// </summary>
public sealed class DifferencePattern
{
    // The parts of a table or figure (tbl-utvalg#rader) are no parts of a quantity's name, so that «tbl-*» means whole tables only.
    private const string WithinPart = "[^.#]+";
    private readonly Regex _regex;
    private readonly string _start;

    /// <summary>Makes a pattern that <see cref="FaultOf"/> finds nothing wrong with.</summary>
    public DifferencePattern(string text)
    {
        Text = text;
        _start = text.Split('*')[0];
        var expression = new StringBuilder("^");
        var parts = text.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            if (parts[i] == "**")
            {
                // «a.**.b» holds for «a.b» too; at the end the stars stand for at least one part.
                expression.Append(isLast ? ".+" : "(?:.+\\.)?");
                continue;
            }

            expression.Append(string.Join(WithinPart, parts[i].Split('*').Select(Regex.Escape))).Append(isLast ? string.Empty : "\\.");
        }

        _regex = new Regex(expression.Append("\\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>True when the pattern names the key.</summary>
    public bool Matches(string key) => key.StartsWith(_start, StringComparison.Ordinal) && _regex.IsMatch(key);

    /// <summary>
    /// Orders patterns, the most special first: by parts without stars, then by fewest <c>**</c>, then by fewest <c>*</c>, then by length, then in ordinal order, so that of two
    /// different patterns one always goes first.
    /// </summary>
    public static IComparer<DifferencePattern> MostSpecialFirst { get; } =
        Comparer<DifferencePattern>.Create(
            (a, b) =>
            {
                var (x, y) = (Weight(a.Text), Weight(b.Text));
                var order = y.Whole.CompareTo(x.Whole);
                order = order != 0 ? order : x.Open.CompareTo(y.Open);
                order = order != 0 ? order : x.Stars.CompareTo(y.Stars);
                order = order != 0 ? order : b.Text.Length.CompareTo(a.Text.Length);
                return order != 0 ? order : string.CompareOrdinal(a.Text, b.Text);
            }
        );

    /// <summary>
    /// What is wrong with an id or a pattern, as the last part of a text's key: <c>stars</c> for an id with stars, <c>none</c> for a rule without, <c>empty</c> for an empty
    /// part, <c>glued</c> for <c>**</c> that is not a part of its own, <c>twice</c> for two of them in a row, <c>all</c> for a rule that names nothing; null when it is well formed.
    /// </summary>
    public static string? FaultOf(string text, bool isRule)
    {
        var hasStar = text.Contains('*', StringComparison.Ordinal);
        if (hasStar != isRule)
        {
            return isRule ? "none" : "stars";
        }

        // Keys of claims quote sentences, in which a dot separates nothing.
        if (!isRule)
        {
            return null;
        }

        var parts = text.Split('.');
        return parts.Any(p => p.Length == 0) ? "empty"
            : parts.Any(p => p != "**" && p.Contains("**", StringComparison.Ordinal)) ? "glued"
            : parts.Zip(parts.Skip(1)).Any(p => p is { First: "**", Second: "**" }) ? "twice"
            : parts.All(p => p is "*" or "**") ? "all"
            : null;
    }

    private static (int Whole, int Open, int Stars) Weight(string text)
    {
        var parts = text.Split('.');
        return (
            parts.Count(p => !p.Contains('*', StringComparison.Ordinal)),
            parts.Count(p => p == "**"),
            parts.Where(p => p != "**").Sum(p => p.Count(c => c == '*'))
        );
    }
}
