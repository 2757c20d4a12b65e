using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>Compiles the rules of one register into steps on slots: each cell is looked up as bytes, each number and date read once.</summary>
internal sealed class PlanCompiler
{
    private readonly RuleBook _book;
    private readonly RegisterSchema _register;
    private readonly TextPool _municipalities;
    private readonly IReadOnlyList<(RuleLine Line, int Rule)> _lines;
    private readonly List<string> _targets;
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<Step> _steps = [];
    private CellStep _municipality = null!;

    private PlanCompiler(RuleBook book, RegisterSchema register, TextPool municipalities)
    {
        (_book, _register, _municipalities) = (book, register, municipalities);
        _lines = [.. book.Lines.Select((l, i) => (l, i)).Where(p => p.l.Rule.Register == register.Register)];
        _targets = InOrder();
    }

    private DatasetSchema Schema => _book.Scope.Schema;

    /// <summary>Compiles.</summary>
    /// <param name="book">The checked rules.</param>
    /// <param name="choice">The chosen readings.</param>
    /// <param name="register">The register.</param>
    /// <param name="municipalities">Receives the numbers of municipalities; slots hold their indices.</param>
    public static RegisterPlan Compile(RuleBook book, ReadingChoice choice, RegisterSchema register, TextPool municipalities) =>
        new PlanCompiler(book, register, municipalities).Compile(choice);

    private RegisterPlan Compile(ReadingChoice choice)
    {
        foreach (var target in _targets)
        {
            CompileTarget(target, choice, _ => string.Empty, null);
        }

        foreach (var column in Schema.Columns.Where(c => c.Implies is not null && _slots.ContainsKey(c.Name)))
        {
            var codes = Schema.Find(column.Implies!.Column)!.Levels.Select(l => l.Code).ToList();
            int[] implied = [.. column.Implies.Codes.Select(c => codes.IndexOf(c))];
            _steps.Add(
                new ImplicationStep(column, _slots[column.Name], _slots[column.Implies.Column], implied, FirstVariable(column.Name))
            );
        }

        var alternatives = new List<AlternativeSlot>();
        foreach (var reading in _book.Readings.Where(r => !choice.Includes(r)))
        {
            CompileAlternative(choice, reading, alternatives);
        }

        return new RegisterPlan(
            _steps,
            _municipality,
            Schema.Columns.Where(c => _slots.ContainsKey(c.Name)).ToDictionary(c => c.Name, c => _slots[c.Name], StringComparer.Ordinal),
            _slots.Count,
            alternatives,
            // The stay is counted in months from the start; a first decision is not a start.
            _lines
                .Where(l => l.Line.Kind == RuleKind.WholeMonths)
                .Select(l => _register.IndexOf(l.Line.Rule.Variables[0]))
                .FirstOrDefault(-1)
        );
    }

