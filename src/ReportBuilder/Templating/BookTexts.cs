using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Templating;

/// <summary>What the templates of a book can ask about the book itself: which texts it has, and what it does without.</summary>
/// <param name="Texts">Templates in the book.</param>
/// <param name="LeftOut">What is left out, data before texts.</param>
public sealed record BookTexts(IReadOnlyCollection<string> Texts, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>A book of which nothing is known.</summary>
    public static BookTexts None { get; } = new([], []);

    /// <summary>Lists that templates of this book loop over, by name; each item has members with words.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Lists { get; init; } =
        new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal);

    /// <summary>Things that templates of this book ask about, by name.</summary>
    public IReadOnlyDictionary<string, TemplateObject> Objects { get; init; } =
        new Dictionary<string, TemplateObject>(StringComparer.Ordinal);

    /// <summary>
    /// <c>finnes_tekst "kvalitativt/samarbeid.md"</c>: whether an optional text is there. A name that the list of contents does not have is a
    /// mistake (RB3410), since the answer would then always be no.
    /// </summary>
    internal TemplateFunction Function(DiagnosticBag diagnostics) => new("finnes_tekst", 1, 1, c => Has(c, diagnostics)) { IdCount = 0 };

    private bool Has(FunctionCall call, DiagnosticBag diagnostics)
    {
        if (call.RestsOnFailure)
        {
            return false;
        }

        if (call.Arguments[0] is not string name)
        {
            diagnostics.Add(Diagnostic.Error("RB3406", call.Place));
            return false;
        }

        var isThere = Texts.Contains(name, StringComparer.Ordinal);
        if (!isThere && !LeftOut.Any(l => l.Name == name))
        {
            var known = Texts.Concat(LeftOut.Select(l => l.Name));
            diagnostics.Add(Diagnostic.Error("RB3410", call.Place) with { Found = name, Nearest = NearestName.Find(name, known) });
        }

        return isThere;
    }
}
