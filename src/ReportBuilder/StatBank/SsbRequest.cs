using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>Codes asked for in one variable of a table.</summary>
/// <param name="Variable">Code of the variable.</param>
/// <param name="Codes">Codes, labels in guillemets, or patterns: <c>?</c> stands for one character, <c>*</c> for any number.</param>
/// <param name="IsVerified">True when the codes have been seen in use; the others are most likely to be refused by the metadata.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SsbChoice(string Variable, IReadOnlyList<string> Codes, bool IsVerified, SourcePlace Place);

/// <summary>What is fetched from one table; the year is given when it is fetched.</summary>
/// <param name="Table">Number of the table, five digits.</param>
/// <param name="Choices">Codes by variable.</param>
public sealed record SsbRequest(string Table, IReadOnlyList<SsbChoice> Choices)
{
    private static readonly string[] Columns = ["tabell", "variabel", "koder", "kontrollert"];

    /// <summary>
    /// Reads what to fetch, one line for each table and variable (<c>data/ssb-tabeller.csv</c>). Null when it cannot be used: RB2001–RB2016, a
    /// line that cannot be read (RB2319), a variable given twice (RB2311).
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">The file as shown to the user.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static IReadOnlyList<SsbRequest>? Read(string path, string shownAs, DiagnosticBag bag)
    {
        if (CsvSheet.Read(path, shownAs, Columns, bag) is not { } sheet)
        {
            return null;
        }

        var errors = bag.ErrorCount;
        var requests = sheet
            .Rows.Select(r => (Table: TableOf(r["tabell"], bag), Choice: ChoiceOf(r, bag)))
            .GroupBy(l => l.Table, l => l.Choice)
            .Select(g => new SsbRequest(g.Key, [.. g]))
            .ToList();
        foreach (var request in requests)
        {
            foreach (var twice in request.Choices.GroupBy(c => c.Variable).SelectMany(g => g.Skip(1)))
            {
                bag.Add(Diagnostic.Error("RB2311", twice.Place, twice.Variable));
            }
        }

        return bag.ErrorCount > errors ? null : requests;
    }

    private static string TableOf(CsvSheetCell cell, DiagnosticBag bag)
    {
        if (cell.Text.Length != 5 || !cell.Text.All(char.IsAsciiDigit))
        {
            Refuse(cell, ToolTexts.Get("statbank.expected.table"), bag);
        }

        return cell.Text;
    }

    private static SsbChoice ChoiceOf(CsvSheetRow row, DiagnosticBag bag)
    {
        var (variable, codes, verified) = (row["variabel"], row["koder"], row["kontrollert"]);
        if (variable.Text.Length == 0 || variable.Text == TableCells.TimeVariable)
        {
            Refuse(variable, ToolTexts.Get("statbank.expected.variable"), bag);
        }

        var list = FactSelection.Split(codes.Text, ',');
        if (list.Contains(string.Empty) || list.Exists(c => c.AsSpan().ContainsAny("()[]")))
        {
            Refuse(codes, ToolTexts.Get("statbank.expected.codes"), bag);
        }

        if (verified.Text is not ("ja" or "nei"))
        {
            Refuse(verified, "ja, nei", bag);
        }

        return new SsbChoice(variable.Text, list, verified.Text == "ja", codes.Place);
    }

    private static void Refuse(CsvSheetCell cell, string expected, DiagnosticBag bag) =>
        bag.Add(Diagnostic.Error("RB2319", cell.Place) with { Found = cell.Text, Expected = expected });
}
