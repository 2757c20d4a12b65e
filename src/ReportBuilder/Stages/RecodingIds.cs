using System.Globalization;
using System.Text;
using ReportBuilder.Harmonise;

namespace ReportBuilder.Stages;

/// <summary>
/// Names the number of records behind a rule: <c>omkoding.{matrix}.{register}.{variable}.{category}.{target}.antall</c>. Made of what the rule says, not of where it
/// stands, so that the name is the same in another edition; a name taken already gets the years or a running number.
/// </summary>
public sealed class RecodingIds
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The id of one rule.</summary>
    public string Of(RecodingRule rule)
    {
        // Without a category the rule is on the variable as a whole, and what it computes tells it from others.
        var category = rule.Category.Length > 0 ? rule.Category : rule.Kind;
        return Take(rule, category);
    }

    /// <summary>The id of all rules of a long list that give the same value.</summary>
    public string OfValue(RecodingRule rule) => Take(rule, rule.Value == "." ? "mangler" : rule.Value);

    /// <summary>A text as part of an id: lower case, æ, ø, å as ae, o, aa, everything else than letters and digits as one underscore.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var character in text.ToLowerInvariant())
        {
            var written = character switch
            {
                'æ' or 'ä' => "ae",
                'ø' or 'ö' => "o",
                'å' => "aa",
                _ when char.IsAsciiLetterOrDigit(character) => character.ToString(),
                _ => "_",
            };
            if (written != "_" || (slug.Length > 0 && slug[^1] != '_'))
            {
                slug.Append(written);
            }
        }

        return slug.ToString().Trim('_') is { Length: > 0 } result ? result : "tom";
    }

    private string Take(RecodingRule rule, string category)
    {
        string[] parts =
        [
            RecodingMatrix.Tokens[rule.Table],
            rule.Register,
            .. rule.Variables.Count == 0 ? [] : new[] { string.Join(' ', rule.Variables) },
            category,
            .. rule.Target.Length == 0 ? [] : new[] { rule.Target },
        ];
        var name = $"omkoding.{string.Join('.', parts.Select(Slug))}";
        if (_taken.Contains(name) && rule.FromYear is { } from)
        {
            name += string.Create(CultureInfo.InvariantCulture, $".fra_{from}");
        }

        var free = name;
        for (var i = 2; !_taken.Add(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
        }

        return free + ".antall";
    }
}
