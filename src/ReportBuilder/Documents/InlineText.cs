using System.Text;

namespace ReportBuilder.Documents;

/// <summary>The words of inline nodes without their form.</summary>
public static class InlineText
{
    /// <summary>Words only; notes, references and citations leave nothing.</summary>
    public static string Of(IEnumerable<Inline> content)
    {
        var text = new StringBuilder();
        Append(text, content);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<Inline> content)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case Text words:
                    text.Append(words.Value);
                    break;
                case Code code:
                    text.Append(code.Value);
                    break;
                case LineBreak:
                    text.Append(' ');
                    break;
                case Emphasis emphasis:
                    Append(text, emphasis.Content);
                    break;
                case Strong strong:
                    Append(text, strong.Content);
                    break;
                case Link link:
                    Append(text, link.Content);
                    break;
            }
        }
    }
}
