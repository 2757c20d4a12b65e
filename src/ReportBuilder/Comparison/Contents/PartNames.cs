using System.Globalization;
using System.Text;

namespace ReportBuilder.Comparison.Contents;

/// <summary>
/// Names for rows, columns, categories and series within keys: their words in small ASCII letters («Under 25 år» is <c>under_25_aar</c>), told apart by a number where two would be the same.
/// </summary>
public sealed class PartNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Names all labels of two editions together, so that each has one name whichever edition is the older.</summary>
    public PartNames(IEnumerable<string> labels)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var plain = Plain(label);
            var name = plain;
            for (var i = 2; !taken.Add(name); i++)
            {
                name = $"{plain}_{i.ToString(CultureInfo.InvariantCulture)}";
            }

            _names.Add(label, name);
        }
    }

    /// <summary>The name of a label.</summary>
    public string this[string label] => _names[label];

    /// <summary>Words in small ASCII letters and digits, joined by <c>_</c>; the parts of a label that <see cref="Labels.Separator"/> joins are joined by a dot.</summary>
    public static string Plain(string label)
    {
        var text = new StringBuilder();
        var isBetween = false;
        foreach (var letter in label.ToLowerInvariant().Normalize(NormalizationForm.FormC))
        {
            if (letter == Labels.Separator)
            {
                text.Append('.');
                isBetween = false;
                continue;
            }

            var plain = Letter(letter);
            if (plain.Length == 0)
            {
                isBetween = true;
                continue;
            }

            text.Append(isBetween && text.Length > 0 && text[^1] != '.' ? "_" : string.Empty).Append(plain);
            isBetween = false;
        }

        return text.Length == 0 ? "_" : text.ToString();
    }

    private static string Letter(char letter) =>
        letter switch
        {
            (>= 'a' and <= 'z') or (>= '0' and <= '9') => letter.ToString(),
            'æ' or 'ä' => "ae",
            'ø' or 'ö' => "o",
            'å' => "aa",
            // An accent falls away; a sign is a space.
            _ when char.IsLetter(letter) && letter.ToString().Normalize(NormalizationForm.FormD)[0] is >= 'a' and <= 'z' and var plain =>
                plain.ToString(),
            _ => string.Empty,
        };
}
