using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>
/// Sees to it that the values of the chosen readings are within what their column allows: a mean or a first value lies between the
/// smallest and the largest that go into it.
/// </summary>
internal sealed class RuleRangeCheck(IReadOnlyList<RuleLine> lines, RuleScope scope, DiagnosticBag bag)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool Run(ReadingChoice choice)
    {
        var isSound = true;
        var active = lines.Where(l => choice.Includes(l.Rule)).ToList();
        foreach (var line in active.Where(l => l.Kind is RuleKind.Mean or RuleKind.FirstPresent))
        {
            if (scope.Schema.Find(line.Rule.Target) is not { } column)
            {
                continue;
            }

            var values = active
                .Where(l => l.Kind == RuleKind.Code && l.Rule.Register == line.Rule.Register && line.Rule.Variables.Contains(l.Rule.Target))
                .Select(l => RegisterValue.TryReadNumber(Encoding.UTF8.GetBytes(l.Rule.Value), out var v) ? v : double.NaN)
                .ToList();
            var outside = values.FindIndex(v => v < column.Min || v > column.Max);
            if (outside >= 0)
            {
                bag.Add(
                    Diagnostic.Error("RB2227", line.At(RuleColumn.Mal), column.Name) with
                    {
                        Found = values[outside].ToText(),
                        Expected = $"{column.Min?.ToText()}–{column.Max?.ToText()}",
                    }
                );
                isSound = false;
            }
        }

        return isSound;
    }
}
