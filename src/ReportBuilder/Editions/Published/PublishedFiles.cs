using CsvHelper;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Published;

/// <summary>The files of an imported publication: the edition, what contradicts what, and what is not mapped.</summary>
internal static class PublishedFiles
{
    /// <summary>File of the contradictions.</summary>
    public const string ContradictionFile = "motsigelser.csv";

    /// <summary>File of what is not mapped.</summary>
    public const string UnmappedFile = "ikke-avbildet.csv";

    private const string ContradictionHeader = "id,sted,hva,trykt,nedre,ovre,mot_sted,mot_trykt,mot_nedre,mot_ovre,avstand,merknad";
    private const string UnmappedHeader = "kilde,sted,hva,trykt,enhet,grunn,merknad";

    // Limits are sums of decimals; further digits are only what doubles leave.
    private const int Digits = 6;

    /// <summary>File names and contents; UTF-8, lines ended by LF.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Of(PublishedImport import) =>
        [
            (EditionFolder.EditionFile, EditionWriter.Write(import.Edition)),
            (ContradictionFile, Lines(ContradictionHeader, import.Contradictions.Select(Cells))),
            (UnmappedFile, Lines(UnmappedHeader, import.Unmapped.Select(p => Cells(p.Cell, p.Line)))),
        ];

    private static IEnumerable<string> Cells(Contradiction c)
    {
        var scale = NorwegianNumberText.PrintScale(c.Unit);
        return
        [
            c.Id,
            Place(c.Statement),
            c.Statement.What,
            Printed(c.Statement),
            Limit(c.Says.Low * scale),
            Limit(c.Says.High * scale),
            string.Join("; ", c.Against.Select(a => $"{Place(a)} ({a.What})")),
            string.Join("; ", c.Against.Select(Printed)),
            Limit(c.AgainstSays.Low * scale),
            Limit(c.AgainstSays.High * scale),
            Limit(Math.Max(0, c.Says.DistanceTo(c.AgainstSays)) * scale),
            c.Remark,
        ];
    }

    private static IEnumerable<string> Cells(PublishedCell cell, MappingLine line) =>
        [cell.Key.Source, cell.Where, cell.What, Printed(cell), cell.Key.Unit, line.Reason, line.Remark];

    /// <summary>A table is known by its number; a statement also by its own.</summary>
    private static string Place(PublishedCell cell) =>
        cell.IsInTable ? cell.Where : ToolTexts.Get("published.statement", cell.Key.Source, cell.Where);

    private static string Printed(PublishedCell cell) => cell.IsInTable ? cell.Printed : ToolTexts.Get("published.phrase", cell.Printed);

    private static string Limit(double value)
    {
        var rounded = Math.Round(value, Digits);
        return double.IsFinite(rounded) ? (rounded == 0 ? 0 : rounded).ToText() : string.Empty;
    }

    private static byte[] Lines(string header, IEnumerable<IEnumerable<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(header.Split(',')))
            {
                foreach (var cell in row)
                {
                    writer.WriteField(cell);
                }

                writer.EndRecord();
            }
        }

        return stream.ToArray();
    }
}
