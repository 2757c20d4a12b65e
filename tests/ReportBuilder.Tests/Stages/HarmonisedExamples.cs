using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;

namespace ReportBuilder.Tests.Stages;

/// <summary>What harmonising gives, invented: rules with counts, a flow and other readings of invented participants.</summary>
internal static class HarmonisedExamples
{
    /// <summary>Of these participants.</summary>
    public static HarmonisedData Of(
        Participants people,
        IReadOnlyList<RuleCount>? rules = null,
        IReadOnlyList<FlowStep>? flow = null,
        IReadOnlyList<AlternativeReading>? alternatives = null
    ) => new(people.Data, rules ?? [], flow ?? [], [], alternatives ?? []);

    /// <summary>A rule that gives one category of a variable in NIR, and how many it decided.</summary>
    public static RuleCount Rule(int table, string target, string category, int records, string value = "1", string remark = "") =>
        new(
            new RecodingRule
            {
                Place = new SourcePlace("x.csv", records),
                Table = table,
                Row = 1,
                Concept = "Begrep",
                Register = "nir",
                Variables = [target],
                Category = category,
                Label = "Etikett",
                Kind = "kode",
                Target = target,
                Value = value,
                FromYear = null,
                ToYear = null,
                Reading = "",
                Ambiguity = "A4",
                Decision = "Grunnen.",
                Remark = remark,
            },
            records
        );
}
