using System.Text.Json;
using ReportBuilder.Editions.Writing;

namespace ReportBuilder.Editions;

/// <summary>
/// Writes an edition as <c>utgave.json</c>: stable, sorted text with one quantity, one table row and one series a line, so that two editions can be read side by side.
/// Values have ten significant digits: more than any reader needs, and few enough that the last bit of another
/// processor's arithmetic does not show.
/// </summary>
public static class EditionWriter
{
    /// <summary>Version of the file's form. The first listed only ids for tables and figures.</summary>
    public const int SchemaVersion = 2;

    /// <summary>The edition as UTF-8 JSON, lines ended by LF.</summary>
    public static byte[] Write(Edition edition)
    {
        using var lines = new JsonLines();
        lines.Field("schema", w => w.WriteNumberValue(SchemaVersion));
        lines.Field("edition", w => w.WriteStringValue(edition.Origin.Name));
        if (edition.IsPartial)
        {
            lines.Field("partial", w => w.WriteBooleanValue(true));
        }

        lines.Field("tool", w => w.WriteStringValue(edition.Origin.ToolVersion));
        lines.Field("data", w => QuantityLines.WriteOrigin(w, edition.Origin));
        if (edition.Municipalities.Count > 0)
        {
            lines.List("municipalities", edition.Municipalities, (w, m) => w.WriteStringValue(m));
        }

        lines.List("quantities", edition.Quantities.Values, QuantityLines.Write);
        lines.List("facts", edition.Facts.Values, QuantityLines.WriteFact);
        ContentLines.WriteTables(lines, edition.Tables);
        ContentLines.WriteFigures(lines, edition.Figures);
        lines.List("claims", edition.Claims, ContentLines.WriteClaim);
        return lines.End();
    }

    /// <summary>Name of a unit or status in the file: the member's name with a small first letter.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
