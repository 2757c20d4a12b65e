using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Editions.Published;

namespace ReportBuilder.Commands;

/// <summary>What the user asked of <c>import-edition</c>.</summary>
/// <param name="Folder">Folder of the transcribed publication; what is made is written to it.</param>
/// <param name="KnownEdition">An edition of ours whose ids the mapping may name; null when it is not to be held against one.</param>
public sealed record ImportEditionOptions(string Folder, string? KnownEdition);

/// <summary>Makes the edition of a publication that another tool made, from its transcribed tables and statements.</summary>
public static class ImportEditionCommand
{
    /// <summary>Reads, writes and sums up. Exit code 0, or 2 when something is wrong; then nothing is written.</summary>
    public static int Run(ImportEditionOptions options, RunConsole console)
    {
        var bag = new DiagnosticBag();
        var shownAs = ShownPath.Of(options.Folder);
        if (Import(options, shownAs, bag) is { } import)
        {
            var files = PublishedFiles.Of(import);
            try
            {
                AtomicOutput.Write(options.Folder, files);
                foreach (var line in Summary(import).Concat(files.Select(f => ToolTexts.Get("published.wrote", shownAs + "/" + f.Name))))
                {
                    console.Line(line);
                }

                return ExitCodes.Done;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                bag.Add(Diagnostic.Error("RB1101", new SourcePlace(shownAs), exception.Message));
            }
        }

        console.Show(bag);
        console.Line(ToolTexts.Get("published.failed", shownAs, bag.ErrorCount));
        return ExitCodes.BadInput;
    }

    private static PublishedImport? Import(ImportEditionOptions options, string shownAs, DiagnosticBag bag)
    {
        if (options.KnownEdition is not { } path)
        {
            return EditionImporter.Import(options.Folder, shownAs, known: null, bag);
        }

        return EditionReader.Read(path, ShownPath.Of(path), bag) is { } edition
            ? EditionImporter.Import(
                options.Folder,
                shownAs,
                edition.Quantities.ToDictionary(p => p.Key, p => p.Value.Unit, StringComparer.Ordinal),
                bag
            )
            : null;
    }

    private static IEnumerable<string> Summary(PublishedImport import)
    {
        var mapped = import.Cells - import.Unmapped.Count;
        yield return ToolTexts.Get("published.cells", Number(import.Cells), Number(mapped), Number(import.Edition.Quantities.Count));
        yield return ToolTexts.Get("published.tried", Number(import.Agreements), Number(import.Contradictions.Count));
        foreach (var contradiction in import.Contradictions)
        {
            yield return ToolTexts.Get(
                "published.contradiction",
                contradiction.Statement.Key.Source,
                contradiction.Id,
                contradiction.Remark
            );
        }

        yield return ToolTexts.Get("published.unmapped", Number(import.Unmapped.Count));
        foreach (
            var (reason, count) in import
                .Unmapped.CountBy(p => p.Line.Reason, StringComparer.Ordinal)
                .OrderByDescending(p => p.Value)
                .ThenBy(p => p.Key, StringComparer.Ordinal)
        )
        {
            yield return ToolTexts.Get("published.reason", reason, Number(count));
        }
    }

    private static string Number(int value) => NorwegianNumberText.Number(value, 0);
}
