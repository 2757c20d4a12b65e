using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Accounts;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Tables;

namespace ReportBuilder.Commands;

/// <summary>
/// The editions that a new one is held against. That is done twice. The numbers are compared before the text is made, since the text tells of their revisions; numbers of that account are
/// themselves never compared. What the text claims, and the captions and numbers of tables and figures, are known only after it: then everything is compared, and a release is refused
/// when something is not explained. No pattern names both numbers and text, so that an explanation that holds for numbers the first time holds the second time too.
/// </summary>
internal sealed class EarlierEditions
{
    private readonly ReportSettings _report;
    private readonly Edition _last;
    private readonly IReadOnlyList<Edition> _history;
    private ExplanationFile? _explanations;
    private readonly DateOnly? _lastDate;
    private string? _note;

    private EarlierEditions(ReportSettings report, Edition last, IReadOnlyList<Edition> history, DateOnly? lastDate)
    {
        _report = report;
        _last = last;
        _history = history;
        _lastDate = lastDate;
    }

    /// <summary>
    /// Reads the editions and the explanations; null when the settings name none, or when something is wrong, and the bag says what: what the readers find, RB7043 for an edition that
    /// the report would be written over, and for a release RB7046 for an edition of the same name and RB7066 for explanations of other editions.
    /// </summary>
    /// <param name="report">The settings.</param>
    /// <param name="outputFolder">Where the new edition is to be written.</param>
    /// <param name="isRelease">True when what is not in order is a fault; otherwise the user is told.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static EarlierEditions? Read(ReportSettings report, string outputFolder, bool isRelease, DiagnosticBag bag)
    {
        var against = report.Comparison.Against;
        bag.AddRange(
            against
                .Where(e => IsWrittenOver(e.Path, outputFolder))
                .Select(e => Diagnostic.Error("RB7043", e.Place) with { Found = e.ShownAs })
        );
        var editions = against.Select(e => EditionReader.Read(e.Path, e.ShownAs, bag)).ToList();
        foreach (var (edition, reference) in editions.Zip(against).Where(e => e.First?.Origin.Name == report.Edition))
        {
            var fault = Diagnostic.Error("RB7046", reference.Place) with { Found = report.Edition };
            bag.Add(isRelease ? fault : fault with { Severity = Severity.Warning });
        }

        if (editions.Count == 0 || editions.Contains(null))
        {
            return null;
        }

        var ground = EditionGroundReader.Read(against[^1].Path, against[^1].ShownAs, bag);
        var earlier = new EarlierEditions(report, editions[^1]!, [.. editions.SkipLast(1).Select(e => e!)], ground?.Date);
        earlier.ReadExplanations(isRelease, bag);
        return earlier;
    }

    /// <summary>True when a folder of results is that of an edition, by whatever way: what the report writes would take the place of what it is held against.</summary>
    private static bool IsWrittenOver(string edition, string outputFolder)
    {
        var file = Directory.Exists(edition) ? Path.Combine(edition, EditionFolder.EditionFile) : edition;
        var folder = Path.GetDirectoryName(file)!;
        return RealPath.AreSame(folder, outputFolder)
            || RealPath.AreSame(file, Path.Combine(outputFolder, EditionFolder.EditionFile))
            || RealPath.AreSame(Path.Combine(folder, EditionFolder.DrawingFolder), Path.Combine(outputFolder, EditionFolder.DrawingFolder));
    }

    /// <summary>The explanations of these very editions. The file is made from the first comparison («compare --draft»), which comes after the first run.</summary>
    private void ReadExplanations(bool isRelease, DiagnosticBag bag)
    {
        if (_report.Comparison.Explanations is not { } file)
        {
            return;
        }

        if (!File.Exists(file.Path))
        {
            _note = MissingExplanations.Line(file);
            return;
        }

        var found = new DiagnosticBag();
        var explanations = ExplanationReader.Read(file.Path, file.ShownAs, found);
        // Entries that nobody has signed are otherwise only counted.
        bag.AddRange(found.Sorted().Where(d => isRelease || d.Severity == Severity.Error));
        if (explanations is null || explanations.IsFor(_last.Origin.Name, _report.Edition))
        {
            _explanations = explanations;
            return;
        }

        _note = ToolTexts.Get("compare.explanations.others", file.ShownAs, explanations.Old, explanations.New);
        bag.AddRange(isRelease ? ExplanationCheck.OfEditions(explanations, _last.Origin.Name, _report.Edition, file.ShownAs) : []);
    }

