using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Commands;

/// <summary>A comparison in a few lines, for the terminal: how it stands, how many of each, the greatest differences as readers meet them, and what changed in the ground.</summary>
internal sealed class CompareSummary
{
    private const int Most = 10;
    private readonly ExplainedComparison _comparison;
    private readonly ComparisonResult _result;
    private readonly ComparisonPageContent _content;
    private readonly DifferenceText _text;

    /// <summary>Makes a summary.</summary>
    public CompareSummary(ExplainedComparison comparison, ComparisonPageContent content)
    {
        _comparison = comparison;
        _result = comparison.Result;
        _content = content;
        _text = new DifferenceText(comparison.Result, content.Labels);
    }

    /// <summary>The lines.</summary>
    /// <param name="isExplained">True when there are explanations to hold the differences against.</param>
    public IEnumerable<string> Lines(bool isExplained)
    {
        yield return ToolTexts.Get("compare.editions", _result.New.Origin.Name, _result.Old.Origin.Name);
        if (_result.Old.IsPartial || _result.New.IsPartial)
        {
            yield return ToolTexts.Get("compare.partial", Number(_result.Unknown));
        }

        yield return ToolTexts.Get(
            "compare.numbers",
            Number(_result.Unchanged),
            Number(_result.WithinTolerance.Count),
            Number(Count(DifferenceSubject.Quantity, DifferenceKind.Changed)),
            Number(Count(DifferenceSubject.Quantity, DifferenceKind.New)),
            Number(Count(DifferenceSubject.Quantity, DifferenceKind.Gone))
        );
        if (_result.Unmatched > 0)
        {
            yield return ToolTexts.Get("compare.unmatched", Number(_result.Unmatched));
        }

        foreach (var line in Others().Concat(Flags()).Concat(Greatest()).Concat(Ground()))
        {
            yield return line;
        }

        if (_result.Outliers.Count > 0)
        {
            yield return ToolTexts.Get("compare.outliers", Number(_result.Outliers.Count), Listed(_result.Outliers.Select(o => o.Key)));
        }

        if (isExplained)
        {
            yield return ToolTexts.Get(
                "compare.explained",
                Number(_comparison.Explained.Count),
                Number(_comparison.Unexplained.Count),
                Number(_comparison.Misfits.Count),
                Number(_comparison.Idle.Count)
            );
        }

        yield return SummarySection.Verdict(_comparison, _content.Labels);
    }

    /// <summary>Differences of what is not a number, by subject.</summary>
    private IEnumerable<string> Others()
    {
        var subjects = Enum.GetValues<DifferenceSubject>()
            .Where(s => s != DifferenceSubject.Quantity)
            .Select(s => (Name: _text.Subjects[(int)s], Count: _result.Differences.Count(d => d.Subject == s)))
            .Where(s => s.Count > 0)
            .Select(s => ToolTexts.Get("compare.count", s.Name, Number(s.Count)))
            .ToList();
        return subjects.Count == 0 ? [] : [ToolTexts.Get("compare.others", string.Join(", ", subjects))];
    }

    private IEnumerable<string> Flags()
    {
        var flags = Enum.GetValues<DifferenceFlag>()
            .Select(f => (Name: _text.Flags[(int)f], Count: _result.Differences.Count(d => d.Flags.Contains(f))))
            .Where(f => f.Count > 0)
            .Select(f => ToolTexts.Get("compare.count", f.Name, Number(f.Count)))
            .ToList();
        return flags.Count == 0 ? [] : [ToolTexts.Get("compare.flags", string.Join(", ", flags))];
    }

    /// <summary>
    /// The differences that matter most and that nobody has explained: numbers that say something else than before, other numbers, what else changed, and last what is only in one of the
    /// editions; each the greatest first.
    /// </summary>
    private IEnumerable<string> Greatest()
    {
        if (_comparison.Unexplained.Count == 0)
        {
            yield break;
        }

        yield return ToolTexts.Get(
            "compare.greatest",
            Number(Math.Min(Most, _comparison.Unexplained.Count)),
            Number(_comparison.Unexplained.Count)
        );
        foreach (var difference in _comparison.Unexplained.OrderBy(Weight).Take(Most))
        {
            var words = _text.Of(difference);
            var none = _content.Labels.Get("sammenligning.ingen");
            var beside = words
                .Details.Concat(difference.Flags.Select(f => _text.Flags[(int)f]))
                .Prepend(words.Change)
                .Where(t => t.Length > 0)
                .ToList();
            yield return ToolTexts.Get(
                beside.Count == 0 ? "compare.difference" : "compare.difference.more",
                difference.Key,
                words.Old.Length > 0 ? words.Old : none,
                words.New.Length > 0 ? words.New : none,
                string.Join("; ", beside)
            );
        }
    }

    private static int Weight(Difference difference) =>
        difference switch
        {
            { Kind: not DifferenceKind.Changed } => 3,
            { Subject: not DifferenceSubject.Quantity } => 2,
            _ => ReadersOrder.HasTurned(difference) ? 0 : 1,
        };

    private IEnumerable<string> Ground()
    {
        if (_content is not { OldGround: not null, NewGround: not null })
        {
            return [_content.Labels.Get("sammenligning.grunnlag.ukjent")];
        }

        if (_result.Ground.Count == 0)
        {
            return [_content.Labels.Get("sammenligning.grunnlag.likt")];
        }

        var roles = _result
            .Ground.GroupBy(g => g.Role, StringComparer.Ordinal)
            .Select(g => ToolTexts.Get("compare.ground.role", GroundLines.Role(g.Key, _content.Labels), Listed(g.Select(c => c.Name))));
        return [ToolTexts.Get("compare.ground", string.Join("; ", roles))];
    }

    /// <summary>The first few names, and how many more there are.</summary>
    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        var first = string.Join(", ", all.Take(Most));
        return all.Count <= Most ? first : ToolTexts.Get("compare.more", first, Number(all.Count - Most));
    }

    private int Count(DifferenceSubject subject, DifferenceKind kind) =>
        _result.Differences.Count(d => d.Subject == subject && d.Kind == kind);

    private static string Number(int count) => NorwegianNumberText.Number(count, 0);
}
