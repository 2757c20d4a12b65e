using System.Text;
using ReportBuilder.Typesetting.Archive;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace ReportBuilder.Tests.Typesetting.Archive;

/// <summary>A PDF as its readers meet it: structure by our reader, pages by PdfPig.</summary>
internal sealed class OpenPdf
{
    private readonly PdfUpdate _objects;
    private readonly Dictionary<(int Page, int Content), string> _texts = [];

    public OpenPdf(byte[] bytes)
    {
        File = PdfFile.Open(bytes);
        _objects = new PdfUpdate(File);
        Tree = new TagTree(_objects);
        Pages = [.. PagesUnder(Catalog["Pages"]!)];
        using var pdf = PdfDocument.Open(bytes);
        foreach (var page in pdf.GetPages())
        {
            foreach (var content in page.GetMarkedContents().SelectMany(Flat).Where(c => c.MarkedContentIdentifier >= 0))
            {
                _texts[(Pages[page.Number - 1].Reference.Number, content.MarkedContentIdentifier)] = string.Concat(
                    content.Letters.Select(l => l.Value)
                );
            }
        }
    }

    public PdfFile File { get; }

    public TagTree Tree { get; }

    public PdfDictionary Catalog => _objects.Catalog.Value;

    public PdfDictionary Structure => Dictionary(Catalog["StructTreeRoot"]);

    /// <summary>Pages in order, with the references that elements know them by.</summary>
    public IReadOnlyList<(PdfReference Reference, PdfDictionary Page)> Pages { get; }

    /// <summary>Pieces of marked content that stand on the pages.</summary>
    public IEnumerable<(int Page, int Content)> Contents => _texts.Keys;

    public IEnumerable<TagElement> Elements(string type) => Tree.Find(Structure, type);

    public IEnumerable<TagTable> Tables => Elements("Table").Select(table => TagTable.Read(_objects, table));

    public PdfObject? Resolve(PdfObject? value) => _objects.Resolve(value);

    public PdfDictionary Dictionary(PdfObject? value) => (PdfDictionary)Resolve(value)!;

    public IEnumerable<PdfObject> Items(PdfObject? value) => Resolve(value) is PdfArray array ? array.Items : [];

    /// <summary>The text that an element holds itself or in its elements.</summary>
    public string TextOf(TagElement element)
    {
        var text = new StringBuilder();
        foreach (var kid in Items(element.Dictionary["K"]))
        {
            text.Append(
                kid switch
                {
                    PdfNumber { Integer: { } content } => _texts[(((PdfReference)element.Dictionary["Pg"]!).Number, content)],
                    PdfReference reference when Resolve(reference) is PdfDictionary child && child["S"] is not null => TextOf(
                        new TagElement(reference, child)
                    ),
                    _ => string.Empty,
                }
            );
        }

        return text.ToString();
    }

    /// <summary>The texts of the headers that a cell names, and that those name in turn.</summary>
    public IReadOnlyList<string> HeadersOf(TagCell cell)
    {
        var headers = new List<string>();
        foreach (var name in Items(Attributes(cell.Element)["Headers"]).Cast<PdfString>())
        {
            var element = new TagElement(Identifiers[name.Latin], Dictionary(Identifiers[name.Latin]));
            headers.Add(TextOf(element));
            headers.AddRange(HeadersOf(new TagCell(element, PdfDictionary.Empty, 0, 1, 1)));
        }

        return headers;
    }

    /// <summary>The table attributes of an element.</summary>
    public PdfDictionary Attributes(TagElement element) => TagAttributes.Of(_objects, element.Dictionary);

    /// <summary>The element of each identifier.</summary>
    public IReadOnlyDictionary<string, PdfReference> Identifiers =>
        Items(Dictionary(Structure["IDTree"])["Names"])
            .Chunk(2)
            .ToDictionary(pair => ((PdfString)pair[0]).Latin, pair => (PdfReference)pair[1]);

    public IEnumerable<PdfDictionary> Annotations(PdfDictionary page) => Items(page["Annots"]).Select(Dictionary);

    private IEnumerable<(PdfReference Reference, PdfDictionary Page)> PagesUnder(PdfObject node) =>
        Dictionary(node)["Kids"] is { } kids ? Items(kids).SelectMany(PagesUnder) : [((PdfReference)node, Dictionary(node))];

    private static IEnumerable<MarkedContentElement> Flat(MarkedContentElement content) =>
        content.Children.SelectMany(Flat).Prepend(content);
}
