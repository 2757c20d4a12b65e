namespace ReportBuilder.Editions.Reading;

/// <summary>Reads a figure: series by series, or as a list of ids (schema 1, and what was read from it).</summary>
internal static class FigureJson
{
    private static readonly JsonFieldNames Names = new(
        ["id"],
        "number",
        "caption",
        "kind",
        "axes",
        "drawing",
        "categories",
        "series",
        "quantities"
    );
    private static readonly JsonFieldNames SeriesNames = new(["name", "quantities"]);

    /// <summary>A figure; null when something is wrong with it.</summary>
    public static FigureContent? Read(ref JsonText json, QuantityRefs numbers, DrawingRefs drawings)
    {
        if (json.Object(Names) is not { } fields)
        {
            return null;
        }

        var faults = json.Faults.Count;
        string? id = null;
        var figure = new FigureContent(string.Empty, string.Empty, [], [], []);
        IReadOnlyList<QuantityId>? list = null;
        var drawn = 0L;
        while (json.Next(ref fields) is { } field)
        {
            switch (field)
            {
                case "id":
                    id = json.ContentId("fig-");
                    break;
                case "number":
                    figure = figure with { Number = json.Text() };
                    break;
                case "caption":
                    figure = figure with { Caption = json.Text() };
                    break;
                case "kind":
                    figure = figure with { Kind = json.Text() ?? string.Empty };
                    break;
                case "axes":
                    figure = figure with { Axes = json.Texts() };
                    break;
                case "drawing":
                    drawn = json.At;
                    figure = figure with { Drawing = json.Fingerprint() };
                    break;
                case "categories":
                    figure = figure with { Categories = json.Texts() };
                    break;
                case "series":
                    figure = figure with { Series = Series(ref json, numbers, id) };
                    break;
                default:
                    list = numbers.ReadList(ref json, id ?? string.Empty);
                    break;
            }
        }

        json.Close(fields);
        if (list is null)
        {
            foreach (var name in (string[])["kind", "axes", "categories", "series"])
            {
                json.Require(fields, name);
            }
        }

        if (json.Faults.Count > faults)
        {
            return null;
        }

        figure = list is null
            ? figure with
            {
                Id = id!,
            }
            : FigureContent.OfIds(id!, list) with
            {
                Number = figure.Number,
                Caption = figure.Caption,
                Drawing = figure.Drawing,
            };
        drawings.Add(figure, drawn);
        return figure;
    }

    private static List<SeriesContent> Series(ref JsonText json, QuantityRefs numbers, string? owner)
    {
        var series = new List<SeriesContent>();
        if (!json.List())
        {
            return series;
        }

        while (json.Item())
        {
            if (json.Object(SeriesNames) is not { } fields)
            {
                continue;
            }

            var name = string.Empty;
            IReadOnlyList<QuantityId> ids = [];
            while (json.Next(ref fields) is { } field)
            {
                if (string.Equals(field, "name", StringComparison.Ordinal))
                {
                    name = json.Text() ?? string.Empty;
                }
                else
                {
                    ids = numbers.ReadList(ref json, owner ?? string.Empty);
                }
            }

            json.Close(fields);
            series.Add(new SeriesContent(name, ids));
        }

        return series;
    }
}
