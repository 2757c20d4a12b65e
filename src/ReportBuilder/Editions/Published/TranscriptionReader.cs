using System.Globalization;
using System.Text.RegularExpressions;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Published;

/// <summary>
/// Reads the numbers of a transcribed publication: the tables of numbers in <c>tables/</c> and the statements in <c>figures.csv</c>. Tables of words have other columns, and are passed over.
/// </summary>
internal static partial class TranscriptionReader
{
    /// <summary>Folder of the tables within the edition.</summary>
    public const string TableFolder = "tables";

    /// <summary>File of the statements.</summary>
    public const string StatementFile = "figures.csv";

    // A table of words shares no more than two columns with a table of numbers.
    private const int MostMissing = 2;

    private static readonly string[] TableColumns = ["table", "row", "column", "value", "unit", "raw"];
    private static readonly string[] StatementColumns =
    [
        "id",
        "figure_or_section",
        "quantity",
        "scheme",
        "category",
        "value",
        "unit",
        "raw_phrase_key",
    ];

    /// <summary>The files of an edition that hold numbers or may do so, tables first, each in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string folder)
    {
        var tables = Path.Combine(folder, TableFolder);
        IEnumerable<string> names = Directory.Exists(tables)
            ? Directory
                .EnumerateFiles(tables, "*.csv")
                .Select(path => TableFolder + "/" + Path.GetFileName(path))
                .Order(StringComparer.Ordinal)
            : [];
        return [.. names, StatementFile];
    }

    /// <summary>All numbers, in the order of the files; null when something is wrong with them (RB2001–RB2016, RB7020, RB7021, RB7037, RB7038).</summary>
    public static IReadOnlyList<PublishedCell>? Read(string folder, string shownAs, DiagnosticBag bag)
    {
        var errors = bag.ErrorCount;
        var cells = new List<PublishedCell>();
        foreach (var name in Files(folder))
        {
            var (path, shown) = (Path.Combine(folder, name), shownAs + "/" + name);
            cells.AddRange(name == StatementFile ? Statements(path, shown, bag) : Table(path, shown, bag));
        }

        if (bag.ErrorCount == errors && !cells.Exists(c => c.IsInTable))
        {
            bag.Add(Diagnostic.Error("RB7020", new SourcePlace(shownAs + "/" + TableFolder)));
        }

        foreach (var cell in cells.Where(c => c.IsInTable && !IsAsPrinted(c)))
        {
            bag.Add(Diagnostic.Error("RB7037", cell.Place) with { Found = cell.Value!.Value.ToText(), Expected = cell.Printed });
        }

        foreach (var twice in cells.GroupBy(c => c.Key).SelectMany(g => g.Skip(1)))
        {
            bag.Add(Diagnostic.Error("RB7021", twice.Place, twice.Key.ToString()));
        }

        return bag.ErrorCount > errors ? null : cells;
    }

    private static IEnumerable<PublishedCell> Table(string path, string shownAs, DiagnosticBag bag)
    {
        if (!HasNumbers(path, shownAs, bag) || CsvSheet.Read(path, shownAs, TableColumns, bag) is not { } sheet)
        {
            return [];
        }

        var source = Path.GetFileNameWithoutExtension(path);
        return
        [
            .. sheet.Rows.Select(row => new PublishedCell
            {
                Key = new CellKey(source, row["row"].Text, row["column"].Text, row["unit"].Text),
                Where = ToolTexts.Get("published.table", row["table"].Text),
                What = $"{row["row"].Text} | {row["column"].Text}",
                Printed = row["raw"].Text,
                Value = Number(row["value"], bag),
                Decimals = DecimalsOf(row["value"].Text),
                IsInTable = true,
                Place = row["value"].Place,
            }),
        ];
    }

    private static IEnumerable<PublishedCell> Statements(string path, string shownAs, DiagnosticBag bag) =>
        CsvSheet.Read(path, shownAs, StatementColumns, bag) is not { } sheet
            ? []
            :
            [
                .. sheet.Rows.Select(row => new PublishedCell
                {
                    Key = new CellKey(row["id"].Text, string.Empty, string.Empty, row["unit"].Text),
                    Where = row["figure_or_section"].Text,
                    What = string.Join(
                        " | ",
                        new[] { row["quantity"].Text, row["scheme"].Text, row["category"].Text }.Where(part => part.Length > 0)
                    ),
                    Printed = row["raw_phrase_key"].Text,
                    Value = Number(row["value"], bag),
                    Decimals = DecimalsOf(row["value"].Text),
                    IsInTable = false,
                    Place = row["value"].Place,
                }),
            ];

    private static bool HasNumbers(string path, string shownAs, DiagnosticBag bag)
    {
        if (InputFile.Read(path, shownAs, bag) is not { } input || DelimitedFile.Open(input, bag) is not { } file)
        {
            return false;
        }

        using (file)
        {
            string[] missing = [.. TableColumns.Where(c => !file.Header.Contains(c))];
            if (missing.Length is > 0 and <= MostMissing)
            {
                bag.Add(
                    Diagnostic.Error("RB7038", new SourcePlace(shownAs, 1), string.Join(", ", missing)) with
                    {
                        Found = string.Join(", ", file.Header),
                    }
                );
            }

            return missing.Length == 0;
        }
    }

    /// <summary>True when the number is one of those that stand in what is printed, whatever the sign; and when nothing is printed to hold it against.</summary>
    private static bool IsAsPrinted(PublishedCell cell) =>
        cell.Value is not { } value
        || cell.Printed.Length == 0
        || PrintedNumber()
            .Matches(cell.Printed)
            .Any(m =>
                double.TryParse(
                    Blank().Replace(m.Value, string.Empty).Replace(',', '.'),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var printed
                ) && printed.Equals(Math.Abs(value))
            );

    [GeneratedRegex(@"\d{1,3}(\s\d{3})+(,\d+)?|\d+(,\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PrintedNumber();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    private static double? Number(CsvSheetCell cell, DiagnosticBag bag) => cell.Text.Length == 0 ? null : cell.Number(bag);

    private static int DecimalsOf(string text) => text.Split('.') is [_, var digits] ? digits.Length : 0;
}
