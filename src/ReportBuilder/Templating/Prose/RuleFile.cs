using CsvHelper;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Templating.Prose;

/// <summary>
/// Reads a small CSV file beside the templates that its authors extend. The file is optional. A line without the right number of fields is
/// RB3434.
/// </summary>
internal static class RuleFile
{
    /// <summary>The lines after the heading, with their places; null when there is no such file.</summary>
    public static IReadOnlyList<(SourcePlace Place, string[] Fields)>? Read(
        string folder,
        string name,
        string shownAs,
        string[] heading,
        DiagnosticBag diagnostics
    )
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path) || InputFile.Read(path, shownAs + "/" + name, diagnostics) is not { } input)
        {
            return null;
        }

        var lines = new List<(SourcePlace Place, string[] Fields)>();
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = r => Report(new SourcePlace(input.ShownAs, (int)r.LineNumber, 1), r.RawRecord, heading, diagnostics),
        };
        using var reader = CsvReader.Create(input.Bytes, options);
        while (reader.Read())
        {
            var place = new SourcePlace(input.ShownAs, (int)reader.LineNumber, 1);
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())];
            if (fields.Length != heading.Length || fields.Any(f => f.Length == 0))
            {
                Report(place, string.Join(',', fields), heading, diagnostics);
            }
            else if (!fields.SequenceEqual(heading))
            {
                lines.Add((place, fields));
            }
        }

        return lines;
    }

    private static void Report(SourcePlace place, string found, string[] heading, DiagnosticBag diagnostics) =>
        diagnostics.Add(Diagnostic.Error("RB3434", place, string.Join(',', heading)) with { Found = found });
}
