using System.Text.Json;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Editions.Writing;

namespace ReportBuilder.Comparison;

/// <summary>
/// Writes a comparison as <c>sammenligning.json</c>, for machines. One difference a line, in the order of the comparison; the same comparison gives the same bytes. Fields:
/// <list type="bullet">
/// <item><c>schema</c>: version of the form.</item>
/// <item><c>old</c>, <c>new</c>: name, version of the tool, fingerprint of the data, and whether only what was printed is known.</item>
/// <item><c>settled</c>: true when every difference is explained and every explanation holds.</item>
/// <item><c>counts</c>: numbers <c>unchanged</c>, <c>withinTolerance</c>, <c>unknown</c>, <c>unmatched</c> (of units numbered anew); <c>differences</c>, of which <c>explained</c> and <c>unexplained</c>; explanations that are <c>misfits</c> or <c>idle</c>;
/// <c>outliers</c> among the numbers that do not differ; <c>bySubject</c>: what is changed, new and gone; <c>byFlag</c>: differences that carry each flag.</item>
/// <item><c>differences</c>: what someone must explain, greatest first. <c>old</c> and <c>new</c> are what explanations quote; <c>explanation</c> is null where there is none.</item>
/// <item><c>withinTolerance</c>, <c>outliers</c>: numbers that need no explanation, by id.</item>
/// <item><c>ground</c>: what changed in what the editions were made from.</item>
/// <item><c>misfits</c>, <c>idle</c>: explanations that no longer hold, by where they stand.</item>
/// </list>
/// </summary>
public static class ComparisonJson
{
    /// <summary>Version of the file's form.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The comparison as UTF-8 JSON, lines ended by LF.</summary>
    public static byte[] Write(ExplainedComparison comparison)
    {
        var result = comparison.Result;
        var explanations = comparison.Explained.ToDictionary(e => e.Difference.Key, e => e.Explanation, StringComparer.Ordinal);
        using var json = new JsonLines();
        json.Field("schema", w => w.WriteNumberValue(SchemaVersion));
        json.Field("old", w => WriteEdition(w, result.Old));
        json.Field("new", w => WriteEdition(w, result.New));
        json.Field("settled", w => w.WriteBooleanValue(comparison.IsSettled));
        json.Field("counts", w => WriteCounts(w, comparison));
        json.List("differences", result.Differences, (w, d) => WriteDifference(w, d, explanations.GetValueOrDefault(d.Key)));
        json.List("withinTolerance", result.WithinTolerance, WriteNumber);
        json.List("outliers", result.Outliers, WriteNumber);
        json.List("ground", result.Ground, WriteGround);
        json.List("misfits", comparison.Misfits, WriteMisfit);
        json.List("idle", comparison.Idle, WriteIdle);
        return json.End();
    }

    private static void WriteEdition(Utf8JsonWriter writer, Edition edition)
    {
        writer.WriteStartObject();
        writer.WriteString("name", edition.Origin.Name);
        writer.WriteString("tool", edition.Origin.ToolVersion);
        writer.WriteString("dataSha256", edition.Origin.DataFingerprint);
        writer.WriteBoolean("partial", edition.IsPartial);
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, ExplainedComparison comparison)
    {
        var result = comparison.Result;
        writer.WriteStartObject();
        writer.WriteNumber("unchanged", result.Unchanged);
        writer.WriteNumber("withinTolerance", result.WithinTolerance.Count);
        writer.WriteNumber("unknown", result.Unknown);
        writer.WriteNumber("unmatched", result.Unmatched);
        writer.WriteNumber("differences", result.Differences.Count);
        writer.WriteNumber("explained", comparison.Explained.Count);
        writer.WriteNumber("unexplained", comparison.Unexplained.Count);
        writer.WriteNumber("misfits", comparison.Misfits.Count);
        writer.WriteNumber("idle", comparison.Idle.Count);
        writer.WriteNumber("outliers", result.Outliers.Count);
        writer.WriteStartObject("bySubject");
        foreach (var subject in Enum.GetValues<DifferenceSubject>())
        {
            writer.WriteStartObject(EditionWriter.NameOf(subject));
            foreach (var kind in Enum.GetValues<DifferenceKind>())
            {
                writer.WriteNumber(EditionWriter.NameOf(kind), result.Differences.Count(d => d.Subject == subject && d.Kind == kind));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("byFlag");
        foreach (var flag in Enum.GetValues<DifferenceFlag>())
        {
            writer.WriteNumber(EditionWriter.NameOf(flag), result.Differences.Count(d => d.Flags.Contains(flag)));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteDifference(Utf8JsonWriter writer, Difference difference, Explanation? explanation)
    {
        writer.WriteStartObject();
        writer.WriteString("key", difference.Key);
        writer.WriteString("subject", EditionWriter.NameOf(difference.Subject));
        writer.WriteString("kind", EditionWriter.NameOf(difference.Kind));
        writer.WriteString("old", difference.Old);
        writer.WriteString("new", difference.New);
        WriteSize(writer, difference);
        JsonLines.Texts(writer, "flags", difference.Flags.Select(EditionWriter.NameOf));
        JsonLines.Texts(writer, "shownIn", difference.ShownIn);
        writer.WriteString("context", difference.Context);
        writer.WritePropertyName("explanation");
        if (explanation is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteExplanation(writer, explanation);
        }

        writer.WriteEndObject();
    }

    private static void WriteExplanation(Utf8JsonWriter writer, Explanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteString("pattern", explanation.Pattern);
        writer.WriteString("class", EditionWriter.NameOf(explanation.Class));
        writer.WriteString("reason", explanation.Reason);
        writer.WriteString("signedBy", explanation.SignedBy);
        writer.WriteString("date", explanation.Date.ToText());
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, Difference difference)
    {
        writer.WriteStartObject();
        writer.WriteString("id", difference.Key);
        writer.WriteString("old", difference.Old);
        writer.WriteString("new", difference.New);
        WriteSize(writer, difference);
        JsonLines.Texts(writer, "flags", difference.Flags.Select(EditionWriter.NameOf));
        writer.WriteEndObject();
    }

    private static void WriteGround(Utf8JsonWriter writer, GroundChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("role", change.Role);
        writer.WriteString("name", change.Name);
        writer.WriteString("old", change.Old);
        writer.WriteString("new", change.New);
        writer.WriteEndObject();
    }

    private static void WriteMisfit(Utf8JsonWriter writer, ExplanationMisfit misfit)
    {
        writer.WriteStartObject();
        writer.WriteString("pattern", misfit.Explanation.Pattern);
        writer.WriteNumber("line", misfit.Explanation.Place.Line);
        JsonLines.Texts(writer, "keys", misfit.Differences.Select(d => d.Key));
        writer.WriteEndObject();
    }

    private static void WriteIdle(Utf8JsonWriter writer, Explanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteString("pattern", explanation.Pattern);
        writer.WriteNumber("line", explanation.Place.Line);
        writer.WriteEndObject();
    }

    private static void WriteSize(Utf8JsonWriter writer, Difference difference)
    {
        writer.WritePropertyName("size");
        writer.WriteRawValue(SavedNumber.Text(difference.Size));
    }
}
