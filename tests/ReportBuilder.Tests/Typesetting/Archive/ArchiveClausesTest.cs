using System.Text;
using System.Xml.Linq;
using ReportBuilder.Typesetting.Archive;
using UglyToad.PdfPig;
using Xunit;

namespace ReportBuilder.Tests.Typesetting.Archive;

/// <summary>The clauses of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that our update, or our use of the typesetter, could break.</summary>
public class ArchiveClausesTest(ArchiveBook book) : IClassFixture<ArchiveBook>
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";

    // Schemas that PDF/A-2 knows without a description; of xmpMM it does not know all, so the typesetter describes them.
    private static readonly string[] Predefined =
    [
        "http://purl.org/dc/elements/1.1/",
        "http://ns.adobe.com/xap/1.0/",
        "http://ns.adobe.com/xap/1.0/mm/",
        "http://ns.adobe.com/xap/1.0/t/pg/",
        "http://ns.adobe.com/pdf/1.3/",
        "http://www.aiim.org/pdfa/ns/id/",
        "http://www.aiim.org/pdfa/ns/extension/",
    ];

    private readonly OpenPdf _pdf = new(book.Released);

    [Fact]
    public void Metadata_Identification_IsOfBothStandards()
    {
        var description = Metadata();

        Assert.Equal("2", description.Element(XName.Get("part", "http://www.aiim.org/pdfa/ns/id/"))!.Value);
        Assert.Equal("A", description.Element(XName.Get("conformance", "http://www.aiim.org/pdfa/ns/id/"))!.Value);
        Assert.Equal("1", description.Element(XName.Get("part", "http://www.aiim.org/pdfua/ns/id/"))!.Value);
        Assert.Equal("pdfuaid", description.GetPrefixOfNamespace("http://www.aiim.org/pdfua/ns/id/"));
        Assert.Equal("Prøve", description.Element(XName.Get("title", "http://purl.org/dc/elements/1.1/"))!.Value);
    }

    [Fact]
    public void Metadata_PropertiesOfOtherSchemas_AreDescribedInFull()
    {
        var schemas = Metadata().Descendants(Schema + "schema").Select(schema => schema.Parent!).ToList();
        var described = schemas.ToDictionary(
            schema => schema.Element(Schema + "namespaceURI")!.Value,
            schema => schema.Descendants(Property + "name").Select(name => name.Value).ToList()
        );

        Assert.All(schemas, schema => Assert.NotEmpty(schema.Element(Schema + "prefix")!.Value));
        Assert.All(
            schemas.SelectMany(schema => schema.Descendants(Rdf + "li")),
            property =>
            {
                Assert.Contains(property.Element(Property + "category")!.Value, new[] { "internal", "external" });
                Assert.NotEmpty(property.Element(Property + "valueType")!.Value);
                Assert.NotEmpty(property.Element(Property + "description")!.Value);
            }
        );
        Assert.All(
            Metadata().Elements().Where(e => !Predefined.Contains(e.Name.NamespaceName)),
            element => Assert.Contains(element.Name.LocalName, described[element.Name.NamespaceName])
        );
        Assert.Equal(["part"], described["http://www.aiim.org/pdfua/ns/id/"]);
    }

    [Fact]
    public void Metadata_Stream_IsPlainAndHasItsLength()
    {
        var stream = Assert.IsType<PdfStream>(_pdf.Resolve(_pdf.Catalog["Metadata"]));

        Assert.Null(stream.Dictionary["Filter"]);
        Assert.Equal(stream.Data.Length, ((PdfNumber)stream.Dictionary["Length"]!).Integer);
        var packet = Encoding.UTF8.GetString(stream.Data.Span);
        Assert.StartsWith("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>", packet, StringComparison.Ordinal);
        Assert.EndsWith("<?xpacket end=\"r\"?>", packet, StringComparison.Ordinal);
    }

    [Fact]
    public void Catalog_Document_IsTaggedHasLanguageColoursAndShowsItsTitle()
    {
        Assert.Equal(new PdfBoolean(true), _pdf.Dictionary(_pdf.Catalog["MarkInfo"])["Marked"]);
        Assert.Equal("nb", ((PdfString)_pdf.Catalog["Lang"]!).Latin);
        var preferences = _pdf.Dictionary(_pdf.Catalog["ViewerPreferences"]);
        Assert.Equal(new PdfBoolean(true), preferences["DisplayDocTitle"]);
        Assert.Equal(new PdfName("L2R"), preferences["Direction"]);
        Assert.NotNull(_pdf.Resolve(_pdf.Dictionary(Assert.Single(_pdf.Items(_pdf.Catalog["OutputIntents"])))["DestOutputProfile"]));
        Assert.Null(_pdf.Catalog["OpenAction"]);
        Assert.Null(_pdf.File.Trailer["Encrypt"]);
    }

    [Fact]
    public void Figures_All_HaveAlternateText()
    {
        Assert.NotEmpty(_pdf.Elements("Figure"));
        Assert.All(_pdf.Elements("Figure"), figure => Assert.NotEmpty(Assert.IsType<PdfString>(figure.Dictionary["Alt"]).Bytes));
    }

    [Fact]
    public void Fonts_All_AreEmbeddedAndMapToUnicode()
    {
        var fonts = _pdf.Pages.SelectMany(p => Fonts(_pdf.Dictionary(p.Page["Resources"]))).ToList();

        Assert.NotEmpty(fonts);
        Assert.All(
            fonts,
            font =>
            {
                Assert.IsType<PdfStream>(_pdf.Resolve(font["ToUnicode"]));
                var descendant = font["DescendantFonts"] is { } all ? _pdf.Dictionary(Assert.Single(_pdf.Items(all))) : font;
                var descriptor = _pdf.Dictionary(descendant["FontDescriptor"]);
                Assert.IsType<PdfStream>(_pdf.Resolve(descriptor["FontFile2"] ?? descriptor["FontFile3"]));
            }
        );
    }

    [Fact]
    public void Links_All_AreTaggedDescribedPrintedAndReadInOrder()
    {
        var parents = _pdf.Items(_pdf.Dictionary(_pdf.Structure["ParentTree"])["Nums"])
            .Chunk(2)
            .ToDictionary(pair => ((PdfNumber)pair[0]).Integer!.Value, pair => pair[1]);
        var linked = _pdf.Pages.Where(p => _pdf.Items(p.Page["Annots"]).Any()).ToList();

        Assert.NotEmpty(linked);
        Assert.All(linked, p => Assert.Equal(new PdfName("S"), p.Page["Tabs"]));
        Assert.All(
            linked.SelectMany(p => _pdf.Annotations(p.Page)),
            link =>
            {
                Assert.NotEmpty(Assert.IsType<PdfString>(link["Contents"]).Bytes);
                Assert.Equal(4, ((PdfNumber)link["F"]!).Integer!.Value & 7);
                var parent = _pdf.Dictionary(parents[((PdfNumber)link["StructParent"]!).Integer!.Value]);
                Assert.Contains(((PdfName)parent["S"]!).Value, new[] { "Link", "Reference" });
            }
        );
    }

    [Fact]
    public void Contents_All_HaveOneElementAndElementsHaveTheirContents()
    {
        var owned = AllElements()
            .SelectMany(element =>
                _pdf.Items(element.Dictionary["K"])
                    .OfType<PdfNumber>()
                    .Select(k => (((PdfReference)element.Dictionary["Pg"]!).Number, k.Integer!.Value))
            )
            .ToList();

        Assert.Equal(owned.Count, owned.Distinct().Count());
        Assert.Equal(_pdf.Contents.Order(), owned.Order());
    }

    [Fact]
    public void Elements_All_NameTheirParent() =>
        Assert.All(
            AllElements(),
            parent => Assert.All(_pdf.Tree.Children(parent.Dictionary), child => Assert.Equal(parent.Reference, child.Dictionary["P"]))
        );

    [Fact]
    public void Identifiers_All_AreInOrderAndLeadToTheirElement()
    {
        var names = _pdf.Items(_pdf.Dictionary(_pdf.Structure["IDTree"])["Names"]).OfType<PdfString>().Select(name => name.Latin).ToList();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.All(_pdf.Identifiers, pair => Assert.Equal(pair.Key, ((PdfString)_pdf.Dictionary(pair.Value)["ID"]!).Latin));
        Assert.All(_pdf.Elements("Note"), note => Assert.NotNull(note.Dictionary["ID"]));
        Assert.Equal(AllElements().Count(element => element.Dictionary["ID"] is not null), names.Count);
    }

    [Fact]
    public void Tables_All_AreRegularAndTheirHeadersHaveScope() =>
        Assert.All(
            _pdf.Tables,
            table =>
            {
                Assert.All(table.Rows, row => Assert.Equal(table.Width, row.Cells.Sum(cell => cell.ColumnSpan)));
                Assert.All(
                    table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Element.Type == "TH"),
                    header => Assert.Contains(((PdfName)header.Attributes["Scope"]!).Value, new[] { "Row", "Column", "Both" })
                );
            }
        );

    private XElement Metadata()
    {
        using var pdf = PdfDocument.Open(book.Released);
        Assert.True(pdf.TryGetXmpMetadata(out var metadata));
        return XDocument
            .Parse(Encoding.UTF8.GetString(metadata.GetXmlBytes().ToArray()))
            .Root!.Element(Rdf + "RDF")!
            .Element(Rdf + "Description")!;
    }

    private IEnumerable<TagElement> AllElements()
    {
        var waiting = new Stack<TagElement>(_pdf.Tree.Children(_pdf.Structure));
        while (waiting.TryPop(out var element))
        {
            yield return element;
            foreach (var child in _pdf.Tree.Children(element.Dictionary))
            {
                waiting.Push(child);
            }
        }
    }

    private IEnumerable<PdfDictionary> Fonts(PdfDictionary resources)
    {
        var own = _pdf.Resolve(resources["Font"]) is PdfDictionary fonts ? fonts.Entries.Select(entry => _pdf.Dictionary(entry.Value)) : [];
        var drawn = _pdf.Resolve(resources["XObject"]) is PdfDictionary forms
            ? forms.Entries.Select(entry => _pdf.Resolve(entry.Value))
            : [];
        return own.Concat(
            drawn
                .OfType<PdfStream>()
                .Where(form => form.Dictionary["Resources"] is not null)
                .SelectMany(form => Fonts(_pdf.Dictionary(form.Dictionary["Resources"])))
        );
    }
}
