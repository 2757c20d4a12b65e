using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Reconciliation;

/// <summary>Prints the comparison as plain text: a line for each published number, then a line for each class, the verdict, and the number of lines by verdict.</summary>
public static class ReconciliationPrinter
{
    private const int ExtraDecimals = 2;
    private const int MostDecimals = 6;

    /// <summary>Prints. Numbers have decimal point, as in the data files.</summary>
    public static void Write(ReconciliationResult result, TextWriter writer)
    {
        string[] heads = [.. "id,sted,publisert,vaart,fra,til,dom,tekst".Split(',').Select(h => ToolTexts.Get("avstemming.kolonne." + h))];
        string[][] rows = [heads, .. result.Lines.Select(Cells)];
        int[] widths = [.. heads.Select((_, c) => rows.Max(r => r[c].Length))];
        foreach (var row in rows)
        {
            writer.WriteLine(
                string.Join("  ", row.Select((cell, c) => c is >= 2 and <= 5 ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c])))
                    .TrimEnd()
            );
        }

        writer.WriteLine();
        foreach (var summary in result.Classes)
        {
            writer.WriteLine(
                ToolTexts.Get(
                    summary.Class.RequiredPercentage == 0 ? "avstemming.klasse.uten_krav"
                        : summary.Holds ? "avstemming.klasse.holder"
                        : "avstemming.klasse.holder_ikke",
                    summary.Class.Text,
                    summary.Inside,
                    summary.Count,
                    summary.Class.RequiredPercentage.ToText()
                )
            );
        }

        writer.WriteLine(
            ToolTexts.Get("avstemming.utenom", Count(ReconciliationVerdict.NotReconciled), Count(ReconciliationVerdict.NotComputable))
        );
        writer.WriteLine(ToolTexts.Get(result.Holds ? "avstemming.holder" : "avstemming.holder_ikke"));
        writer.WriteLine(
            ToolTexts.Get(
                "avstemming.linjer",
                result.Lines.Count,
                Count(ReconciliationVerdict.Inside),
                Count(ReconciliationVerdict.Outside),
                Count(ReconciliationVerdict.NoValue),
                Count(ReconciliationVerdict.NotReconciled),
                Count(ReconciliationVerdict.NotComputable)
            )
        );

        int Count(ReconciliationVerdict verdict) => result.Lines.Count(l => l.Verdict == verdict);
    }

    private static string[] Cells(ReconciliationLine line) =>
        [
            line.Id,
            line.Place,
            Number(line.Published, line.Decimals),
            Number(line.Ours, line.Decimals + ExtraDecimals),
            Number(line.Lowest, line.Decimals + ExtraDecimals),
            Number(line.Highest, line.Decimals + ExtraDecimals),
            ToolTexts.Get("avstemming.dom." + line.Verdict.ToString().ToLowerInvariant()),
            line.Reason.Length == 0 ? line.Text : $"{line.Text} – {line.Reason}",
        ];

    private static string Number(double? value, int decimals) =>
        value is { } number ? (Math.Round(number, Math.Min(decimals, MostDecimals)) + 0.0).ToText() : string.Empty;
}