    /// <summary>An analysis with the account of its revisions: numbers and tables.</summary>
    /// <param name="earlier">The editions; null for none, and then the account says that there are none.</param>
    /// <param name="analysis">The numbers.</param>
    public static Analysis Account(EarlierEditions? earlier, Analysis analysis)
    {
        var account = earlier is null ? null : RevisionAccount.Of(earlier.Compare(analysis.Edition), earlier.Signed);
        var builder = new EditionBuilder();
        builder.AddRange(RevisionQuantities.Of(account));
        var tables = account is null ? [] : RevisionTables.Build(account, builder, analysis.Labels);
        return analysis with
        {
            Edition = analysis.Edition with
            {
                Quantities = analysis.Edition.Quantities.AddRange(builder.ToQuantities()),
                Tables = [.. analysis.Edition.Tables, .. tables.Select(EditionContents.Of)],
            },
            Tables = [.. analysis.Tables, .. tables],
        };
    }

    /// <summary>How a whole edition stands to the last of the earlier ones.</summary>
    public ExplainedComparison Compare(Edition edition) =>
        ExplanationMatch.Of(EditionComparer.Compare(_last, edition, _report.Comparison, _history), Signed);

    /// <summary>What keeps the edition from being released.</summary>
    public IReadOnlyList<Diagnostic> Faults(ExplainedComparison explained)
    {
        if (_report.Comparison.Explanations is { } file && !File.Exists(file.Path))
        {
            return explained.Unexplained.Count == 0 ? [] : [MissingExplanations.Fault(file, explained.Unexplained.Count)];
        }

        var shownAs = _report.Comparison.Explanations?.ShownAs ?? ExplanationFile.FileName;
        var names = _explanations is null ? [] : ExplanationCheck.OfNames(_explanations, explained.Result, shownAs);
        var unknown = names.Select(d => d.Place).ToHashSet();
        return
        [
            .. names,
            .. ExplanationCheck.OfDates(Signed, _lastDate, _report.Publication.Date),
            // What names nothing at all explains nothing either; once is enough.
            .. ExplanationCheck.OfRelease(explained, shownAs).Where(d => d.Code != "RB7070" || !unknown.Contains(d.Place)),
        ];
    }

    /// <summary>The comparison in a few lines.</summary>
    public IEnumerable<string> Summary(ExplainedComparison explained)
    {
        var result = explained.Result;
        yield return ToolTexts.Get(
            "run.compared",
            result.Old.Origin.Name,
            NorwegianNumberText.Number(result.Unchanged, 0),
            NorwegianNumberText.Number(result.WithinTolerance.Count, 0),
            NorwegianNumberText.Number(result.Differences.Count, 0),
            NorwegianNumberText.Number(result.Unknown, 0)
        );
        if (_note is not null)
        {
            yield return _note;
        }

        var unfinished = _explanations?.Unfinished.Count ?? 0;
        yield return result.IsEqual && unfinished == 0 && explained.Idle.Count == 0 ? ToolTexts.Get("run.explained.none")
        : explained.IsSettled && unfinished == 0 ? ToolTexts.Get("run.explained.all", Signed.Count)
        : ToolTexts.Get(
            "run.explained",
            NorwegianNumberText.Number(explained.Explained.Count, 0),
            NorwegianNumberText.Number(explained.Unexplained.Count, 0),
            explained.Misfits.Count,
            explained.Idle.Count,
            unfinished
        );
    }

    private IReadOnlyList<Explanation> Signed => _explanations?.Explanations ?? [];
}
