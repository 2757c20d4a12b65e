using System.Globalization;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;

namespace ReportBuilder.StatBank;

/// <summary>A rule that takes a fact on municipalities from a table of the StatBank.</summary>
/// <param name="Column">Column of the harmonised dataset.</param>
/// <param name="Table">Number of the table, five digits.</param>
/// <param name="Selection">What is taken from it.</param>
/// <param name="FromYear">First year; null for all.</param>
/// <param name="ToYear">Last year; null for all.</param>
/// <param name="Place">Where the rule stands.</param>
public sealed record FactRule(string Column, string Table, FactSelection Selection, int? FromYear, int? ToYear, SourcePlace Place)
{
    private const string Register = "ssb";

    /// <summary>True when the rule holds for a year.</summary>
    public bool HoldsIn(int year) => !(year < FromYear) && !(year > ToYear);

    /// <summary>
    /// The rules with register and kind <c>ssb</c>. One that cannot be read (RB2330) is reported, and so is a column that two rules give
    /// for the same year (RB2339).
    /// </summary>
    public static IReadOnlyList<FactRule> From(IReadOnlyList<RecodingRule> rules, IReadOnlyList<int> years, DiagnosticBag bag)
    {
        var facts = new List<FactRule>();
        var taken = new Dictionary<(string Column, int Year), SourcePlace>();
        foreach (var rule in rules.Where(r => r.Register == Register && r.Kind == Register))
        {
            if (Read(rule, bag) is not { } fact)
            {
                continue;
            }

            facts.Add(fact);
            foreach (var year in years.Where(fact.HoldsIn))
            {
                if (!taken.TryAdd((fact.Column, year), fact.Place))
                {
                    var line = taken[(fact.Column, year)].Line.ToString(CultureInfo.InvariantCulture);
                    var text = year.ToString(CultureInfo.InvariantCulture);
                    bag.Add(Diagnostic.Error("RB2339", fact.Place, fact.Column, text, line));
                    break;
                }
            }
        }

        return facts;
    }

    private static FactRule? Read(RecodingRule rule, DiagnosticBag bag)
    {
        if (rule.Variables is not [{ Length: 5 } table] || table.Any(c => !char.IsAsciiDigit(c)))
        {
            var found = string.Join(';', rule.Variables);
            bag.Add(Diagnostic.Error("RB2330", rule.Place) with { Found = found, Expected = ToolTexts.Get("statbank.expected.table") });
            return null;
        }

        if (FactSelection.Parse(rule.Category, out var wrong) is not { } selection)
        {
            bag.Add(Diagnostic.Error("RB2330", rule.Place) with { Found = wrong, Expected = ToolTexts.Get("statbank.expected.selection") });
            return null;
        }

        return new FactRule(rule.Target, table, selection, rule.FromYear, rule.ToYear, rule.Place);
    }
}