    /// <summary>The targets another reading changes, directly or by way of what they are made of.</summary>
    private void CompileAlternative(ReadingChoice choice, Reading reading, List<AlternativeSlot> alternatives)
    {
        var other = choice.With(reading);
        var affected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in _targets)
        {
            var rules = RulesOf(target, other);
            if (!rules.SequenceEqual(RulesOf(target, choice)) || rules.Any(r => r.Line.Rule.Variables.Any(affected.Contains)))
            {
                affected.Add(target);
                CompileTarget(target, other, name => affected.Contains(name) ? "|" + reading.Key : string.Empty, reading);
                if (Schema.Find(target) is { } column)
                {
                    alternatives.Add(new AlternativeSlot(reading, column, _slots[target + "|" + reading.Key]));
                }
            }
        }
    }

    private List<(RuleLine Line, int Rule)> RulesOf(string target, ReadingChoice choice) =>
        [.. _lines.Where(l => l.Line.Rule.Target == target && choice.Includes(l.Line.Rule))];

    private void CompileTarget(string target, ReadingChoice choice, Func<string, string> suffix, Reading? alternative)
    {
        var isAlternative = alternative is not null;
        var rules = RulesOf(target, choice);
        if (isAlternative)
        {
            rules = [.. rules.Select(r => (r.Line, -1))];
        }

        var slot = SlotOf(target + suffix(target));
        var first = rules[0].Line;
        var column = Schema.Find(target);
        switch (first.Kind)
        {
            case RuleKind.AnyOf:
                _steps.Add(AnyOf(rules, column!, slot));
                return;
            case RuleKind.OneOf:
                var values = rules.Select(r => ValueOf(r.Line)).ToArray();
                _steps.Add(new OneOfStep(VariablesOf(rules), [.. rules.Select(r => r.Rule)], values, target, slot));
                return;
            case RuleKind.Interval:
                var source = SlotOf(first.Rule.Variables[0] + suffix(first.Rule.Variables[0]));
                var intervals = rules.Select(r => Interval.TryRead(r.Line.Rule.Category, out var i) ? i : default).ToArray();
                _steps.Add(
                    new IntervalStep(source, intervals, [.. rules.Select(r => ValueOf(r.Line))], [.. rules.Select(r => r.Rule)], slot)
                );
                return;
            case RuleKind.Constant:
                _steps.Add(new ConstantStep(ValueOf(first), slot, rules[0].Rule));
                return;
            case RuleKind.FileYear:
                _steps.Add(new FileYearStep(slot, rules[0].Rule));
                return;
        }

        if (RuleKinds.IsCell(first.Kind))
        {
            var variable = _register.IndexOf(first.Rule.Variables[0]);
            var step = new CellStep(
                rules,
                variable,
                slot,
                _book.Scope.Years,
                ValueOf,
                _municipalities,
                _register.Variables[variable].Kind == RegisterValueKind.Integer,
                isAlternative
            );
            _steps.Add(step);
            _municipality = column is { Role: ColumnRole.Municipality } && !isAlternative ? step : _municipality;
        }
        else
        {
            // Rules with years of their own would need a step a year; a computation holds for all years.
            var names = first.Rule.Variables;
            _steps.Add(
                new ComputeStep(
                    first.Kind,
                    [.. names.Select((n, i) => SourceOf(n, first, i, suffix))],
                    [.. names.Select(FirstVariable)],
                    names,
                    slot,
                    rules[0].Rule
                )
            );
            if (column is { Kind: ValueKind.Code })
            {
                var codes = column.Levels.Select(l => Number(l.Code)).ToList();
                _steps.Add(new LevelStep(codes, slot, column, FirstVariable(target), isAlternative));
            }
        }

        if (column is { Kind: ValueKind.Integer or ValueKind.Decimal } && !isAlternative)
        {
            _steps.Add(new LimitStep(slot, column, FirstVariable(target)));
        }
    }

    private AnyOfStep AnyOf(List<(RuleLine Line, int Rule)> rules, SchemaColumn column, int slot)
    {
        var yes = ValueOf(rules[0].Line);
        return new AnyOfStep(VariablesOf(rules), [.. rules.Select(r => r.Rule)], column.Levels.Count - 1 - yes, yes, slot);
    }

    private int[] VariablesOf(List<(RuleLine Line, int Rule)> rules) => [.. rules.Select(r => _register.IndexOf(r.Line.Rule.Variables[0]))];

    private int SourceOf(string name, RuleLine line, int position, Func<string, string> suffix)
    {
        var variable = _register.IndexOf(name);
        if (variable < 0)
        {
            return SlotOf(name + suffix(name));
        }

        var isDate = line.Form.Argument == RuleArgument.Date || (line.Form.Argument == RuleArgument.NumberThenDate && position > 0);
        var key = (isDate ? "date|" : "number|") + name;
        if (!_slots.TryGetValue(key, out var slot))
        {
            slot = SlotOf(key);
            _steps.Add(isDate ? new DateStep(variable, slot) : new NumberStep(variable, slot));
        }

        return slot;
    }

    private int SlotOf(string key)
    {
        if (!_slots.TryGetValue(key, out var slot))
        {
            _slots.Add(key, slot = _slots.Count);
        }

        return slot;
    }

    /// <summary>The value a rule names as a slot holds it: index of the level, of the municipality, or the number itself.</summary>
    private double ValueOf(RuleLine line)
    {
        var column = Schema.Find(line.Rule.Target);
        return column?.Kind switch
        {
            ValueKind.Code => column.Levels.Select(l => l.Code).ToList().IndexOf(line.Rule.Value),
            ValueKind.Text => _municipalities.Add(Encoding.UTF8.GetBytes(line.Rule.Value)),
            _ => Number(line.Rule.Value),
        };
    }

    private static double Number(string text) =>
        RegisterValue.TryReadNumber(Encoding.UTF8.GetBytes(text), out var number) ? number : double.NaN;

    /// <summary>The first variable of the register that a name leads back to; the key for what is made of nothing.</summary>
    private int FirstVariable(string name)
    {
        var variable = _register.IndexOf(name);
        if (variable >= 0)
        {
            return variable;
        }

        var sources = _lines.Where(l => l.Line.Rule.Target == name).SelectMany(l => l.Line.Rule.Variables).ToList();
        return sources.Count > 0 ? FirstVariable(sources[0]) : _register.IndexOf(RegisterUse.Key);
    }

    /// <summary>All targets, each after those it is made of.</summary>
    private List<string> InOrder()
    {
        var waiting = _lines.Where(l => l.Line.Rule.Target.Length > 0).Select(l => l.Line.Rule.Target).Distinct().ToList();
        var all = waiting.ToHashSet(StringComparer.Ordinal);
        var ordered = new List<string>();
        while (waiting.Count > 0)
        {
            // The rule book has no circles, so one can always be taken.
            var next = waiting.First(t =>
                _lines
                    .Where(l => l.Line.Rule.Target == t)
                    .SelectMany(l => l.Line.Rule.Variables)
                    .All(v => !all.Contains(v) || _register.IndexOf(v) >= 0 || ordered.Contains(v))
            );
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
