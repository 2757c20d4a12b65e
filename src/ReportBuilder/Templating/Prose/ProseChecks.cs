using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Templating.Code;

namespace ReportBuilder.Templating.Prose;

/// <summary>
/// Checks of sentences as their author wrote them, each a warning: words that say something of numbers without a claim (RB3430), odds called
/// probability (RB3431) and the other way (RB3432), figures typed where a result should be asked for (RB3433). Titles may compare and say
/// «odds», but not type figures; questions claim nothing; tables, quotations and code
/// examples are left alone.
/// </summary>
internal sealed class ProseChecks
{
    private static readonly Unit[] OddsUnits = [Unit.OddsRatio, Unit.OddsChange, Unit.LogOdds];
    private static readonly Unit[] ProbabilityUnits = [Unit.Probability, Unit.Share, Unit.PercentagePoints];
    private readonly ProseRules _rules;
    private readonly Edition _edition;
    private readonly DiagnosticBag _diagnostics;

    public ProseChecks(ProseRules rules, Edition edition, DiagnosticBag diagnostics)
    {
        _rules = rules;
        _edition = edition;
        _diagnostics = diagnostics;
    }

    /// <summary>Checks one template.</summary>
    public void Run(TemplateProse prose, RenderedTemplate rendered)
    {
        var branches = VariantBranches.Of(rendered.Source.Text, rendered.Code);
        foreach (var sentence in prose.Sentences)
        {
            if (sentence.Block.Kind == ProseKind.Paragraph && _rules.Words is { } words)
            {
                CheckClaims(prose, sentence, words, branches);
                CheckUnits(prose, sentence, words);
            }

            CheckDigits(prose, sentence);
        }
    }

    private void CheckClaims(TemplateProse prose, Sentence sentence, SentenceWords words, IReadOnlyList<Range> branches)
    {
        var found = words.Claims(prose.Masked, sentence);
        if (found.Count == 0 || IsTitleOrQuestion(prose.Masked, sentence) || IsAnsweredFor(prose, sentence, branches))
        {
            return;
        }

        var place = prose.PlaceOf(found[0].Start.Value);
        _diagnostics.Add(Diagnostic.Warning("RB3430", place, prose.Text(found[0]), sentence.Shown(prose.Masked)));
    }

    private static bool IsAnsweredFor(TemplateProse prose, Sentence sentence, IReadOnlyList<Range> branches) =>
        prose.CallsIn(sentence).Any(c => c.Function.Role is SentenceRole.Claim or SentenceRole.Words or SentenceRole.General)
        || branches.Any(b => b.Start.Value < sentence.End && b.End.Value > sentence.TextStart);

    /// <summary>True for words in bold that stand as a title before a paragraph, and for a question: neither claims anything.</summary>
    private static bool IsTitleOrQuestion(ReadOnlySpan<char> masked, Sentence sentence)
    {
        var text = masked[sentence.TextStart..sentence.End].TrimEnd();
        var lead = masked[sentence.Start..sentence.End].Trim();
        return text.EndsWith("?") || (lead.StartsWith("**") && lead.EndsWith("**"));
    }

    private void CheckUnits(TemplateProse prose, Sentence sentence, SentenceWords words)
    {
        var calls = prose.CallsIn(sentence).Where(c => c.Function.PrintsNumber).ToList();
        var (odds, probability) = (words.Odds(prose.Masked, sentence), words.Probability(prose.Masked, sentence));
        if (calls.Count == 0 || (odds.Count == 0) == (probability.Count == 0) || calls.Exists(c => c.Function.NamesUnit))
        {
            return;
        }

        var (ofOdds, ofProbability) = (Of(calls, OddsUnits), Of(calls, ProbabilityUnits));
        if (odds.Count == 0 && ofOdds is not null)
        {
            Report(prose, sentence, "RB3431", probability[0], ofOdds);
        }
        else if (probability.Count == 0 && ofOdds is null && ofProbability is not null)
        {
            Report(prose, sentence, "RB3432", odds[0], ofProbability);
        }
    }

    private string? Of(List<CodeCall> calls, Unit[] units) =>
        calls.SelectMany(c => c.Ids).FirstOrDefault(id => _edition.Find(id) is { } quantity && units.Contains(quantity.Unit));

    private void Report(TemplateProse prose, Sentence sentence, string code, Range word, string id)
    {
        string[] facts = [prose.Text(word), id, sentence.Shown(prose.Masked)];
        _diagnostics.Add(new Diagnostic(code, Severity.Warning, prose.PlaceOf(word.Start.Value)) { Arguments = facts });
    }

    private void CheckDigits(TemplateProse prose, Sentence sentence)
    {
        foreach (var figures in _rules.Digits?.NotAllowed(prose.Masked, sentence.TextStart, sentence.End) ?? [])
        {
            var place = prose.PlaceOf(figures.Start.Value);
            _diagnostics.Add(Diagnostic.Warning("RB3433", place, prose.Text(figures), sentence.Shown(prose.Masked)));
        }
    }
}
