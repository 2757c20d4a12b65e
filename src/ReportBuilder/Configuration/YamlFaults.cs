using ReportBuilder.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReportBuilder.Configuration;

/// <summary>Finds the fault that most often stands behind what the YAML library complains of elsewhere.</summary>
internal static class YamlFaults
{
    /// <summary>
    /// The first value that begins with a star and stands without quotes, which YAML takes for a reference to something named before (RB1002); null when there is none. The library
    /// complains of it when all is read, at the first line.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="shownAs">The file as the user named it.</param>
    public static Diagnostic? UnquotedStar(string text, string shownAs)
    {
        var named = new HashSet<AnchorName>();
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case NodeEvent { Anchor.IsEmpty: false } node:
                        named.Add(node.Anchor);
                        break;
                    case AnchorAlias alias when !named.Contains(alias.Value):
                        var place = new SourcePlace(shownAs, (int)alias.Start.Line, (int)alias.Start.Column);
                        return Diagnostic.Error("RB1002", place, ToolTexts.Get("yaml.star")) with { Found = "*" + alias.Value };
                }
            }
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            // The file has another fault, before any star.
        }

        return null;
    }
}
