using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Accounts;
using ReportBuilder.Comparison.Explanations;
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
    private readonly ComparisonSettings _settings;
    private readonly Edition _last;
    private readonly IReadOnlyList<Edition> _history;
    private readonly ExplanationFile? _explanations;

    private EarlierEditions(ComparisonSettings settings, Edition last, IReadOnlyList<Edition> history, ExplanationFile? explanations)
    {
        _settings = settings;
        _last = last;
        _history = history;
        _explanations = explanations;
    }

    /// <summary>Reads the editions and the explanations; null when the settings name none, or when something is wrong, and the bag says what.</summary>
    /// <param name="settings">Section <c>sammenligning</c>.</param>
    /// <param name="isRelease">True when entries that nobody has signed are warnings; otherwise they are only counted.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static EarlierEditions? Read(ComparisonSettings settings, bool isRelease, DiagnosticBag bag)
    {
        var editions = settings.Against.Select(e => EditionReader.Read(e.Path, e.ShownAs, bag)).ToList();
        var found = new DiagnosticBag();
        // The file is made from the first comparison («compare --draft»), which comes after the first run.
        var explanations =
            settings.Explanations is { } file && File.Exists(file.Path) ? ExplanationReader.Read(file.Path, file.ShownAs, found) : null;
        bag.AddRange(found.Sorted().Where(d => isRelease || d.Severity == Severity.Error));
        return editions.Count == 0 || editions.Contains(null) || found.HasErrors
            ? null
            : new EarlierEditions(settings, editions[^1]!, [.. editions.SkipLast(1).Select(e => e!)], explanations);
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
        ExplanationMatch.Of(EditionComparer.Compare(_last, edition, _settings, _history), Signed);

    /// <summary>What keeps the edition from being released.</summary>
    public IReadOnlyList<Diagnostic> Faults(ExplainedComparison explained)
    {
        var shownAs = _settings.Explanations?.ShownAs ?? ExplanationFile.FileName;
        var names = _explanations is null ? [] : ExplanationCheck.OfNames(_explanations, explained.Result, shownAs);
        var unknown = names.Select(d => d.Place).ToHashSet();
        // What names nothing at all explains nothing either; once is enough.
        return [.. names, .. ExplanationCheck.OfRelease(explained, shownAs).Where(d => d.Code != "RB7070" || !unknown.Contains(d.Place))];
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
