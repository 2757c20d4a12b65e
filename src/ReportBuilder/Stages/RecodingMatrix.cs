using ReportBuilder.Harmonise;

namespace ReportBuilder.Stages;

/// <summary>One printed line of a recoding matrix: a rule, or the rules that give one value when a variable has too many categories to print.</summary>
/// <param name="Rules">The rules, in the order of the files; one or more.</param>
/// <param name="QuantityId">Id of the number of records that passed through them.</param>
public sealed record RecodingLine(IReadOnlyList<RecodingRule> Rules, string QuantityId)
{
    /// <summary>The rule, or the first of several.</summary>
    public RecodingRule First => Rules[0];
}

/// <summary>A recoding matrix of the appendix, Tabell 7–14 of the 2022 edition.</summary>
/// <param name="Table">Number in the 2022 edition.</param>
/// <param name="Token">Its name in ids.</param>
/// <param name="Lines">Its lines, in the order of the files.</param>
public sealed record RecodingMatrix(int Table, string Token, IReadOnlyList<RecodingLine> Lines)
{
    /// <summary>The matrices by their number in the 2022 edition: name in ids of numbers and of the table.</summary>
    public static IReadOnlyDictionary<int, string> Tokens { get; } =
        new Dictionary<int, string>
        {
            [7] = "maaloppnaaelse",
            [8] = "avslutningsaarsak",
            [9] = "individ",
            [10] = "norsk",
            [11] = "arbeidsliv",
            [12] = "samfunnsliv",
            [13] = "utdanning",
            [14] = "kommune",
        };

    /// <summary>The matrices whose lines are measures: each is had or not, whatever the others.</summary>
    public static bool IsMeasures(int table) => table is >= 10 and <= 13;

    /// <summary>The rule that carries nothing over.</summary>
    public const string NotCarriedOver = "ikke_med";

    // Tabell 8 is a list of all 24 reasons; a longer list (countries, districts) is printed by the value it gives.
    private const int LongestList = 30;
    private const int LongestIndividualList = 12;

    /// <summary>All matrices that have rules, in order.</summary>
    public static IReadOnlyList<RecodingMatrix> Of(IReadOnlyList<RuleCount> rules)
    {
        var ids = new RecodingIds();
        return
        [
            .. rules
                .Select(r => r.Rule)
                .GroupBy(r => r.Table)
                .OrderBy(g => g.Key)
                .Where(g => Tokens.ContainsKey(g.Key))
                .Select(g => new RecodingMatrix(g.Key, Tokens[g.Key], [.. LinesOf(g.Key, [.. g], ids)])),
        ];
    }

    /// <summary>The rules of a long list, such as countries, that stand in the matrix by value only.</summary>
    public static bool IsLongList(RecodingLine line) => line.Rules.Count > 1 && line.First.Value.Length > 0;

    private static IEnumerable<RecodingLine> LinesOf(int table, IReadOnlyList<RecodingRule> rules, RecodingIds ids)
    {
        var longest = table == 9 ? LongestIndividualList : LongestList;
        var lists = rules.GroupBy(ListOf).Where(g => g.Count() > longest).Select(g => g.Key).ToHashSet();
        var done = new HashSet<(string, string, string)>();
        foreach (var rule in rules.OrderBy(r => r.Row))
        {
            var list = ListOf(rule);
            if (rule.Category.Length == 0 || !lists.Contains(list))
            {
                yield return new RecodingLine([rule], ids.Of(rule));
            }
            else if (done.Add((list.Register, list.Variable, rule.Value)))
            {
                RecodingRule[] same = [.. rules.Where(r => r.Category.Length > 0 && ListOf(r) == list && r.Value == rule.Value)];
                yield return new RecodingLine(same, same.Length == 1 ? ids.Of(rule) : ids.OfValue(rule));
            }
        }
    }

    private static (string Register, string Variable, string Target) ListOf(RecodingRule rule) =>
        (rule.Register, string.Join(';', rule.Variables), rule.Target);
}
