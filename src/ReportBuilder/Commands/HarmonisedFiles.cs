using System.Globalization;
using System.Text;
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
            Number(count.Rule.Place.Line),
            Number(count.Rule.Table),
            Number(count.Rule.Row),
            count.Rule.Concept,
            count.Rule.Register,
            string.Join(';', count.Rule.Variables),
            count.Rule.Category,
            count.Rule.Label,
            count.Rule.Kind,
            count.Rule.Target,
            count.Rule.Value,
            count.Rule.Reading,
            Number(count.Records),
        ];

    private static IEnumerable<string> Cells(SetAsideRecord record) =>
        [
            record.Place.File,
            Number(record.Place.Line),
            Number(record.Place.Column),
            record.Code,
            ToolTexts.Get(record.Code, [.. record.Arguments]),
        ];

    private static byte[] Lines(string header, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n\r") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
