using System.Collections.Immutable;
using System.Globalization;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>
/// Gives links to footnotes a description in the language of the document. The typesetter describes them as «Footnote 1» whatever the language, and a link that
/// is read aloud is announced by its description.
/// </summary>
internal sealed class NoteLinks
{
    private const string Typesetters = "Footnote ";

    private readonly PdfUpdate _update;
    private readonly Func<string, string> _describe;

    /// <param name="update">The update to write to.</param>
    /// <param name="describe">The description of the link to the footnote with a number.</param>
    public NoteLinks(PdfUpdate update, Func<string, string> describe)
    {
        _update = update;
        _describe = describe;
    }

    /// <summary>Describes the links of all pages.</summary>
    /// <exception cref="PdfShapeException">The pages are not a tree.</exception>
    public void Translate(PdfDictionary catalog) => TranslatePages(catalog["Pages"], 0);

    private void TranslatePages(PdfObject? node, int depth)
    {
        if (depth > 50 || _update.Resolve(node) is not PdfDictionary pages)
        {
            throw new PdfShapeException("Pages");
        }

        foreach (var kid in Items(pages["Kids"]))
        {
            TranslatePages(kid, depth + 1);
        }

        foreach (var reference in Items(pages["Annots"]).OfType<PdfReference>())
        {
            if (_update.Resolve(reference) is PdfDictionary annotation && NumberOf(annotation) is { } number)
            {
                _update.Set(reference, annotation.With("Contents", PdfString.OfText(_describe(number))));
            }
        }
    }

    private ImmutableArray<PdfObject> Items(PdfObject? value) => _update.Resolve(value) is PdfArray array ? array.Items : [];

    private static string? NumberOf(PdfDictionary annotation) =>
        annotation.HasName("Subtype", "Link")
        && annotation["Contents"] is PdfString { Latin: var text }
        && text.StartsWith(Typesetters, StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(Typesetters.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
}
