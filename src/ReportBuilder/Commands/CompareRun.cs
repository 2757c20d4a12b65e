using System.Text;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Commands;

/// <summary>
/// <c>compare</c>: two editions → what differs, held against the signed explanations. Tells it on the terminal; writes it for machines, as a page and as an annex when asked, and a draft of
/// explanations. Nothing is written before everything is whole.
/// </summary>
public sealed class CompareRun
{
    private const string DefaultConfig = "report.yaml";
    private const int MostMisfits = 10;
    private readonly RunConsole _console;
    private readonly CompareOptions _options;
    private readonly DiagnosticBag _bag = new();

    /// <summary>Makes a run.</summary>
    public CompareRun(RunConsole console, CompareOptions options)
    {
        _console = console;
        _options = options;
    }

    /// <summary>Runs to the end. Exit code 0 when nothing differs or all is explained, 1 when there is something to explain, 2 when there are errors.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var report = ReadSettings();
        // It starts while editions are read and compared.
        await using var typesetter = _options.OutputFolder is null || _options.IsWithoutAnnex || _bag.HasErrors ? null : Typesetter(report);
        var settings = report?.Comparison ?? ComparisonSettings.Default;
        if (
            _bag.HasErrors
            || await ComparedEditions.ReadAsync(Given(_options.Old), Given(_options.New), History(settings), _bag) is not { } editions
        )
        {
            return Refuse();
        }

        var result = editions.Compare(settings);
        if (result.Old.Origin.Name == result.New.Origin.Name)
        {
            _bag.Add(Diagnostic.Warning("RB7046", new SourcePlace(_options.New)) with { Found = result.New.Origin.Name });
        }

        var explanations = ComparisonExplanations.Read(_options, settings, result, _bag);
        if (_bag.HasErrors)
        {
            return Refuse();
        }

        var explained = ExplanationMatch.Of(result, explanations.File?.Explanations ?? []);
        var content = ComparisonPageContent.Read(report is null ? ComparisonTemplates.OfTool : ComparisonTemplates.Of(report), _bag) with
        {
            OldDrawings = EditionDrawings.Beside(Path.GetFullPath(_options.Old), _options.Old),
            NewDrawings = EditionDrawings.Beside(Path.GetFullPath(_options.New), _options.New),
            OldGround = editions.OldGround,
            NewGround = editions.NewGround,
            Tolerances = settings.Tolerances,
        };
        var lines = new CompareSummary(explained, content).Lines(isExplained: explanations.File is not null);
        IReadOnlyList<(string Name, byte[] Content)> files = _options.OutputFolder is null
            ? []
            : await ComparisonFiles.MakeAsync(explained, content, report, typesetter, _bag, cancellation);
        var draft = _options.Draft is null ? null : ExplanationDraft.Of(result, explanations.File, explanations.Text);
        if (_bag.HasErrors || !Write(files, draft))
        {
            return Refuse();
        }

        _console.Show(_bag);
        _console.Show(Misfits(explained));
        foreach (var line in explanations.Notes.Concat(lines).Concat(Written(files, draft)))
        {
            _console.Line(line);
        }

        return explained.IsSettled ? ExitCodes.Done : ExitCodes.Differs;
    }

    private static NodeTypesetter Typesetter(ReportSettings? report)
    {
        var options = new NodeTypesetterOptions();
        return NodeTypesetter.Start(report is null ? options : options with { TimeLimit = report.TypesettingLimit });
    }

    private static EditionReference Given(string path) => new(Path.GetFullPath(path), path);

    /// <summary>The settings named, those that lie here, or none.</summary>
    private ReportSettings? ReadSettings()
    {
        var file = _options.ConfigFile ?? (File.Exists(DefaultConfig) ? DefaultConfig : null);
        return file is null ? null : SettingsReader.Read(Path.GetFullPath(file), file, _bag, needsData: false);
    }

    private IReadOnlyList<EditionReference> History(ComparisonSettings settings) =>
        _options.History.Count > 0 ? [.. _options.History.Select(Given)] : settings.Against;

    /// <summary>Explanations that do not hold, a line each. A draft mends them, and tells of it.</summary>
    private DiagnosticBag Misfits(ExplainedComparison explained)
    {
        var bag = new DiagnosticBag(MostMisfits);
        bag.AddRange(_options.Draft is null ? ExplanationCheck.OfFit(explained, Severity.Warning) : []);
        return bag;
    }

    private bool Write(IReadOnlyList<(string Name, byte[] Content)> files, ExplanationDraft? draft)
    {
        var place = _options.OutputFolder;
        try
        {
            if (_options.OutputFolder is { } folder)
            {
                AtomicOutput.Write(Path.GetFullPath(folder), files);
            }

            if (draft is not null)
            {
                place = _options.Draft;
                var path = Path.GetFullPath(_options.Draft!);
                AtomicOutput.Write(Path.GetDirectoryName(path)!, [(Path.GetFileName(path), Encoding.UTF8.GetBytes(draft.Text))]);
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _bag.Add(Diagnostic.Error("RB7042", new SourcePlace(place!), exception.Message));
            return false;
        }
    }

    private IEnumerable<string> Written(IReadOnlyList<(string Name, byte[] Content)> files, ExplanationDraft? draft)
    {
        foreach (var (name, _) in files)
        {
            yield return ToolTexts.Get("run.wrote", Path.Combine(_options.OutputFolder!, name));
        }

        if (draft is not null)
        {
            yield return ToolTexts.Get("compare.draft", _options.Draft, draft.Kept, draft.Renewed, draft.Added, draft.Dropped.Count);
            foreach (var entry in draft.Dropped)
            {
                yield return ToolTexts.Get("compare.draft.dropped", entry.Pattern, Signature(entry));
            }
        }
    }

    private static string Signature(ExplanationTarget entry) =>
        entry is Explanation signed
            ? ToolTexts.Get("compare.draft.signed", signed.SignedBy, signed.Date.ToText())
            : ToolTexts.Get("compare.draft.unsigned");

    private int Refuse()
    {
        _console.Show(_bag);
        _console.Line(ToolTexts.Get("compare.failed", _bag.ErrorCount, _bag.WarningCount));
        return ExitCodes.BadInput;
    }
}
