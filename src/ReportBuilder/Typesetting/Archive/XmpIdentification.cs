using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>
/// Says in a file's XMP metadata that it is PDF/UA-1 (ISO 14289-1, 5) beside PDF/A. PDF/A-2 allows only properties it knows, so the schema of the
/// mark is described in the packet too (ISO 19005-2, 6.6.2.3).
/// </summary>
internal static class XmpIdentification
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Accessibility = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";
    private static readonly XNamespace MediaManagement = "http://ns.adobe.com/xap/1.0/mm/";

    /// <summary>The packet with a new identifier of this version of the file and, when asked for, the mark.</summary>
    /// <exception cref="PdfShapeException">It is no XMP packet of the form that the typesetter writes.</exception>
    public static byte[] Write(ReadOnlyMemory<byte> packet, string identifier, bool isAccessible)
    {
        var document = Parse(packet);
        if (document.Root?.Element(Rdf + "RDF")?.Element(Rdf + "Description") is not { } description)
        {
            throw new PdfShapeException("XMP");
        }

        description.Element(MediaManagement + "InstanceID")?.SetValue(identifier);
        if (isAccessible && description.Element(Accessibility + "part") is null)
        {
            Declare(description, "pdfuaid", Accessibility);
            description.Add(new XElement(Accessibility + "part", "1"));
            Schemas(description).Add(DescribedSchema());
        }

        return Serialize(document);
    }

    private static XDocument Parse(ReadOnlyMemory<byte> packet)
    {
        try
        {
            return XDocument.Parse(Encoding.UTF8.GetString(packet.Span), LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            throw new PdfShapeException("XMP");
        }
    }

    /// <summary>The list of described schemas, made when there is none.</summary>
    private static XElement Schemas(XElement description)
    {
        if (description.Element(Extension + "schemas") is not { } schemas)
        {
            Declare(description, "pdfaExtension", Extension);
            Declare(description, "pdfaSchema", Schema);
            Declare(description, "pdfaProperty", Property);
            schemas = new XElement(Extension + "schemas", new XElement(Rdf + "Bag"));
            description.Add(schemas);
        }

        return schemas.Element(Rdf + "Bag") ?? throw new PdfShapeException("pdfaExtension:schemas");
    }

    private static XElement DescribedSchema() =>
        Resource(
            new XElement(Schema + "schema", "PDF/UA identification schema"),
            new XElement(Schema + "namespaceURI", Accessibility.NamespaceName),
            new XElement(Schema + "prefix", "pdfuaid"),
            new XElement(
                Schema + "property",
                new XElement(
                    Rdf + "Seq",
                    Resource(
                        new XElement(Property + "name", "part"),
                        new XElement(Property + "valueType", "Integer"),
                        new XElement(Property + "category", "internal"),
                        new XElement(Property + "description", "Part of ISO 14289 that the document conforms to")
                    )
                )
            )
        );

    private static XElement Resource(params XElement[] properties) =>
        new(Rdf + "li", new XAttribute(Rdf + "parseType", "Resource"), properties);

    // The prefixes are not free: PDF/A demands the ones of the standard.
    private static void Declare(XElement description, string prefix, XNamespace space)
    {
        if (description.GetNamespaceOfPrefix(prefix) is null)
        {
            description.Add(new XAttribute(XNamespace.Xmlns + prefix, space.NamespaceName));
        }
    }

    private static byte[] Serialize(XDocument document)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            Indent = false,
            NewLineHandling = NewLineHandling.None,
        };
        using (var writer = XmlWriter.Create(text, settings))
        {
            document.Save(writer);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
