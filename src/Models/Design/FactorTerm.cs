using System.Runtime.CompilerServices;

namespace ReportBuilder.Models.Design;

/// <summary>
/// A categorical variable: a 0/1 column for each level but the first (treatment contrasts, R's <c>contr.treatment</c>).
/// Levels that no used row has get no column, as in R's <c>glm</c>; when the first level is one of them, the first level
/// in use becomes the reference, and <see cref="TermCoding"/> says so.
/// </summary>
public sealed class FactorTerm : Term
{
    private readonly Categorical _values;
    private readonly bool _isComplete;

    /// <summary>Makes the term.</summary>
    /// <param name="name">Name, unique within a model.</param>
    /// <param name="values">Levels, the reference level first, and one value a row.</param>
    public FactorTerm(string name, Categorical values)
        : base(name, values.RowCount)
    {
        _values = values;
        _isComplete = !values.Codes.ContainsAnyInRange(int.MinValue, -1);
    }

    /// <summary>Makes the term from the level of each row in words.</summary>
    /// <param name="name">Name, unique within a model.</param>
    /// <param name="levels">Levels, the reference level first.</param>
    /// <param name="labels">One level a row; null where it is missing.</param>
    public FactorTerm(string name, IReadOnlyList<string> levels, IReadOnlyList<string?> labels)
        : this(name, Categorical.FromLabels(levels, labels)) { }

    /// <inheritdoc/>
    public override DropReason? WhyUnusable(int row) =>
        _values.IsMissing(row) ? DropReason.Missing
        : _values.IsUnknown(row) ? DropReason.UnknownLevel
        : null;

    internal override bool IsUsableThroughout => _isComplete;

    internal override TermEncoder Encode(ReadOnlySpan<int> usedRows) => Encode(usedRows, FactorCoding.Contrasts);

    /// <summary>Settles the columns; in an interaction every level may have one.</summary>
    internal TermEncoder Encode(ReadOnlySpan<int> usedRows, FactorCoding coding)
    {
        var used = new bool[_values.Levels.Count];
        var codes = _values.Codes;
        foreach (var row in usedRows)
        {
            used[codes[row]] = true;
        }

        return new Encoder(
            this,
            [.. Enumerable.Range(0, used.Length).Where(level => used[level])],
            coding == FactorCoding.Contrasts ? 1 : 0
        );
    }

    private sealed class Encoder(FactorTerm term, int[] usedLevels, int first) : TermEncoder
    {
        private IReadOnlyList<string> Levels => term._values.Levels;

        public override IReadOnlyList<string?> ColumnLevels => [.. usedLevels.Skip(first).Select(level => Levels[level])];

        public override TermCoding Describe(int firstColumn) =>
            new(
                term.Name,
                usedLevels.Length > first ? TermStatus.Coded : TermStatus.OneLevel,
                [.. Enumerable.Range(firstColumn, Math.Max(usedLevels.Length - first, 0))],
                first > 0 && usedLevels.Length > 0 ? Levels[usedLevels[0]] : null,
                [.. Enumerable.Range(0, Levels.Count).Except(usedLevels).Select(level => Levels[level])]
            );

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void WriteColumn(int column, ReadOnlySpan<int> rows, Span<double> into)
        {
            var level = usedLevels[column + first];
            var codes = term._values.Codes;
            for (var i = 0; i < rows.Length; i++)
            {
                into[i] = codes[rows[i]] == level ? 1 : 0;
            }
        }

        public override ProfileProblemKind? WriteProfile(TermValue value, Span<double> into)
        {
            var used = value.Level is null ? -1 : Array.FindIndex(usedLevels, level => Levels[level] == value.Level);
            if (used < 0)
            {
                return ProfileProblemKind.LevelNotInModel;
            }

            into.Clear();
            if (used >= first)
            {
                into[used - first] = 1;
            }

            return null;
        }
    }
}
