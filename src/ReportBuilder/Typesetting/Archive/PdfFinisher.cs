using ReportBuilder.Diagnostics;
using ReportBuilder.TypstWriting;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>
/// Adds to a typeset PDF what the typesetter cannot write, in an update after its last byte: headers and summaries of tables, descriptions of footnote links
/// and, on request, the marks of PDF/UA-1 in a file that is PDF/A-2a. Content, fonts and looks are untouched.
/// </summary>
public static class PdfFinisher
{
    /// <summary>Finishes a PDF. The same input gives the same bytes.</summary>
    /// <param name="pdf">The typesetter's PDF.</param>
    /// <param name="finish">What to add.</param>
    /// <param name="diagnostics">
    /// Receives RB5020 (error) for a PDF of an unknown shape, RB5021 (warning) when its tables are not those of the text, so that their summaries are left out.
    /// </param>
    /// <returns>A file that begins with the bytes of the input; null when there is an error.</returns>
    public static byte[]? Finish(ReadOnlyMemory<byte> pdf, PdfFinish finish, DiagnosticBag diagnostics)
    {
        try
        {
            var update = new PdfUpdate(PdfFile.Open(pdf));
            TagTables(update, finish.Tables, diagnostics);
            new NoteLinks(update, finish.DescribeNote).Translate(update.Catalog.Value);
            if (finish.IsBoth)
            {
                ShowTitle(update);
            }

            var identifier = update.Identify();
            WriteMetadata(update, identifier, finish.IsBoth);
            return update.Write(identifier);
        }
        catch (PdfShapeException shape)
        {
            diagnostics.Add(Diagnostic.Error("RB5020", null, shape.Message));
            return null;
        }
    }

    private static void TagTables(PdfUpdate update, IReadOnlyList<TypstTable> sources, DiagnosticBag diagnostics)
    {
        var (reference, root) = update.Target<PdfDictionary>(update.Catalog.Value, "StructTreeRoot");
        var tables = new TagTree(update).Find(root, "Table").Select(table => TagTable.Read(update, table)).ToList();
        var isKnown = tables.Count == sources.Count && tables.Zip(sources).All(pair => IsSame(pair.First, pair.Second));
        if (!isKnown)
        {
            diagnostics.Add(Diagnostic.Warning("RB5021", null));
        }

        var identifiers = IdTree.Read(update, root);
        var headers = new TableHeaders(update, identifiers);
        for (var i = 0; i < tables.Count; i++)
        {
            headers.Tag(tables[i], isKnown ? sources[i] : null);
        }

        if (tables.Count > 0)
        {
            update.Set(reference, identifiers.WriteInto(root));
        }
    }

    private static bool IsSame(TagTable table, TypstTable source) =>
        table.FilledWidth == source.Columns && table.Body.Count() == source.Rows.Count;

    /// <summary>A reader shows the title of the document and not the name of its file (ISO 14289-1, 7.1).</summary>
    private static void ShowTitle(PdfUpdate update)
    {
        var (reference, catalog) = update.Catalog;
        var preferences = update.Resolve(catalog["ViewerPreferences"]) as PdfDictionary ?? PdfDictionary.Empty;
        update.Set(reference, catalog.With("ViewerPreferences", preferences.With("DisplayDocTitle", new PdfBoolean(true))));
    }

    private static void WriteMetadata(PdfUpdate update, string identifier, bool isBoth)
    {
        var (reference, metadata) = update.Target<PdfStream>(update.Catalog.Value, "Metadata");
        if (metadata.Dictionary["Filter"] is not null)
        {
            throw new PdfShapeException("Metadata");
        }

        update.Set(reference, metadata with { Data = XmpIdentification.Write(metadata.Data, identifier, isBoth) });
    }
}
