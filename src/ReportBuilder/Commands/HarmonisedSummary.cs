using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Harmonise;

namespace ReportBuilder.Commands;

/// <summary>
/// The account of a harmonisation as lines: the flow by scheme, and for each column that the rules make and each scheme how many participants went in, came
/// out with a value, and lack one, and by which categories. A category that few have is counted with others: a terminal is logged and copied.
/// </summary>
internal sealed class HarmonisedSummary
{
    private const string MissingValue = ".";
    private const int NameWidth = 30;
    private const int SchemeWidth = 25;
    private const int CountWidth = 9;

    private readonly HarmonisedData _data;
    private readonly int _minimum;
    private readonly IReadOnlyList<CodeLevel> _schemes;
    private readonly sbyte[] _schemeOf;

    private HarmonisedSummary(HarmonisedData data, int minimum)
    {
        _data = data;
        _minimum = minimum;
        var scheme = data.Participants.Schema.WithRole(ColumnRole.Scheme)!;
        _schemes = scheme.Levels;
        _schemeOf = data.Participants.Codes(scheme.Name).Indices.ToArray();
    }

    /// <summary>The lines.</summary>
    /// <param name="data">What harmonising gave.</param>
    /// <param name="minimum">Smallest number of persons that a category is told of.</param>
    public static IEnumerable<string> Lines(HarmonisedData data, int minimum) => new HarmonisedSummary(data, minimum).Lines();

    private IEnumerable<string> Lines()
    {
        foreach (var step in _data.Flow)
        {
            var name = ToolTexts.Get("harmonise.step." + step.Step);
            yield return ToolTexts.Get("harmonise.flow", _schemes[step.Scheme].Token, name, Text(step.Count));
        }

        yield return string.Empty;
        string[] heads = [.. "target,scheme,in,out,missing,why".Split(',').Select(h => ToolTexts.Get("harmonise." + h))];
        yield return Row(heads[0], heads[1], heads[2], heads[3], heads[4], heads[5]);
        foreach (var column in _data.Participants.Columns.Where(c => RulesOf(c.Declared.Name).Count > 0))
        {
            for (var scheme = 0; scheme < _schemes.Count; scheme++)
            {
                yield return Line(column, scheme);
            }
        }
    }

    private string Line(DatasetColumn column, int scheme)
    {
        var (all, missing) = (0, 0);
        for (var row = 0; row < column.RowCount; row++)
        {
            if (_schemeOf[row] == scheme)
            {
                all++;
                missing += column.IsMissing(row) ? 1 : 0;
            }
        }

        var why = missing == 0 ? string.Empty : Why(column.Declared.Name, scheme);
        return Row(column.Declared.Name, _schemes[scheme].Token, Text(all), Text(all - missing), Text(missing), why);
    }

    /// <summary>The categories that became missing, or the variables a computation found empty.</summary>
    private string Why(string target, int scheme)
    {
        var rules = RulesOf(target).Where(r => IsOf(r.Rule.Register, scheme)).ToList();
        var categories = rules.Where(r => r.Rule.Value == MissingValue && r.Records > 0).OrderByDescending(r => r.Records).ToList();
        return categories.Count > 0
            ? Listed(categories)
            : ToolTexts.Get("harmonise.empty", string.Join(", ", rules.SelectMany(r => r.Rule.Variables).Distinct(StringComparer.Ordinal)));
    }

    private string Listed(List<RuleCount> categories)
    {
        // What is left out of the list must be several categories and at least the threshold together, or it follows from the total.
        var shown = categories.FindIndex(c => c.Records < _minimum) is >= 0 and var few ? few : categories.Count;
        while (
            shown > 0 && shown < categories.Count && (categories.Count - shown < 2 || categories.Skip(shown).Sum(c => c.Records) < _minimum)
        )
        {
            shown--;
        }

        var parts = categories.Take(shown).Select(c => $"{c.Rule.Label} {Text(c.Records)}");
        return string.Join(", ", shown < categories.Count ? parts.Append(ToolTexts.Get("harmonise.others")) : parts);
    }

    /// <summary>A scheme's rules are those of the register of its name, or, where there is none, of the register that no scheme is named after (NIR).</summary>
    private bool IsOf(string register, int scheme) =>
        _data.Rules.Any(r => r.Rule.Register == _schemes[scheme].Token)
            ? register == _schemes[scheme].Token
            : _schemes.All(s => s.Token != register);

    private IReadOnlyList<RuleCount> RulesOf(string target) => [.. _data.Rules.Where(r => r.Rule.Target == target)];

    private static string Row(string target, string scheme, string records, string values, string missing, string why) =>
        (
            target.PadRight(NameWidth)
            + scheme.PadRight(SchemeWidth)
            + records.PadLeft(CountWidth)
            + values.PadLeft(CountWidth)
            + missing.PadLeft(CountWidth)
            + "  "
            + why
        ).TrimEnd();

    private static string Text(int count) => NorwegianNumberText.Number(count, 0);
}
