using ReportBuilder.Diagnostics;
using ReportBuilder.Templating;

namespace ReportBuilder.Documents;

/// <summary>The numbers that a text names: prints, claims something of, or chooses its words by, in any branch.</summary>
/// <param name="Name">File name of the text.</param>
/// <param name="Matter">Where it stands.</param>
/// <param name="Named">Every id with the place that first names it.</param>
/// <param name="Printed">The ids it prints or claims something of.</param>
internal sealed record NumberUse(string Name, Matter Matter, IReadOnlyDictionary<string, SourcePlace> Named, IReadOnlySet<string> Printed)
{
    /// <summary>The numbers of a text.</summary>
    public static NumberUse Of(ManifestEntry entry, RenderedTemplate rendered)
    {
        var named = new SortedDictionary<string, SourcePlace>(StringComparer.Ordinal);
        var printed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in rendered.Code.SelectMany(b => b.Calls))
        {
            foreach (var id in call.Ids)
            {
                named.TryAdd(id, rendered.Source.PlaceOf(call.Offset));
                if (call.Function.PrintsNumber || call.Function.Role is SentenceRole.Claim or SentenceRole.Words)
                {
                    printed.Add(id);
                }
            }
        }

        // An id put together in the code is known only when it is run.
        foreach (var quantity in rendered.Printed)
        {
            named.TryAdd(quantity.Id.Value, quantity.Place);
            printed.Add(quantity.Id.Value);
        }

        return new NumberUse(entry.File!.Name, entry.Matter, named, printed);
    }
}
