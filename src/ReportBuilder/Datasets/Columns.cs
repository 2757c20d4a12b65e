using System.Globalization;
using System.Text;

namespace ReportBuilder.Datasets;

/// <summary>A column of values in memory; immutable.</summary>
public abstract class DatasetColumn
{
    private protected DatasetColumn(SchemaColumn declared, int rowCount, int missingCount)
    {
        Declared = declared;
        RowCount = rowCount;
        MissingCount = missingCount;
    }

    /// <summary>Its declaration.</summary>
    public SchemaColumn Declared { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Number of rows without a value.</summary>
    public int MissingCount { get; }

    /// <summary>True when the row has no value.</summary>
    public abstract bool IsMissing(int row);
}

/// <summary>Numbers. Takes ownership of the arrays given.</summary>
public sealed class NumberColumn : DatasetColumn
{
    private readonly double[] _values;
    private readonly bool[] _missing;

    /// <summary>Makes a column.</summary>
    /// <param name="declared">Its declaration.</param>
    /// <param name="values">One value a row; ignored where missing.</param>
    /// <param name="missing">True where there is no value.</param>
    public NumberColumn(SchemaColumn declared, double[] values, bool[] missing)
        : base(declared, values.Length, missing.AsSpan().Count(true))
    {
        if (missing.Length != values.Length)
        {
            throw new ArgumentException("One flag a value.", nameof(missing));
        }

        _values = values;
        _missing = missing;
        for (var i = 0; i < values.Length; i++)
        {
            // A caller that forgets to ask IsMissing must not get a plausible number.
            values[i] = missing[i] ? double.NaN : values[i];
        }
    }

    /// <summary>One number a row in the declared unit; undefined where <see cref="IsMissing"/>.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => _missing[row];
}

/// <summary>Categories. Takes ownership of the array given.</summary>
public sealed class CodeColumn : DatasetColumn
{
    /// <summary>The index of a row without a value.</summary>
    public const sbyte Missing = -1;

    private readonly sbyte[] _indices;

    /// <summary>Makes a column.</summary>
    /// <param name="declared">Its declaration, with the levels.</param>
    /// <param name="indices">Index of the level of each row, −1 for missing.</param>
    public CodeColumn(SchemaColumn declared, sbyte[] indices)
        : base(declared, indices.Length, indices.AsSpan().Count(Missing)) => _indices = indices;

    /// <summary>The categories, in the declared order.</summary>
    public IReadOnlyList<CodeLevel> Levels => Declared.Levels;

    /// <summary>Index into <see cref="Levels"/> of each row; −1 where missing.</summary>
    public ReadOnlySpan<sbyte> Indices => _indices;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => _indices[row] == Missing;

    /// <summary>The code of a level as the number it is written as: 0/1 marks, education 1–3.</summary>
    /// <exception cref="FormatException">The code is no whole number.</exception>
    public double NumberAt(int level) => double.Parse(Levels[level].Code, NumberStyles.Integer, CultureInfo.InvariantCulture);

    /// <summary>Index of the level with a token, or −1.</summary>
    public int IndexOf(string token)
    {
        for (var i = 0; i < Levels.Count; i++)
        {
            if (Levels[i].Token == token)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>Texts, each distinct one kept once as UTF-8 and made into a string when first asked for.</summary>
public sealed class TextColumn : DatasetColumn
{
    private readonly int[] _indices;
    private readonly Lazy<string[]> _texts;

    internal TextColumn(SchemaColumn declared, int[] indices, byte[] utf8, int[] starts)
        : base(declared, indices.Length, indices.AsSpan().Count(-1))
    {
        _indices = indices;
        DistinctCount = starts.Length - 1;
        _texts = new Lazy<string[]>(() =>
            [.. Enumerable.Range(0, starts.Length - 1).Select(i => Encoding.UTF8.GetString(utf8, starts[i], starts[i + 1] - starts[i]))]
        );
    }

    /// <summary>Makes a column of texts, null where missing.</summary>
    public static TextColumn Of(SchemaColumn declared, IEnumerable<string?> texts)
    {
        var pool = new TextPool();
        int[] indices = [.. texts.Select(t => string.IsNullOrEmpty(t) ? -1 : pool.Add(Encoding.UTF8.GetBytes(t)))];
        return new TextColumn(declared, indices, pool.Utf8, pool.Starts);
    }

    /// <summary>Number of distinct texts.</summary>
    public int DistinctCount { get; }

    /// <summary>The distinct texts, in the order of their first rows.</summary>
    public IReadOnlyList<string> Distinct => _texts.Value;

    /// <summary>Index into <see cref="Distinct"/> of each row; −1 where missing.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => _indices[row] < 0;

    /// <summary>The text of a row, or null when missing.</summary>
    public string? Text(int row) => _indices[row] < 0 ? null : _texts.Value[_indices[row]];
}
