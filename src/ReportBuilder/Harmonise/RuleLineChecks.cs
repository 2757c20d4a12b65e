using System.Text;
using System.Text.RegularExpressions;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>Checks what each rule says by itself: that all it names exists and that it is written as its kind asks.</summary>
internal sealed partial class RuleLineChecks(
    IReadOnlyList<RuleLine> lines,
    IReadOnlyList<Reading> readings,
    RuleScope scope,
    DiagnosticBag bag
)
{
    private readonly HashSet<(string Register, string Name)> _used =
    [
        .. lines.SelectMany(l => l.Rule.Variables.Select(v => (l.Rule.Register, v))),
    ];

    private readonly ILookup<string, string> _made = lines
        .Where(l => l.Rule.Target.Length > 0 && scope.Schema.Find(l.Rule.Target) is null)
        .ToLookup(l => l.Rule.Register, l => l.Rule.Target, StringComparer.Ordinal);

    /// <summary>Checks all lines.</summary>
    public void Run()
    {
        foreach (var line in lines)
        {
            if (CheckRegister(line))
            {
                CheckVariables(line);
                CheckTarget(line);
            }

            CheckForm(line);
            CheckYears(line);
            CheckReading(line);
        }
    }

    private bool CheckRegister(RuleLine line)
    {
        string[] names = [.. scope.Registers.Select(r => r.Register), RuleScope.StatBank];
        var isStatBank = line.Kind == RuleKind.StatBank;
        if (names.Contains(line.Rule.Register) && isStatBank == (line.Rule.Register == RuleScope.StatBank))
        {
            return true;
        }

        Unknown("RB2203", line, RuleColumn.Register, line.Rule.Register, names, list: true);
        return false;
    }

    private void CheckVariables(RuleLine line)
    {
        var variables = line.Rule.Variables;
        if (line.Form.Variables >= 0 ? variables.Count != line.Form.Variables : variables.Count == 0)
        {
            Error(
                "RB2221",
                line,
                RuleColumn.Variabel,
                string.Join(';', variables),
                line.Form.Token,
                line.Form.Variables >= 0 ? line.Form.Variables.ToText() : "1, 2 …"
            );
            return;
        }

        for (var i = 0; i < variables.Count; i++)
        {
            CheckVariable(line, variables[i], i);
        }
    }

    private void CheckVariable(RuleLine line, string name, int position)
    {
        if (line.Form.Argument == RuleArgument.Table)
        {
            if (!TableNumber().IsMatch(name))
            {
                Error("RB2204", line, RuleColumn.Variabel, name);
            }

            return;
        }

        var register = scope.Register(line.Rule.Register)!;
        var isMade = _made[line.Rule.Register].Contains(name);
        var at = register.IndexOf(name);
        if (at < 0 && !isMade)
        {
            Unknown("RB2204", line, RuleColumn.Variabel, name, [.. register.Variables.Select(v => v.Name), .. _made[line.Rule.Register]]);
            return;
        }

        var kind = at < 0 ? (RegisterValueKind?)null : register.Variables[at].Kind;
        var fits = line.Form.Argument switch
        {
            RuleArgument.Made => isMade,
            RuleArgument.Number => kind is RegisterValueKind.Integer or RegisterValueKind.Decimal,
            RuleArgument.Date => kind is RegisterValueKind.Date,
            RuleArgument.YesNo => kind is RegisterValueKind.YesNo,
            RuleArgument.NumberThenDate when position == 0 => kind is RegisterValueKind.Integer,
            RuleArgument.NumberThenDate => kind is RegisterValueKind.Date,
            _ => kind is not null,
        };
        if (!fits)
        {
            Error("RB2222", line, RuleColumn.Variabel, name, line.Form.Token);
        }
    }

    private void CheckTarget(RuleLine line)
    {
        var (target, kind) = (line.Rule.Target, line.Kind);
        if (kind == RuleKind.NotIncluded)
        {
            if (target.Length > 0)
            {
                Error("RB2205", line, RuleColumn.Mal, target);
            }

            return;
        }

        var column = scope.Schema.Find(target);
        var isStep = target.Length > 0 && column is null && _used.Contains((line.Rule.Register, target));
        if (column is null && !isStep)
        {
            Unknown(
                "RB2205",
                line,
                RuleColumn.Mal,
                target,
                [.. scope.Schema.Names, .. _used.Where(u => u.Register == line.Rule.Register).Select(u => u.Name)]
            );
            return;
        }

        if (column is not null && (column.Role == ColumnRole.MunicipalityFact) != (kind == RuleKind.StatBank))
        {
            Error("RB2205", line, RuleColumn.Mal, target);
        }

        CheckValue(line, column);
    }

    private void CheckValue(RuleLine line, SchemaColumn? column)
    {
        var value = line.Rule.Value;
        if (!line.Form.HasValue || line.Kind == RuleKind.Missing)
        {
            var expected = line.Form.HasValue ? RuleLine.Missing : string.Empty;
            if (value != expected)
            {
                bag.Add(
                    Diagnostic.Error("RB2229", line.At(RuleColumn.Verdi), line.Form.Token) with
                    {
                        Found = value,
                        Expected = expected.Length == 0 ? null : expected,
                    }
                );
            }

            return;
        }

        if (column is { Kind: ValueKind.Code })
        {
            if (!column.Levels.Any(l => l.Code == value))
            {
                Unknown("RB2206", line, RuleColumn.Verdi, value, [.. column.Levels.Select(l => l.Code)], list: true);
            }
        }
        else if (column is { Kind: ValueKind.Text })
        {
            // Municipality numbers are the only texts that rules make.
            if (!MunicipalityNumber().IsMatch(value))
            {
                bag.Add(
                    Diagnostic.Error("RB2228", line.At(RuleColumn.Verdi)) with
                    {
                        Found = value,
                        Nearest = value.Length == 3 ? "0" + value : null,
                    }
                );
            }
        }
        else if (
            !RegisterValue.TryReadNumber(Encoding.UTF8.GetBytes(value), out var number)
            || number < (column?.Min ?? double.NegativeInfinity)
            || number > (column?.Max ?? double.PositiveInfinity)
        )
        {
            Error("RB2206", line, RuleColumn.Verdi, value);
        }
    }

    private void CheckForm(RuleLine line)
    {
        var category = line.Rule.Category;
        if (line.Form.HasCategory == (category.Length == 0))
        {
            Error("RB2220", line, RuleColumn.Kategori, category, line.Form.Token);
        }
        else if (line.Kind == RuleKind.Interval && !Interval.TryRead(category, out _))
        {
            Error("RB2217", line, RuleColumn.Kategori, category);
        }
        else if (
            line.Form.HasCategory
            && scope.Schema.Find(line.Rule.Target) is { Role: ColumnRole.Municipality }
            && category.Length is 3 or 5
            && category.All(char.IsAsciiDigit)
        )
        {
            bag.Add(Diagnostic.Error("RB2228", line.At(RuleColumn.Kategori)) with { Found = category, Nearest = "0" + category });
        }
    }

    private void CheckYears(RuleLine line)
    {
        if (line.Rule is { FromYear: { } from, ToYear: { } to } && from > to)
        {
            bag.Add(Diagnostic.Error("RB2210", line.At(RuleColumn.Fra)) with { Found = $"{from.ToText()}–{to.ToText()}" });
        }
        else if (line.Rule is not { FromYear: null, ToYear: null } && !RuleKinds.IsCell(line.Kind) && line.Kind != RuleKind.StatBank)
        {
            bag.Add(Diagnostic.Error("RB2260", line.At(line.Rule.FromYear is null ? RuleColumn.Til : RuleColumn.Fra), line.Form.Token));
        }
    }

    private void CheckReading(RuleLine line)
    {
        var (reading, ambiguity) = (line.Rule.Reading, line.Rule.Ambiguity);
        if (reading.Length > 0 && !readings.Any(r => r.Key == reading))
        {
            Unknown("RB2208", line, RuleColumn.Lesning, reading, [.. readings.Select(r => r.Key)], list: true);
        }

        if (ambiguity.Length > 0 && !Ambiguity().IsMatch(ambiguity))
        {
            Error("RB2207", line, RuleColumn.Tvetydighet, ambiguity);
        }

        if (ambiguity.Length > 0 && line.Rule.Decision.Length == 0)
        {
            bag.Add(Diagnostic.Error("RB2209", line.At(RuleColumn.Avgjorelse), ambiguity));
        }
    }

    private void Unknown(string code, RuleLine line, RuleColumn column, string found, IReadOnlyList<string> known, bool list = false) =>
        bag.Add(
            new Diagnostic(code, Severity.Error, line.At(column))
            {
                Found = found,
                Expected = list ? string.Join(", ", known) : null,
                Nearest = NearestName.Find(found, known),
            }
        );

    private void Error(string code, RuleLine line, RuleColumn column, string found, params string[] arguments) =>
        bag.Add(new Diagnostic(code, Severity.Error, line.At(column)) { Found = found, Arguments = arguments });

    [GeneratedRegex(@"^\d{5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TableNumber();

    [GeneratedRegex(@"^\d{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MunicipalityNumber();

    [GeneratedRegex(@"^A(?:[1-9]|1[0-7])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguity();
}
