using CsvHelper;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;

namespace ReportBuilder.Commands;

/// <summary>What harmonising leaves for the analyst: the dataset, the count of every rule line, and every record that was set aside.</summary>
internal static class HarmonisedFiles
{
    private const string RuleHeader = "fil,linje,tabell,rad,konsept,register,variabel,kategori,etikett,regel,mal,verdi,lesning,antall";
    private const string SetAsideHeader = "fil,linje,kolonne,kode,grunn";

    /// <summary>File names and contents. They are the analyst's own: one row a person.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Of(HarmonisedData data) =>
        [
            (data.Participants.FileName, DatasetWriter.ToBytes(data.Participants)),
            ("omkoding.csv", Lines(RuleHeader, data.Rules.Select(Cells))),
            ("satt-til-side.csv", Lines(SetAsideHeader, data.SetAside.Select(Cells))),
        ];

    private static IEnumerable<string> Cells(RuleCount count) =>
        [
            count.Rule.Place.File,
            count.Rule.Place.Line.ToText(),
            count.Rule.Table.ToText(),
            count.Rule.Row.ToText(),
            count.Rule.Concept,
            count.Rule.Register,
            string.Join(';', count.Rule.Variables),
            count.Rule.Category,
            count.Rule.Label,
            count.Rule.Kind,
            count.Rule.Target,
            count.Rule.Value,
            count.Rule.Reading,
            count.Records.ToText(),
        ];

    private static IEnumerable<string> Cells(SetAsideRecord record) =>
        [
            record.Place.File,
            record.Place.Line.ToText(),
            record.Place.Column.ToText(),
            record.Code,
            ToolTexts.Get(record.Code, [.. record.Arguments]),
        ];

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
