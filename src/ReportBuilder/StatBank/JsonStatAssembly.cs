using System.Globalization;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>Holds the parts of a dataset together: each dimension described once, sizes that agree, a sign for each missing value.</summary>
internal sealed class JsonStatAssembly(JsonStatSource source, JsonStatParts parts)
{
    /// <summary>The dataset, or null; what does not agree is reported.</summary>
    public JsonStatDataset? Dataset()
    {
        if (Dimensions() is not { } dimensions)
        {
            return null;
        }

        if (parts.Values is not { } series)
        {
            source.Error("RB2306", "value");
            return null;
        }

        var cells = dimensions.Aggregate(1L, (product, d) => product * d.Categories.Count);
        if (series.IsWhole ? series.Items.Count != cells : cells > int.MaxValue)
        {
            source.Error("RB2308", series.Offset, Text(series.Items.Count), Text(cells), "value");
            return null;
        }

        var values = new double?[cells];
        var offsets = new long[cells];
        Array.Fill(offsets, series.Offset);
        foreach (var (position, value, offset) in Within(series, cells, "value"))
        {
            (values[position], offsets[position]) = (value, offset);
        }

        var signs = Signs(cells);
        for (var i = 0; i < cells; i++)
        {
            if (values[i] is null && string.IsNullOrWhiteSpace(signs[i]))
            {
                source.Error("RB2312", offsets[i], null, ". .. :", $"value[{Text(i)}]");
            }
        }

        return source.ErrorCount > 0
            ? null
            : new JsonStatDataset(dimensions, values, signs)
            {
                Label = parts.Texts.GetValueOrDefault("label", string.Empty),
                Source = parts.Texts.GetValueOrDefault("source", string.Empty),
                Updated = parts.Texts.GetValueOrDefault("updated", string.Empty),
                Notes = parts.Notes,
            };
    }

    /// <summary>The dimensions in the order of <c>id</c>, or null.</summary>
    public IReadOnlyList<JsonStatDimension>? Dimensions()
    {
        foreach (
            var (name, isThere) in new[]
            {
                ("id", parts.Ids is not null),
                ("size", parts.Sizes is not null),
                ("dimension", parts.Dimensions is not null),
            }
        )
        {
            if (!isThere)
            {
                source.Error("RB2306", name);
            }
        }

        if (parts is not { Ids: { } ids, Sizes: { } sizes, Dimensions: { } described })
        {
            return null;
        }

        if (ids.Count != sizes.Count)
        {
            source.Error("RB2308", sizes.Count > 0 ? sizes[0].Offset : 0, Text(sizes.Count), Text(ids.Count), "size");
            return null;
        }

        var dimensions = new List<JsonStatDimension>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Count; i++)
        {
            if (!seen.Add(ids[i].Value))
            {
                source.Error("RB2311", ids[i].Offset, ids[i].Value, null, $"id[{Text(i)}]");
            }
            else if (!described.TryGetValue(ids[i].Value, out var part))
            {
                var nearest = NearestName.Find(ids[i].Value, described.Keys);
                source.Error("RB2310", ids[i].Offset, ids[i].Value, nearest, $"id[{Text(i)}]");
            }
            else if (Categories(part, sizes[i]) is { } categories)
            {
                dimensions.Add(
                    new JsonStatDimension(part.Code, part.Label ?? part.Code, categories)
                    {
                        Role = parts.Roles.GetValueOrDefault(part.Code),
                        CanBeLeftOut = part.CanBeLeftOut,
                    }
                );
            }
        }

        // A misspelt code in «id» leaves a dimension over; one fault is enough to tell.
        foreach (var part in described.Values.Where(d => source.ErrorCount == 0 && !seen.Contains(d.Code)).OrderBy(d => d.Offset).ToList())
        {
            source.Error("RB2310", part.Offset, part.Code, NearestName.Find(part.Code, seen), "dimension." + part.Code);
        }

        return source.ErrorCount > 0 ? null : dimensions;
    }

    private JsonStatCategory[]? Categories(JsonStatPartDimension part, Located<int> size)
    {
        var path = $"dimension.{part.Code}.category.index";
        // With one category the index may be left out; its code is then that of the label.
        var index = part.Index ?? (part.Labels.Count == 1 ? [(part.Labels.Keys.Single(), 0, part.Offset)] : []);
        if (index.Count != size.Value)
        {
            source.Error("RB2313", size.Offset, Text(size.Value), Text(index.Count), path);
            return null;
        }

        var codes = new string?[size.Value];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var errors = source.ErrorCount;
        foreach (var (code, position, offset) in index)
        {
            if (position >= codes.Length)
            {
                source.Error("RB2309", offset, Text(position), "0–" + Text(codes.Length - 1), path + "." + code);
            }
            else if (!seen.Add(code))
            {
                source.Error("RB2311", offset, code, null, path);
            }
            else if (codes[position] is not null)
            {
                source.Error("RB2311", offset, Text(position), null, path + "." + code);
            }
            else
            {
                codes[position] = code;
            }
        }

        return source.ErrorCount > errors
            ? null
            :
            [
                .. codes.Select(c => new JsonStatCategory(
                    c!,
                    part.Labels.GetValueOrDefault(c!, c!),
                    UnitOf(part, c!).Unit,
                    UnitOf(part, c!).Decimals
                )),
            ];
    }

    private string?[] Signs(long cells)
    {
        var signs = new string?[cells];
        if (parts.SignOfAll is { } sign)
        {
            Array.Fill(signs, sign);
        }

        if (parts.Signs is { } series)
        {
            // A list of one sign holds for all cells.
            if (series is { IsWhole: true, Items: [var only] })
            {
                Array.Fill(signs, only.Value);
            }
            else if (series.IsWhole && series.Items.Count != cells)
            {
                source.Error("RB2308", series.Offset, Text(series.Items.Count), Text(cells), "status");
            }
            else
            {
                foreach (var (position, value, _) in Within(series, cells, "status"))
                {
                    signs[position] = value;
                }
            }
        }

        return signs;
    }

    private IEnumerable<(int Position, T Value, long Offset)> Within<T>(JsonStatSeries<T> series, long cells, string path)
    {
        foreach (var item in series.Items)
        {
            if (item.Position < cells)
            {
                yield return item;
            }
            else
            {
                source.Error("RB2309", item.Offset, Text(item.Position), "0–" + Text(cells - 1), $"{path}[{Text(item.Position)}]");
            }
        }
    }

    private static (string? Unit, int? Decimals) UnitOf(JsonStatPartDimension part, string code) => part.Units.GetValueOrDefault(code);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
