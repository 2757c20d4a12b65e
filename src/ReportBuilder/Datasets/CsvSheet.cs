using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>A small table of facts or parameters, wholly in memory, each cell with its place.</summary>
/// <param name="ShownAs">The path as shown to the user.</param>
/// <param name="Rows">Rows with the right number of fields.</param>
internal sealed record CsvSheet(string ShownAs, IReadOnlyList<CsvSheetRow> Rows)
{
    /// <summary>Reads the named columns, or null when the file is not usable; what is wrong is in the bag. Other columns are ignored.</summary>
    public static CsvSheet? Read(string path, string shownAs, IReadOnlyList<string> columns, DiagnosticBag bag)
    {
        if (InputFile.Read(path, shownAs, bag) is not { } input || DelimitedFile.Open(input, bag) is not { } file)
        {
            return null;
        }

        using (file)
        {
            var map = file.Match(columns, allowOthers: true);
            var rows = new List<CsvSheetRow>();
            while (file.Read())
            {
                var cells = new CsvSheetCell[columns.Count];
                for (var i = 0; i < map.Length; i++)
                {
                    if (map[i] >= 0)
                    {
                        cells[map[i]] = new CsvSheetCell(file.Text(i), file.Place(i));
                    }
                }

                rows.Add(new CsvSheetRow(columns, cells));
            }

            return file.ErrorCount > 0 ? null : new CsvSheet(shownAs, rows);
        }
    }
}

/// <summary>One cell and where it stands.</summary>
internal readonly record struct CsvSheetCell(string Text, SourcePlace Place)
{
    /// <summary>The cell as a finite number; otherwise reports RB2010 and gives null.</summary>
    public double? Number(DiagnosticBag bag)
    {
        if (Invariant.TryReadNumber(Text, out var value))
        {
            return value;
        }

        bag.Add(Diagnostic.Error("RB2010", Place) with { Found = Text, Expected = ToolTexts.Get("data.expected.decimal") });
        return null;
    }

    /// <summary>The cell as a whole number; otherwise reports RB2010 and gives null.</summary>
    public int? Integer(DiagnosticBag bag)
    {
        if (Invariant.TryReadNumber(Text, out var value) && value == Math.Truncate(value) && Math.Abs(value) <= int.MaxValue)
        {
            return (int)value;
        }

        bag.Add(Diagnostic.Error("RB2010", Place) with { Found = Text, Expected = ToolTexts.Get("data.expected.integer") });
        return null;
    }
}

/// <summary>One row, its cells found by column name.</summary>
internal sealed class CsvSheetRow(IReadOnlyList<string> columns, CsvSheetCell[] cells)
{
    /// <summary>The cell of a column that was asked for when the sheet was read.</summary>
    public CsvSheetCell this[string column] => cells[columns.IndexOf(column)];
}
