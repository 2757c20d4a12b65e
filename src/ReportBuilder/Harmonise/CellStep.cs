using System.Globalization;
using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>Cell by cell: its category by lookup; else, where there is one, the rule on the whole variable; else a value without a rule.</summary>
internal sealed class CellStep : Step
{
    private readonly int _variable;
    private readonly int _slot;
    private readonly bool _isAlternative;
    private readonly bool _isWhole;
    private readonly int _firstYear;
    private readonly YearRules[] _years;
    private readonly TextPool _municipalities;

    /// <summary>Compiles the active rules of one target.</summary>
    /// <param name="lines">The rules with their numbers; numbers below 0 are not counted.</param>
    /// <param name="variable">Index of the variable in the register.</param>
    /// <param name="slot">Slot to fill.</param>
    /// <param name="years">Years of the period, ascending.</param>
    /// <param name="valueOf">The value a rule names, as it stands in a slot.</param>
    /// <param name="municipalities">Numbers of municipalities; a slot holds the index.</param>
    /// <param name="isWhole">True when the variable holds whole numbers.</param>
    /// <param name="isAlternative">True for a reading that was not chosen: it reports and counts nothing.</param>
    public CellStep(
        IReadOnlyList<(RuleLine Line, int Rule)> lines,
        int variable,
        int slot,
        IReadOnlyList<int> years,
        Func<RuleLine, double> valueOf,
        TextPool municipalities,
        bool isWhole,
        bool isAlternative
    )
    {
        (_variable, _slot, _municipalities, _isAlternative) = (variable, slot, municipalities, isAlternative);
        (_isWhole, _firstYear) = (isWhole, years[0]);
        var isSame = lines.All(l => l.Line.Rule is { FromYear: null, ToYear: null });
        var first = new YearRules(lines, years[0], valueOf);
        _years = [.. years.Select(y => isSame || y == years[0] ? first : new YearRules(lines, y, valueOf))];
    }

    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        var rules = _years[Math.Clamp(record.Year - _firstYear, 0, _years.Length - 1)];
        var cell = record.File.Cell(_variable);
        var at = cell.IsEmpty ? rules.Empty : rules.Lookup.Find(cell);
        if (at < 0 && _isWhole && RegisterValue.TryReadInteger(cell, out var whole))
        {
            // Statistics programs write the category 1 as 1.0 where cells of the column are empty.
            Span<byte> digits = stackalloc byte[12];
            at = whole.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture) ? rules.Lookup.Find(digits[..length]) : -1;
        }

        if (at < 0 && !cell.IsEmpty)
        {
            if (rules.Whole is { } kind && TryWhole(kind, cell, out var value))
            {
                record.Slots[_slot] = value;
                Hit(record, rules.WholeRule);
                return;
            }

            at = rules.Other;
        }

        if (at < 0)
        {
            record.Slots[_slot] = double.NaN;
            if (!_isAlternative && (!cell.IsEmpty || !record.File.Schema.Variables[_variable].Required))
            {
                record.Unknown(rules.Whole is RuleKind.Copy or RuleKind.WholeDown ? "RB2251" : "RB2250", _variable);
            }

            return;
        }

        var outcome = rules.Outcomes[at];
        record.Slots[_slot] = outcome.Value;
        if (outcome.SetsAside && !_isAlternative)
        {
            var variable = record.File.Schema.Variables[_variable];
            record.Contradict(cell.IsEmpty ? "RB2235" : "RB2233", _variable, null, variable.Name, rules.LineOf(at));
        }
        else
        {
            Hit(record, outcome.Rule);
        }
    }

    private static void Hit(RecordState record, int rule)
    {
        if (rule >= 0)
        {
            record.Hit(rule);
        }
    }

    private bool TryWhole(RuleKind kind, ReadOnlySpan<byte> cell, out double value)
    {
        if (kind == RuleKind.MunicipalityNumber)
        {
            value = 0;
            if (cell.Length != 4 || cell.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
            {
                return false;
            }

            value = _municipalities.Add(cell);
            return true;
        }

        if (!RegisterValue.TryReadNumber(cell, out value))
        {
            return false;
        }

        value = kind == RuleKind.WholeDown ? Math.Floor(value) : value;
        return true;
    }

    /// <summary>The rules of one year.</summary>
    private sealed class YearRules
    {
        private readonly string[] _places;

        public YearRules(IReadOnlyList<(RuleLine Line, int Rule)> lines, int year, Func<RuleLine, double> valueOf)
        {
            var entries = new List<(byte[], int)>();
            var active = lines.Where(l => l.Line.AppliesTo(year)).ToList();
            Outcomes = new Outcome[active.Count];
            _places = [.. active.Select(a => $"{a.Line.Rule.Place.File}:{a.Line.Rule.Place.Line.ToText()}")];
            for (var i = 0; i < active.Count; i++)
            {
                var (line, rule) = active[i];
                Outcomes[i] = new Outcome(rule, line.Kind == RuleKind.Code ? valueOf(line) : double.NaN, line.Kind == RuleKind.SetAside);
                switch (line.Rule.Category)
                {
                    case "":
                        (Whole, WholeRule) = (line.Kind, rule);
                        break;
                    case RuleLine.Empty:
                        Empty = i;
                        break;
                    case RuleLine.Other:
                        Other = i;
                        break;
                    default:
                        entries.Add((Encoding.UTF8.GetBytes(line.Rule.Category), i));
                        break;
                }
            }

            Lookup = new ByteLookup(entries);
        }

        public ByteLookup Lookup { get; }

        public Outcome[] Outcomes { get; }

        public int Empty { get; } = -1;

        public int Other { get; } = -1;

        public RuleKind? Whole { get; }

        public int WholeRule { get; } = -1;

        public string LineOf(int outcome) => _places[outcome];
    }
}
