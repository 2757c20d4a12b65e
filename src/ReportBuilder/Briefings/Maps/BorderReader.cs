using System.Text.Json;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Figures;

namespace ReportBuilder.Briefings.Maps;

/// <summary>
/// Reads a boundary file: GeoJSON (RFC 7946), a collection of features, each a polygon or several with the property <c>kommunenummer</c>. Holes are not read: a lake is filled.
/// </summary>
public static class BorderReader
{
    /// <summary>The property that says which municipality a feature is.</summary>
    public const string CodeProperty = "kommunenummer";

    private const int FewestPlaces = 4;

    /// <summary>
    /// Reads the file; null when it cannot be used, and the bag says why: RB2001–RB2004 for the file, RB8070 when it is no GeoJSON collection, RB8071 for a feature without number, RB8072 for one that is no polygon, RB8073
    /// for a place that is not longitude and latitude, RB8074 for a municipality that stands twice.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">The file as shown to the user.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static Borders? Read(string path, string shownAs, DiagnosticBag bag)
    {
        if (InputFile.Read(path, shownAs, bag) is not { } input)
        {
            return null;
        }

        var place = new SourcePlace(shownAs);
        try
        {
            var start = input.Bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            using var document = JsonDocument.Parse(input.Bytes.AsMemory(start));
            if (Member(document.RootElement, "features") is not { ValueKind: JsonValueKind.Array } features)
            {
                bag.Add(Diagnostic.Error("RB8070", place));
                return null;
            }

            var errors = bag.ErrorCount;
            var outlines = new SortedDictionary<string, IReadOnlyList<MapRing>>(StringComparer.Ordinal);
            foreach (var (index, feature) in features.EnumerateArray().Index())
            {
                ReadFeature(feature, index + 1, outlines, place, bag);
            }

            return bag.ErrorCount > errors ? null : new Borders(outlines);
        }
        catch (JsonException exception)
        {
            var line = new SourcePlace(shownAs, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1);
            bag.Add(Diagnostic.Error("RB8070", line));
            return null;
        }
    }

    private static void ReadFeature(
        JsonElement feature,
        int number,
        SortedDictionary<string, IReadOnlyList<MapRing>> outlines,
        SourcePlace place,
        DiagnosticBag bag
    )
    {
        if (
            Member(feature, "properties") is not { } properties
            || Member(properties, CodeProperty) is not { ValueKind: JsonValueKind.String } code
        )
        {
            bag.Add(Diagnostic.Error("RB8071", place, number.ToText(), CodeProperty));
            return;
        }

        var geometry = Member(feature, "geometry");
        var kind = geometry is { } g && Member(g, "type") is { ValueKind: JsonValueKind.String } type ? type.GetString() : null;
        if (
            kind is not ("Polygon" or "MultiPolygon")
            || Member(geometry!.Value, "coordinates") is not { ValueKind: JsonValueKind.Array } coordinates
        )
        {
            bag.Add(Diagnostic.Error("RB8072", place, number.ToText()) with { Found = kind ?? string.Empty });
            return;
        }

        var rings = new List<MapRing>();
        var polygons = kind == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray();
        foreach (var polygon in polygons)
        {
            if (Ring(polygon) is not { } ring)
            {
                bag.Add(Diagnostic.Error("RB8073", place, number.ToText()));
                return;
            }

            rings.Add(ring);
        }

        if (!outlines.TryAdd(code.GetString()!, rings))
        {
            bag.Add(Diagnostic.Error("RB8074", place, code.GetString()!));
        }
    }

    /// <summary>The outer ring of a polygon, null when it is not a list of places on the globe.</summary>
    private static MapRing? Ring(JsonElement polygon)
    {
        if (
            polygon.ValueKind != JsonValueKind.Array
            || polygon.GetArrayLength() == 0
            || polygon[0] is not { ValueKind: JsonValueKind.Array } outer
            || outer.GetArrayLength() < FewestPlaces
        )
        {
            return null;
        }

        var points = new List<(double X, double Y)>(outer.GetArrayLength());
        foreach (var point in outer.EnumerateArray())
        {
            if (
                point.ValueKind != JsonValueKind.Array
                || point.GetArrayLength() < 2
                || point[0].ValueKind != JsonValueKind.Number
                || point[1].ValueKind != JsonValueKind.Number
                || !(Math.Abs(point[0].GetDouble()) <= 180)
                || !(Math.Abs(point[1].GetDouble()) <= 90)
            )
            {
                return null;
            }

            points.Add((point[0].GetDouble(), point[1].GetDouble()));
        }

        return new MapRing(points);
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
