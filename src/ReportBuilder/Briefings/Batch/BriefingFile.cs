using System.Text;
using System.Text.RegularExpressions;

namespace ReportBuilder.Briefings.Batch;

/// <summary>
/// Names of the files: <c>nb/4601-bergen.pdf</c>. The number makes the name unique, the rest is for people; only <c>a–z</c>, digits and hyphens, so that it is the same on every file
/// system and in every address.
/// </summary>
public static partial class BriefingFile
{
    private const int LongestSlug = 60;

    // Letters of Norwegian, the Sámi languages and Kven, and of their neighbours. Written out, as the globalisation-invariant mode takes no letter apart.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['æ'] = "ae",
        ['ä'] = "a",
        ['ø'] = "o",
        ['ö'] = "o",
        ['å'] = "a",
        ['á'] = "a",
        ['à'] = "a",
        ['â'] = "a",
        ['č'] = "c",
        ['ç'] = "c",
        ['đ'] = "d",
        ['ð'] = "d",
        ['é'] = "e",
        ['è'] = "e",
        ['ê'] = "e",
        ['í'] = "i",
        ['ï'] = "i",
        ['ŋ'] = "n",
        ['ñ'] = "n",
        ['ó'] = "o",
        ['ò'] = "o",
        ['ô'] = "o",
        ['š'] = "s",
        ['ŧ'] = "t",
        ['ú'] = "u",
        ['ü'] = "u",
        ['ý'] = "y",
        ['ž'] = "z",
    };

    /// <summary>Name of the file of a briefing, with <c>/</c> after the folder of its language.</summary>
    public static string NameOf(BriefingTarget target, string language) =>
        SlugOf(target.Name) is { Length: > 0 } slug ? $"{language}/{target.Code}-{slug}.pdf" : $"{language}/{target.Code}.pdf";

    /// <summary>A name in the letters <c>a–z</c>, digits, and a hyphen for each run of anything else.</summary>
    public static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (letter is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                slug.Append(letter);
            }
            else if (Letters.TryGetValue(letter, out var plain))
            {
                slug.Append(plain);
            }
            else if (letter is (< '\u0300' or > '\u036F') && slug.Length > 0 && slug[^1] != '-')
            {
                // A loose accent belongs to the letter before it; all else parts words.
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, LongestSlug)).Trim('-');
    }

    /// <summary>True for a name such as <see cref="NameOf"/> makes: a manifest that was tampered with cannot lead out of its folder.</summary>
    public static bool IsOne(string name) => Form().IsMatch(name);

    /// <summary>Number and language in a name such as <see cref="NameOf"/> makes.</summary>
    public static (string Code, string Language) PartsOf(string name) => (name[3..7], name[..2]);

    [GeneratedRegex(@"\A(nb|nn)/[0-9]{4}(-[a-z0-9]+)*\.pdf\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
