using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>
/// A pattern over the keys of differences. Parts are separated by «.», «#» or «:»; <c>*</c> stands for one or more characters of a part, <c>**</c> for any number of whole parts.
/// A pattern over quantities never names a table, figure or claim: their keys hold «-», «#» or «:», which no quantity's does and no star stands for unless the pattern has one itself.
/// </summary>
public sealed partial class DifferencePattern
{
    private static readonly SearchValues<char> OfQuantities = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_.*");
    private readonly Regex _regex;
    private readonly string _start;

    /// <summary>What stands between two parts of a key.</summary>
    internal static readonly char[] Separators = ['.', '#', ':'];

    /// <summary>Makes a pattern that <see cref="FaultOf"/> finds nothing wrong with.</summary>
    public DifferencePattern(string text)
    {
        Text = text;
        _start = text.Split('*')[0];
        var (one, many) = IsOverQuantities(text) ? ("[a-z0-9_]+", "[a-z0-9_.]+") : ("[^.#:]+", ".+");
        var expression = new StringBuilder("^");
        var tokens = Token().Matches(text).Select(m => m.Value).ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i])
            {
                case "**" when i + 1 < tokens.Count:
                    // Its parts and the separator after them: «a.**.b» holds for «a.b» too.
                    expression.Append("(?:").Append(many).Append(Regex.Escape(tokens[++i])).Append(")?");
                    break;
                case "**":
                    expression.Append(many);
                    break;
                case "*":
                    expression.Append(one);
                    break;
                default:
                    expression.Append(Regex.Escape(tokens[i]));
                    break;
            }
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
    /// What is wrong with an id or a pattern, as the last part of a text's key: <c>stars</c> for an id with stars, <c>none</c> for a rule without, <c>form</c> for characters that
    /// no key has, <c>empty</c> for an empty part, <c>glued</c> for <c>**</c> that is not a part of its own, <c>twice</c> for two of them in a row, <c>all</c> for a rule that
    /// names nothing; null when it is well formed.
    /// </summary>
    public static string? FaultOf(string text, bool isRule)
    {
        if (text.Contains('*', StringComparison.Ordinal) != isRule)
        {
            return isRule ? "none" : "stars";
        }

        if (IsOverQuantities(text) && text.AsSpan().ContainsAnyExcept(OfQuantities))
        {
            return "form";
        }

        // Whoever names one difference has copied its key; only patterns are put together by hand.
        if (!isRule)
        {
            return null;
        }

        var parts = text.Split(Separators);
        return parts.Any(p => p.Length == 0) ? "empty"
            : parts.Any(p => p != "**" && p.Contains("**", StringComparison.Ordinal)) ? "glued"
            : parts.Zip(parts.Skip(1)).Any(p => p is { First: "**", Second: "**" }) ? "twice"
            : parts.All(p => p is "*" or "**") ? "all"
            : null;
    }

    private static bool IsOverQuantities(string text) => !text.AsSpan().ContainsAny('-', '#', ':');

    private static (int Whole, int Open, int Stars) Weight(string text)
    {
        var parts = text.Split(Separators);
        return (
            parts.Count(p => !p.Contains('*', StringComparison.Ordinal)),
            parts.Count(p => p == "**"),
            parts.Where(p => p != "**").Sum(p => p.Count(c => c == '*'))
        );
    }

    [GeneratedRegex(@"\*\*|\*|[.#:]|[^*.#:]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
