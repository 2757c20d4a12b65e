using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Published;

/// <summary>Reads the mapping from printed numbers to quantities, and says all that is wrong with its lines.</summary>
internal static class MappingReader
{
    /// <summary>File of the mapping within the edition.</summary>
    public const string FileName = "avbildning.csv";

    private static readonly string[] Columns =
    [
        "kilde",
        "rad",
        "kolonne",
        "enhet",
        "id",
        "mot",
        "storrelse",
        "lesning",
        "slingring",
        "grunn",
        "merknad",
    ];

    /// <summary>The lines in the order of the file; null when something is wrong (RB2001–RB2016, RB7022–RB7027).</summary>
    public static IReadOnlyList<MappingLine>? Read(string folder, string shownAs, DiagnosticBag bag)
    {
        var errors = bag.ErrorCount;
        if (CsvSheet.Read(Path.Combine(folder, FileName), shownAs + "/" + FileName, Columns, bag) is not { } sheet)
        {
            return null;
        }

        MappingLine[] lines = [.. sheet.Rows.Select(row => Line(row, bag))];
        return bag.ErrorCount > errors ? null : lines;
    }

    private static MappingLine Line(CsvSheetRow row, DiagnosticBag bag)
    {
        var (ids, minus) = (PublishedWords.List(row["id"], bag), PublishedWords.List(row["mot"], bag));
        var line = new MappingLine
        {
            Key = new CellKey(row["kilde"].Text, row["rad"].Text, row["kolonne"].Text, row["enhet"].Text),
            Ids = ids,
            Minus = minus.Count > 0 ? minus[0] : null,
            Unit = ids.Count > 0 ? PublishedWords.Find(row["storrelse"], PublishedWords.Units, bag) : default,
            Reading = PublishedWords.Find(row["lesning"], PrintedReadings.ByWord, bag),
            Slack = row["slingring"].Text.Length == 0 ? null : row["slingring"].Number(bag),
            Reason = row["grunn"].Text,
            Remark = row["merknad"].Text,
            Place = row["kilde"].Place,
        };
        Check(line, row, bag);
        if (minus.Count > 0 && (ids.Count != 1 || minus.Count != 1))
        {
            bag.Add(Diagnostic.Error("RB7026", row["mot"].Place));
        }

        return line;
    }

    private static void Check(MappingLine line, CsvSheetRow row, DiagnosticBag bag)
    {
        if (line.IsMapped == line.Reason.Length > 0)
        {
            bag.Add(Diagnostic.Error("RB7024", line.Place));
        }

        if (line.Slack is not null ? !(line.Slack > 0 && line.Reading.TakesSlack()) : line.Reading.NeedsSlack())
        {
            bag.Add(Diagnostic.Error("RB7025", row["slingring"].Place) with { Found = row["slingring"].Text });
        }
    }
}
