using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>
/// A table in JSON-stat 2.0 (class <c>dataset</c>), as Statistics Norway's StatBank gives it. Values lie in one row, the last dimension
/// fastest. A missing value has a sign that says why and is never nil: <c>.</c> not applicable, <c>..</c> not available,
/// <c>:</c> confidential. Immutable. Source: json-stat.org, «JSON-stat format 2.0».
/// </summary>
public sealed class JsonStatDataset
{
    private readonly double?[] _values;
    private readonly string?[] _signs;
    private readonly int[] _strides;

    /// <summary>Makes a dataset.</summary>
    /// <param name="dimensions">Dimensions with different codes, slowest first.</param>
    /// <param name="values">One value for each combination of categories; null for a missing one.</param>
    /// <param name="signs">For each value its sign, or null; a missing value has one. No list: no signs.</param>
    /// <exception cref="ArgumentException">The numbers of values and signs do not agree with the dimensions, or a missing value has no sign.</exception>
    public JsonStatDataset(IReadOnlyList<JsonStatDimension> dimensions, IReadOnlyList<double?> values, IReadOnlyList<string?>? signs = null)
    {
        _strides = new int[dimensions.Count];
        var cells = 1;
        for (var i = dimensions.Count - 1; i >= 0; i--)
        {
            _strides[i] = cells;
            cells *= dimensions[i].Categories.Count;
        }

        Dimensions = dimensions;
        _values = [.. values];
        _signs = [.. signs ?? new string?[cells]];
        if (_values.Length != cells || _signs.Length != cells)
        {
            throw new ArgumentException($"{_values.Length} values and {_signs.Length} signs for {cells} cells.", nameof(values));
        }

        for (var i = 0; i < cells; i++)
        {
            if (_values[i] is null && _signs[i] is null)
            {
                throw new ArgumentException($"Missing value {i} has no sign.", nameof(signs));
            }
        }
    }

    /// <summary>Title of the table.</summary>
    public string Label { get; init; } = string.Empty;

    /// <summary>Who made it.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>When the source last changed it, as written there; empty where nothing is said.</summary>
    public string Updated { get; init; } = string.Empty;

    /// <summary>Notes to the whole table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Dimensions, slowest first.</summary>
    public IReadOnlyList<JsonStatDimension> Dimensions { get; }

    /// <summary>Number of cells.</summary>
    public int CellCount => _values.Length;

    /// <summary>The value of a cell, or null when it is missing.</summary>
    public double? Value(int cell) => _values[cell];

    /// <summary>The sign of a cell, or null. A value that is there may have one too, as when it is preliminary.</summary>
    public string? Sign(int cell) => _signs[cell];

    /// <summary>Position of a dimension, or −1.</summary>
    public int IndexOf(string dimension)
    {
        for (var i = 0; i < Dimensions.Count; i++)
        {
            if (Dimensions[i].Code == dimension)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>How far apart the cells of neighbouring categories of a dimension lie.</summary>
    public int Stride(int dimension) => _strides[dimension];

    /// <summary>The cell at positions in each dimension.</summary>
    /// <param name="categories">One position for each dimension, in their order.</param>
    public int Cell(params ReadOnlySpan<int> categories)
    {
        var cell = 0;
        for (var i = 0; i < categories.Length; i++)
        {
            cell += categories[i] * _strides[i];
        }

        return cell;
    }

    /// <summary>
    /// The cell of category codes by dimension. Dimensions with one category need not be named. Null when a dimension or a code is not
    /// there, or a dimension with several categories is not named.
    /// </summary>
    public int? Cell(IReadOnlyDictionary<string, string> codes)
    {
        var categories = new int[Dimensions.Count];
        var named = 0;
        for (var i = 0; i < categories.Length; i++)
        {
            if (codes.TryGetValue(Dimensions[i].Code, out var code))
            {
                categories[i] = Dimensions[i].IndexOf(code);
                named++;
            }
            else
            {
                categories[i] = Dimensions[i].Categories.Count == 1 ? 0 : -1;
            }
        }

        return named == codes.Count && !categories.Contains(-1) ? Cell(categories) : null;
    }

    /// <summary>
    /// Reads a file. Null when it cannot be used; the bag then says why (RB2001–RB2004, RB2300–RB2313), each fault with line and column
    /// and the path in the JSON.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">The path as shown to the user.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static JsonStatDataset? Read(string path, string shownAs, DiagnosticBag bag) =>
        InputFile.Read(path, shownAs, bag) is { } file ? Parse(file.Bytes, shownAs, bag) : null;

    /// <summary>Reads bytes of UTF-8, otherwise as <see cref="Read"/>.</summary>
    /// <param name="json">The bytes, with or without byte order mark.</param>
    /// <param name="shownAs">What to call them in diagnostics.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static JsonStatDataset? Parse(byte[] json, string shownAs, DiagnosticBag bag)
    {
        var source = new JsonStatSource(json, shownAs, bag);
        return JsonStatReader.Read(source) is { } parts ? new JsonStatAssembly(source, parts).Dataset() : null;
    }

    /// <summary>Reads the dimensions of a table's metadata: a dataset that need not have values. Null when it cannot be used.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="shownAs">What to call them in diagnostics.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static IReadOnlyList<JsonStatDimension>? ParseDimensions(byte[] json, string shownAs, DiagnosticBag bag)
    {
        var source = new JsonStatSource(json, shownAs, bag);
        return JsonStatReader.Read(source) is { } parts ? new JsonStatAssembly(source, parts).Dimensions() : null;
    }
}
