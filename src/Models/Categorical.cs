namespace ReportBuilder.Models;

/// <summary>
/// A categorical variable: a fixed, ordered list of levels, and for each row one of them, nothing, or something that is
/// not among them. Immutable; equality is by reference.
/// </summary>
public sealed class Categorical
{
    private const int Missing = -1;
    private const int Unknown = -2;
    private readonly int[] _codes;

    private Categorical(IReadOnlyList<string> levels, int[] codes)
    {
        Levels = [.. levels];
        _codes = codes;
        if (Levels.Distinct(StringComparer.Ordinal).Count() != Levels.Count)
        {
            throw new ArgumentException("A level is named twice.", nameof(levels));
        }
    }

    /// <summary>The levels, in their order.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => _codes.Length;

    /// <summary>Makes a variable from the level of each row in words, null where it is missing. Words are compared ordinally.</summary>
    /// <exception cref="ArgumentException">A level is named twice.</exception>
    public static Categorical FromLabels(IReadOnlyList<string> levels, IReadOnlyList<string?> labels)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < levels.Count; i++)
        {
            index.TryAdd(levels[i], i);
        }

        var codes = new int[labels.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] =
                labels[row] is not { } label ? Missing
                : index.TryGetValue(label, out var code) ? code
                : Unknown;
        }

        return new Categorical(levels, codes);
    }

    /// <summary>Makes a variable from the index of each row's level, null where it is missing.</summary>
    /// <exception cref="ArgumentException">A level is named twice.</exception>
    public static Categorical FromCodes(IReadOnlyList<string> levels, IReadOnlyList<int?> codes)
    {
        var copy = new int[codes.Count];
        for (var row = 0; row < copy.Length; row++)
        {
            copy[row] =
                codes[row] is not { } code ? Missing
                : code >= 0 && code < levels.Count ? code
                : Unknown;
        }

        return new Categorical(levels, copy);
    }

    /// <summary>
    /// The combinations of two variables that occur, labelled <c>b:a</c> as R and lme4 label b nested in a, in the order of b's levels and
    /// then a's. A row without a level in either is missing.
    /// </summary>
    /// <exception cref="ArgumentException">The variables differ in number of rows.</exception>
    public static Categorical Cross(Categorical a, Categorical b)
    {
        if (a.RowCount != b.RowCount)
        {
            throw new ArgumentException($"{b.RowCount} rows for {a.RowCount}.", nameof(b));
        }

        var pairs = new long[a.RowCount];
        for (var row = 0; row < pairs.Length; row++)
        {
            pairs[row] = a._codes[row] < 0 || b._codes[row] < 0 ? Missing : (long)b._codes[row] * a.Levels.Count + a._codes[row];
        }

        long[] used = [.. pairs.Where(pair => pair != Missing).Distinct().Order()];
        var index = new Dictionary<long, int>(used.Length);
        for (var level = 0; level < used.Length; level++)
        {
            index.Add(used[level], level);
        }

        return new Categorical(CrossLabels(a, b, used), [.. pairs.Select(pair => pair == Missing ? Missing : index[pair])]);
    }

    /// <summary>The index of each row's level; below 0 when it is missing or not among the levels.</summary>
    internal ReadOnlySpan<int> Codes => _codes;

    /// <summary>Index of the row's level; null when it is missing or not among the levels.</summary>
    public int? LevelOf(int row) => _codes[row] >= 0 ? _codes[row] : null;

    /// <summary>True when the row has no value.</summary>
    public bool IsMissing(int row) => _codes[row] == Missing;

    /// <summary>True when the row has a value that is not among the levels.</summary>
    public bool IsUnknown(int row) => _codes[row] == Unknown;

    private static string[] CrossLabels(Categorical a, Categorical b, long[] pairs)
    {
        string Label(long pair, Func<string, string> write) =>
            $"{write(b.Levels[(int)(pair / a.Levels.Count)])}:{write(a.Levels[(int)(pair % a.Levels.Count)])}";
        string[] labels = [.. pairs.Select(pair => Label(pair, word => word))];

        // Levels with colons may make two combinations look the same; then all are quoted, which keeps them apart.
        return labels.Distinct(StringComparer.Ordinal).Count() == labels.Length
            ? labels
            : [.. pairs.Select(pair => Label(pair, word => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))];
    }
}
