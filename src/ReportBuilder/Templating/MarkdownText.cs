using System.Buffers;
using System.Text;

namespace ReportBuilder.Templating;

/// <summary>Makes plain text safe to put into Markdown.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>{}#@|~^\"");

    /// <summary>Puts a backslash before every character that means something in Markdown or in this project's additions to it.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (Special.Contains(character))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
