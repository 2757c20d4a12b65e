using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>
/// Holds the rules against each other and against what they lead from and to: each category once per register, year and reading; no
/// target without a source; no variable forgotten; intervals that meet.
/// </summary>
internal sealed class RuleMappingChecks(
    IReadOnlyList<RuleLine> lines,
    IReadOnlyList<Reading> readings,
    RuleScope scope,
    string shownAs,
    DiagnosticBag bag
)
{
    /// <summary>Checks all lines.</summary>
    public void Run()
    {
        foreach (var group in lines.Where(l => l.Rule.Target.Length > 0).GroupBy(l => (l.Rule.Register, l.Rule.Target)))
        {
            CheckGroup([.. group]);
        }

        CheckNotIncluded();
        CheckVariables();
        CheckTargets();
        CheckOrder();
    }

    /// <summary>The rules of one target in one register.</summary>
    private void CheckGroup(IReadOnlyList<RuleLine> group)
    {
        if (group[0].Kind == RuleKind.StatBank)
        {
            foreach (var again in group.Skip(1).Where(l => l.Rule.Category == group[0].Rule.Category))
            {
                Twice(again, group[0]);
            }

            return;
        }

        if (!AreOfOneSort(group))
        {
            return;
        }

        // Readings of one ambiguity at a time: the others stay at their default, or at none.
        var told = new HashSet<(RuleLine, string)>();
        foreach (var ambiguity in AmbiguitiesOf(group))
        {
            foreach (var reading in readings.Where(r => r.Ambiguity == ambiguity).DefaultIfEmpty(null!))
            {
                foreach (var year in scope.Years)
                {
                    var active = group.Where(l => l.AppliesTo(year) && IsActive(l, ambiguity, reading)).ToList();
                    CheckOnce(active, told);
                    CheckGaps(group, active, year, reading, told);
                    if (group[0].Kind == RuleKind.Interval)
                    {
                        CheckIntervals(active, told);
                    }
                }
            }
        }

        CheckEmptyCells(group);
    }

    private static List<string> AmbiguitiesOf(IReadOnlyList<RuleLine> group) =>
        [.. group.Select(l => AmbiguityOf(l.Rule.Reading)).Where(a => a.Length > 0).Distinct().DefaultIfEmpty(string.Empty)];

    private static string AmbiguityOf(string reading) => reading.Split('=')[0];

    private bool IsActive(RuleLine line, string ambiguity, Reading? reading)
    {
        var own = line.Rule.Reading;
        return own.Length == 0
            || (AmbiguityOf(own) == ambiguity ? own == reading?.Key : readings.FirstOrDefault(r => r.Key == own) is { IsDefault: true });
    }

    /// <summary>Cell by cell from one variable, or by yes/no variables, or by intervals, or by one computation; not mixed.</summary>
    private bool AreOfOneSort(IReadOnlyList<RuleLine> group)
    {
        var first = group[0];
        var other = group.FirstOrDefault(l =>
            RuleKinds.IsCell(l.Kind) != RuleKinds.IsCell(first.Kind)
            || (RuleKinds.IsCell(l.Kind) && l.Rule.Variables[0] != first.Rule.Variables[0])
            || (first.Kind is RuleKind.AnyOf or RuleKind.OneOf or RuleKind.Interval && l.Kind != first.Kind)
            || (first.Kind is RuleKind.Interval && l.Rule.Variables[0] != first.Rule.Variables[0])
            || (l.Kind is RuleKind.AnyOf or RuleKind.OneOf or RuleKind.Interval && l.Kind != first.Kind)
        );
        if (other is not null)
        {
            bag.Add(Diagnostic.Error("RB2224", other.At(RuleColumn.Regel), first.Rule.Target, first.Rule.Place.Line.ToText()));
        }

        return other is null;
    }

    private static string KeyOf(RuleLine line) =>
        line.Kind is RuleKind.AnyOf or RuleKind.OneOf ? line.Rule.Variables[0] + "\n" + line.Rule.Category : line.Rule.Category;

    private void CheckOnce(List<RuleLine> active, HashSet<(RuleLine, string)> told)
    {
        foreach (var same in active.GroupBy(KeyOf, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            foreach (var again in same.Skip(1).Where(l => told.Add((l, "RB2211"))))
            {
                Twice(again, same.First());
            }
        }
    }

    private void Twice(RuleLine again, RuleLine first) =>
        bag.Add(
            Diagnostic.Error(
                "RB2211",
                again.At(RuleColumn.Kategori),
                again.Rule.Target,
                first.Rule.Place.File,
                first.Rule.Place.Line.ToText()
            ) with
            {
                Found = again.Rule.Category.Length > 0 ? again.Rule.Category : string.Join(';', again.Rule.Variables),
            }
        );

    private void CheckGaps(
        IReadOnlyList<RuleLine> group,
        List<RuleLine> active,
        int year,
        Reading? reading,
        HashSet<(RuleLine, string)> told
    )
    {
        var present = active.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        foreach (var line in group.DistinctBy(KeyOf, StringComparer.Ordinal).Where(l => !present.Contains(KeyOf(l))))
        {
            if (told.Add((line, "RB2212")))
            {
                bag.Add(
                    Diagnostic.Error("RB2212", line.At(RuleColumn.Kategori), line.Rule.Target, year.ToText(), reading?.Key ?? "–") with
                    {
                        Found = line.Rule.Category.Length > 0 ? line.Rule.Category : string.Join(';', line.Rule.Variables),
                    }
                );
            }
        }
    }

    private void CheckIntervals(List<RuleLine> active, HashSet<(RuleLine, string)> told)
    {
        var ordered = active
            .Select(l => (Line: l, Interval: Interval.TryRead(l.Rule.Category, out var i) ? i : default))
            .OrderBy(p => p.Interval.From)
            .ThenBy(p => p.Interval.To)
            .ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            var (before, now) = (ordered[i - 1], ordered[i]);
            var code =
                now.Interval.From < before.Interval.To ? "RB2215"
                : now.Interval.From > before.Interval.To ? "RB2216"
                : null;
            if (code is not null && told.Add((now.Line, code)))
            {
                bag.Add(
                    new Diagnostic(code, Severity.Error, now.Line.At(RuleColumn.Kategori))
                    {
                        Found = now.Line.Rule.Category,
                        Arguments = [before.Line.Rule.Category, before.Line.Rule.Place.Line.ToText()],
                    }
                );
            }
        }
    }

    /// <summary>Where cells may be empty, a rule must say what that means.</summary>
    private void CheckEmptyCells(IReadOnlyList<RuleLine> group)
    {
        if (!RuleKinds.IsCell(group[0].Kind) || group.Any(l => l.Rule.Category == RuleLine.Empty))
        {
            return;
        }

        var register = scope.Register(group[0].Rule.Register)!;
        var variable = register.Variables[register.IndexOf(group[0].Rule.Variables[0])];
        if (!variable.Required)
        {
            bag.Add(
                Diagnostic.Error("RB2219", group[0].At(RuleColumn.Variabel), variable.Name, group[0].Rule.Target) with
                {
                    Expected = RuleLine.Empty,
                }
            );
        }
    }

    /// <summary>A variable that is not carried over must not be carried over elsewhere, nor said twice.</summary>
    private void CheckNotIncluded()
    {
        foreach (var line in lines.Where(l => l.Kind == RuleKind.NotIncluded))
        {
            var other = lines.FirstOrDefault(l =>
                l != line && l.Rule.Register == line.Rule.Register && l.Rule.Variables.Contains(line.Rule.Variables[0])
            );
            if (other is not null && (other.Kind != RuleKind.NotIncluded || other.Rule.Place.Line < line.Rule.Place.Line))
            {
                Twice(line, other);
            }
        }
    }

    private void CheckVariables()
    {
        foreach (var register in scope.Registers)
        {
            var used = lines
                .Where(l => l.Rule.Register == register.Register)
                .SelectMany(l => l.Rule.Variables)
                .ToHashSet(StringComparer.Ordinal);
            var forgotten = register.Variables.Where(v =>
                v.Use is RegisterUse.Source or RegisterUse.Measure or RegisterUse.Municipality && !used.Contains(v.Name)
            );
            foreach (var variable in forgotten)
            {
                bag.Add(Diagnostic.Error("RB2218", new SourcePlace(shownAs), variable.Name, register.Register));
            }
        }

        // A yes/no variable leads to one measure; the same one in two would count a course twice.
        foreach (
            var measure in lines
                .Where(l => l.Kind == RuleKind.AnyOf)
                .GroupBy(l => (l.Rule.Register, l.Rule.Variables[0]))
                .Where(g => g.Select(l => l.Rule.Target).Distinct().Count() > 1)
        )
        {
            Twice(measure.First(l => l.Rule.Target != measure.First().Rule.Target), measure.First());
        }
    }

    private void CheckTargets()
    {
        foreach (var column in scope.Schema.Columns.Where(IsMadeByRules))
        {
            var rules = lines.Where(l => l.Rule.Target == column.Name).ToList();
            foreach (var register in scope.Registers.Where(r => !rules.Exists(l => l.Rule.Register == r.Register)))
            {
                bag.Add(Diagnostic.Error("RB2214", new SourcePlace(shownAs), column.Name, register.Register));
            }

            // A computation or «minst en» can give any code; only rules that name their values can leave one out.
            if (
                column.Kind != ValueKind.Code
                || rules.Exists(l => !l.Form.HasValue && l.Kind != RuleKind.SetAside || l.Kind == RuleKind.AnyOf)
            )
            {
                continue;
            }

            foreach (var level in column.Levels.Where(v => rules.Count > 0 && !rules.Exists(l => l.Rule.Value == v.Code)))
            {
                bag.Add(Diagnostic.Error("RB2213", rules[0].At(RuleColumn.Verdi), column.Name) with { Expected = level.Code });
            }
        }
    }

    private static bool IsMadeByRules(SchemaColumn column) =>
        column.Role
            is ColumnRole.Scheme
                or ColumnRole.Year
                or ColumnRole.Municipality
                or ColumnRole.Outcome
                or ColumnRole.Transition
                or ColumnRole.Individual
                or ColumnRole.Measure;

    /// <summary>What a rule reads must be made before it, never by way of itself.</summary>
    private void CheckOrder()
    {
        foreach (var register in scope.Registers)
        {
            var own = lines.Where(l => l.Rule.Register == register.Register && l.Rule.Target.Length > 0).ToList();
            var sources = own.ToLookup(l => l.Rule.Target, l => l.Rule.Variables, StringComparer.Ordinal);
            foreach (var line in own.DistinctBy(l => l.Rule.Target).Where(l => Reaches(l.Rule.Target, l.Rule.Target, sources, [])))
            {
                bag.Add(Diagnostic.Error("RB2225", line.At(RuleColumn.Mal), line.Rule.Target));
            }
        }
    }

    private static bool Reaches(string from, string to, ILookup<string, IReadOnlyList<string>> sources, HashSet<string> seen) =>
        sources[from].SelectMany(v => v).Any(v => v == to || (seen.Add(v) && Reaches(v, to, sources, seen)));
}
