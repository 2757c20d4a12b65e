namespace ReportBuilder.Typesetting.Archive;

/// <summary>The table attributes of an element (ISO 32000-1, 14.8.5.7), among attributes of other owners.</summary>
internal static class TagAttributes
{
    private const string Owner = "Table";

    /// <summary>The table attributes; empty when there are none.</summary>
    public static PdfDictionary Of(PdfUpdate update, PdfDictionary element) =>
        All(update, element).OfType<PdfDictionary>().FirstOrDefault(IsOfTables) ?? PdfDictionary.Empty;

    /// <summary>A whole number among the table attributes, 1 when it is not there: the spans of a cell.</summary>
    public static int Span(PdfDictionary attributes, string name) => attributes[name] is PdfNumber { Integer: { } span and > 0 } ? span : 1;

    /// <summary>The element with its table attributes replaced, or added when it had none.</summary>
    public static PdfDictionary With(PdfUpdate update, PdfDictionary element, PdfDictionary attributes)
    {
        var all = All(update, element);
        var index = all.FindIndex(IsOfTables);
        var owned = attributes.With("O", new PdfName(Owner));
        if (index < 0)
        {
            all.Add(owned);
        }
        else
        {
            all[index] = owned;
        }

        return element.With("A", new PdfArray([.. all]));
    }

    private static List<PdfObject> All(PdfUpdate update, PdfDictionary element) =>
        update.Resolve(element["A"]) switch
        {
            PdfArray { Items: var items } => [.. items.Select(item => update.Resolve(item) is PdfDictionary found ? found : item)],
            PdfDictionary only => [only],
            _ => [],
        };

    private static bool IsOfTables(PdfObject attributes) => attributes is PdfDictionary dictionary && dictionary.HasName("O", Owner);
}
