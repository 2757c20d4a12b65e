using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Commands;

/// <summary>
/// The explanations that <c>compare</c> holds the differences against. What somebody wrote is never lost: a draft is written only over the explanations that it is
/// made from, read without fault and meant for these very editions.
/// </summary>
internal sealed class ComparisonExplanations
{
    private readonly ComparisonResult _result;
    private readonly DiagnosticBag _bag;
    private readonly List<string> _notes = [];

    private ComparisonExplanations(ComparisonResult result, DiagnosticBag bag)
    {
        _result = result;
        _bag = bag;
    }

    /// <summary>What is used; null when there are no explanations.</summary>
    public ExplanationFile? File { get; private set; }

    /// <summary>The file as it is written; empty for none.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>What the user should know of explanations that are not used, a line each.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>
    /// Reads the explanations named; of the settings' only those for these very editions. A draft that is there already is read as explanations where no others are used. Faults:
    /// RB1001–RB1006, RB7060–RB7068, RB7075 for a draft file that is something else, RB7076 for one that is there beside the explanations used.
    /// </summary>
    public static ComparisonExplanations Read(
        CompareOptions options,
        ComparisonSettings settings,
        ComparisonResult result,
        DiagnosticBag bag
    )
    {
        var explanations = new ComparisonExplanations(result, bag);
        var draft = options.Draft is { } path ? Given(path) : null;
        var file = options.Explanations is { } named ? Given(named) : settings.Explanations;
        var isDraft = draft is not null && file is not null && RealPath.AreSame(draft.Path, file.Path);
        if (file is not null && !isDraft)
        {
            explanations.Use(file, isNamed: options.Explanations is not null);
        }

        if (draft is not null && System.IO.File.Exists(draft.Path))
        {
            explanations.UseDraft(draft, file);
        }

        return explanations;
    }

    private static EditionReference Given(string path) => new(Path.GetFullPath(path), path);

    private void Use(EditionReference reference, bool isNamed)
    {
        if (!isNamed && !System.IO.File.Exists(reference.Path))
        {
            _notes.Add(MissingExplanations.Line(reference));
            return;
        }

        if (ReadFile(reference) is not { } file)
        {
            return;
        }

        if (!isNamed && !file.IsFor(_result.Old.Origin.Name, _result.New.Origin.Name))
        {
            _notes.Add(ToolTexts.Get("compare.explanations.others", reference.ShownAs, file.Old, file.New));
            return;
        }

        Take(file, reference);
    }

    private void UseDraft(EditionReference draft, EditionReference? used)
    {
        if (File is not null)
        {
            // What somebody has written there, signed or not, is not in what the draft is made from.
            _bag.Add(Diagnostic.Error("RB7076", new SourcePlace(draft.ShownAs), used!.ShownAs));
        }
        else if (ReadFile(draft) is { } file)
        {
            Take(file, draft);
        }
        else
        {
            _bag.Add(Diagnostic.Error("RB7075", new SourcePlace(draft.ShownAs)));
        }
    }

    private void Take(ExplanationFile file, EditionReference reference)
    {
        _bag.AddRange(ExplanationCheck.OfNames(file, _result, reference.ShownAs));
        (File, Text) = (file, System.IO.File.ReadAllText(reference.Path));
    }

    /// <summary>The file; null when something is wrong with it, and the bag says what.</summary>
    private ExplanationFile? ReadFile(EditionReference reference)
    {
        var before = _bag.ErrorCount;
        var file = ExplanationReader.Read(reference.Path, reference.ShownAs, _bag);
        return _bag.ErrorCount > before ? null : file;
    }
}
