using ReportBuilder.Tables;
using ReportBuilder.TypstWriting;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>
/// Tags the first cell of each row of a table as the header of that row, and a heading over a group of rows as the header of the rows below it. The typesetter
/// tags heads of columns only, and names them in each cell; a reader that goes by these names must find the row's there too.
/// </summary>
internal sealed class TableHeaders
{
    private readonly PdfUpdate _update;
    private readonly IdTree _identifiers;

    public TableHeaders(PdfUpdate update, IdTree identifiers)
    {
        _update = update;
        _identifiers = identifiers;
    }

    /// <summary>Tags the headers of one table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="source">The table as it was written; null when that is not known, and a heading of a group then has no rows of its own.</param>
    public void Tag(TagTable table, TypstTable? source)
    {
        var width = table.FilledWidth;
        foreach (var row in table.Rows.Where(_ => width < table.Width))
        {
            RemoveFrom(row, width);
        }

        if (source is not null)
        {
            WriteSummary(table.Element, source.Summary);
        }

        if (width > 1)
        {
            TagRows(table, width, source);
        }
    }

    private void TagRows(TagTable table, int width, TypstTable? source)
    {
        PdfString? group = null;
        PdfString? header = null;
        var headerRows = 0;
        foreach (var (row, index) in table.Body.Select((row, index) => (row, index)))
        {
            if (row.Cells is [{ Column: 0 } heading, ..] && heading.ColumnSpan == width)
            {
                // The typesetter names all columns as headers of the heading, and so they would be of every cell under it.
                var made = MakeHeader(heading with { Attributes = heading.Attributes.With("Headers", PdfArray.Empty) }, "Column", null);
                group = source is null ? null : made;
                headerRows = 0;
                continue;
            }

            group = source?.Rows[index] == RowKind.Summary ? null : group;
            var cells = row.Cells.Where(cell => cell.Column < width).ToList();
            if (cells is [{ Column: 0 } first, ..])
            {
                header = first.Element.IsEmpty ? null : MakeHeader(first, "Row", group);
                headerRows = first.RowSpan;
                cells.RemoveAt(0);
            }

            // Rows that the first cell does not reach have no header to name.
            if (header is not null && headerRows-- > 0)
            {
                cells.ForEach(cell => AddHeader(cell, header));
            }
        }
    }

    /// <summary>
    /// Makes a header of a cell and gives its identifier. Its own headers are those of the cells that name it too (ISO 32000-1, table 349), so a group need be named
    /// here only.
    /// </summary>
    private PdfString MakeHeader(TagCell cell, string scope, PdfString? group)
    {
        var attributes = Named(cell.Attributes, group);
        attributes = attributes["Scope"] is null ? attributes.With("Scope", new PdfName(scope)) : attributes;
        var element = TagAttributes.With(_update, cell.Element.Dictionary.With("S", new PdfName("TH")), attributes);
        (var identifier, element) = _identifiers.Identify(cell.Element, element);
        _update.Set(cell.Element.Reference, element);
        return identifier;
    }

    private void AddHeader(TagCell cell, PdfString header) =>
        _update.Set(cell.Element.Reference, TagAttributes.With(_update, cell.Element.Dictionary, Named(cell.Attributes, header)));

    private static PdfDictionary Named(PdfDictionary attributes, PdfString? header)
    {
        var headers = attributes["Headers"] is PdfArray { Items: var items } ? items : [];
        return header is null || headers.Contains(header) ? attributes : attributes.With("Headers", new PdfArray(headers.Add(header)));
    }

    private void WriteSummary(TagElement table, string summary)
    {
        var attributes = TagAttributes.Of(_update, table.Dictionary).With("Summary", PdfString.OfText(summary));
        _update.Set(table.Reference, TagAttributes.With(_update, table.Dictionary, attributes));
    }

    private void RemoveFrom(TagRow row, int width)
    {
        var removed = row.Cells.Where(cell => cell.Column >= width).Select(cell => cell.Element).ToList();
        removed.ForEach(_identifiers.Remove);
        if (removed.Count > 0 && row.Element.Dictionary["K"] is PdfArray { Items: var kids })
        {
            var kept = kids.RemoveRange(removed.Select(element => (PdfObject)element.Reference));
            _update.Set(row.Element.Reference, row.Element.Dictionary.With("K", new PdfArray(kept)));
        }
    }
}
