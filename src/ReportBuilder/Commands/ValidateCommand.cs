using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Commands;

/// <summary>What the user asked of <c>validate</c>.</summary>
/// <param name="File">The harmonised dataset, CSV or Parquet by its extension.</param>
/// <param name="SchemaFile">The declared columns.</param>
/// <param name="MunicipalityFolder">Folder with <c>kommuner.csv</c> and <c>kommuneendringer.csv</c>.</param>
public sealed record ValidateOptions(string File, string SchemaFile, string MunicipalityFolder);

/// <summary>
/// Checks a harmonised dataset and says what is in it: rows by scheme and year, places, missing values by column. Numbers of rows only, never a
/// property or an outcome, so nothing of it is hidden: what is shown tells nothing of a person.
/// </summary>
public static class ValidateCommand
{
    /// <summary>Reads, reports and counts. Exit code 0, or 2 when the file has errors.</summary>
    public static async Task<int> RunAsync(ValidateOptions options, RunConsole console, DiagnosticBag bag)
    {
        var data = await ReadAsync(options, bag);
        console.Show(bag);
        if (data is null || bag.HasErrors)
        {
            console.Line(ToolTexts.Get("validate.failed", options.File, bag.ErrorCount, bag.WarningCount));
            return ExitCodes.BadInput;
        }

        foreach (var line in DatasetSummary.Lines(data))
        {
            console.Line(line);
        }

        console.Line(ToolTexts.Get("validate.done", options.File, bag.WarningCount));
        return ExitCodes.Done;
    }

    private static async Task<Dataset?> ReadAsync(ValidateOptions options, DiagnosticBag bag)
    {
        if (DataGround.Read(options.SchemaFile, options.MunicipalityFolder, bag) is not { } ground)
        {
            return null;
        }

        var data = await DatasetFile.ReadAsync(options.File, options.File, ground.Schema, ground.Municipalities, bag);
        if (data is { IsSynthetic: true } && data.SyntheticCount < data.RowCount)
        {
            bag.Add(Diagnostic.Error("RB2022", new SourcePlace(options.File), data.SyntheticCount.ToText(), data.RowCount.ToText()));
        }

        return data;
    }
}

/// <summary>Says in a few lines what a dataset holds.</summary>
internal static class DatasetSummary
{
    /// <summary>The lines, without line breaks.</summary>
    public static IEnumerable<string> Lines(Dataset data)
    {
        yield return ToolTexts.Get("validate.rows", Number(data.RowCount), Number(data.Columns.Count));
        if (data.IsSynthetic)
        {
            yield return ToolTexts.Get("validate.synthetic", Number(data.SyntheticCount));
        }

        yield return ToolTexts.Get("validate.fingerprint", data.Fingerprint);
        foreach (var line in ByScheme(data))
        {
            yield return line;
        }

        yield return ToolTexts.Get(
            "validate.places",
            Number(Distinct(data, ColumnRole.Municipality)),
            Number(Distinct(data, ColumnRole.Project))
        );
        foreach (var line in Missing(data))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> ByScheme(Dataset data)
    {
        var scheme = data.Codes(data.Schema.WithRole(ColumnRole.Scheme)!.Name);
        var years = data.Numbers(data.Schema.WithRole(ColumnRole.Year)!.Name);
        var counts = Enumerable
            .Range(0, data.RowCount)
            .CountBy(row => (Scheme: scheme.Indices[row], Year: (int)years.Values[row]))
            .ToDictionary(p => p.Key, p => p.Value);
        int[] shown = [.. counts.Keys.Select(k => k.Year).Distinct().Order()];
        for (var s = 0; s < scheme.Levels.Count; s++)
        {
            var of = shown.Select(year => counts.GetValueOrDefault(((sbyte)s, year))).ToList();
            var byYear = string.Join(" · ", shown.Zip(of, (year, n) => ToolTexts.Get("validate.year", year.ToText(), Number(n))));
            yield return ToolTexts.Get("validate.scheme", scheme.Levels[s].Token, Number(of.Sum()), byYear);
        }
    }

    private static IEnumerable<string> Missing(Dataset data)
    {
        var missing = data.Columns.Where(c => c.MissingCount > 0).ToList();
        yield return ToolTexts.Get(missing.Count == 0 ? "validate.complete" : "validate.missing");
        foreach (var column in missing)
        {
            var percent = NorwegianNumberText.Number(100.0 * column.MissingCount / data.RowCount, 1);
            yield return column.MissingCount == data.RowCount
                ? ToolTexts.Get("validate.missing.all", column.Declared.Name)
                : ToolTexts.Get("validate.missing.column", column.Declared.Name, Number(column.MissingCount), percent);
        }
    }

    private static int Distinct(Dataset data, ColumnRole role) => data.Texts(data.Schema.WithRole(role)!.Name).DistinctCount;

    private static string Number(int value) => NorwegianNumberText.Number(value, 0);
}
