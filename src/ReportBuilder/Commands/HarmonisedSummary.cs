using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Harmonise;

namespace ReportBuilder.Commands;

/// <summary>
/// The account of a harmonisation as lines: the flow by scheme, and for each target and register how many records went in, came out with a value, and
/// are missing, and by which categories. A number below the threshold is not printed: a terminal is logged and copied.
/// </summary>
internal static class HarmonisedSummary
{
    private const string MissingValue = ".";
    private const int NameWidth = 30;
    private const int RegisterWidth = 12;
    private const int CountWidth = 9;

    /// <summary>The lines.</summary>
    /// <param name="data">What harmonising gave.</param>
    /// <param name="minimum">Smallest number that is printed, but for 0.</param>
    public static IEnumerable<string> Lines(HarmonisedData data, int minimum)
    {
        foreach (var step in data.Flow)
        {
            var scheme = data.Participants.Schema.WithRole(Datasets.ColumnRole.Scheme)!.Levels[step.Scheme].Token;
            yield return ToolTexts.Get("harmonise.flow", scheme, ToolTexts.Get("harmonise.step." + step.Step), Shown(step.Count, minimum));
        }

        yield return string.Empty;
        yield return Row("harmonise.target", "harmonise.register", "harmonise.in", "harmonise.out", "harmonise.missing")
            + "  "
            + ToolTexts.Get("harmonise.why");
        foreach (var target in data.Rules.Where(r => r.Rule.Target.Length > 0).GroupBy(r => (r.Rule.Target, r.Rule.Register)))
        {
            var missing = target.Where(r => r.Rule.Value == MissingValue && r.Records > 0).ToList();
            var (all, without) = (target.Sum(r => r.Records), missing.Sum(r => r.Records));
            var why = missing.OrderByDescending(r => r.Records).Select(r => $"{r.Rule.Label} {Shown(r.Records, minimum)}");
            yield return Pad(
                target.Key.Target,
                target.Key.Register,
                Shown(all, minimum),
                Shown(all - without, minimum),
                Shown(without, minimum)
            ) + (missing.Count > 0 ? "  " + string.Join(", ", why) : string.Empty);
        }
    }

    private static string Row(params ReadOnlySpan<string> keys) =>
        Pad(ToolTexts.Get(keys[0]), ToolTexts.Get(keys[1]), ToolTexts.Get(keys[2]), ToolTexts.Get(keys[3]), ToolTexts.Get(keys[4]));

    private static string Pad(string target, string register, string records, string values, string missing) =>
        target.PadRight(NameWidth)
        + register.PadRight(RegisterWidth)
        + records.PadLeft(CountWidth)
        + values.PadLeft(CountWidth)
        + missing.PadLeft(CountWidth);

    private static string Shown(int count, int minimum) =>
        count > 0 && count < minimum ? ToolTexts.Get("harmonise.few", minimum) : NorwegianNumberText.Number(count, 0);
}
