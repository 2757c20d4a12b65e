using System.Text.Json;

namespace ReportBuilder.Models.Tests.Support;

/// <summary>Reads the files in <c>Reference</c>.</summary>
public static class ReferenceFiles
{
    public static JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(name)));
        return document.RootElement.Clone();
    }

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Reference", name);

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static double?[] Numbers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? (double?)null : v.GetDouble())];

    public static bool?[] Truths(this JsonElement element, string name) =>
        [.. element.Numbers(name).Select(v => v is { } n ? n == 1 : (bool?)null)];

    public static string[] Words(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(v => v.GetString()!)];

    public static IEnumerable<JsonElement> Rows(this JsonElement element, string name) => element.GetProperty(name).EnumerateArray();
}
