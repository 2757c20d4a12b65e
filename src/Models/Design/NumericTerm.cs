using System.Runtime.CompilerServices;

namespace ReportBuilder.Models.Design;

/// <summary>A number, entering the model as it is: one column.</summary>
public sealed class NumericTerm : Term
{
    private readonly double?[] _values;

    /// <summary>Makes the term.</summary>
    /// <param name="name">Name, unique within a model.</param>
    /// <param name="values">One value a row; null where it is missing.</param>
    public NumericTerm(string name, IReadOnlyList<double?> values)
        : base(name, values.Count) => _values = [.. values];

    /// <inheritdoc/>
    public override DropReason? WhyUnusable(int row) =>
        _values[row] is not { } value ? DropReason.Missing
        : double.IsFinite(value) ? null
        : DropReason.NotFinite;

    internal override TermEncoder Encode(ReadOnlySpan<int> usedRows) => new Encoder(this);

    private sealed class Encoder(NumericTerm term) : TermEncoder
    {
        public override IReadOnlyList<string?> ColumnLevels => [null];

        public override TermCoding Describe(int firstColumn) => new(term.Name, TermStatus.Coded, [firstColumn], null, []);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void WriteColumn(int column, ReadOnlySpan<int> usedRows, Span<double> into)
        {
            for (var i = 0; i < usedRows.Length; i++)
            {
                into[i] = term._values[usedRows[i]].GetValueOrDefault();
            }
        }

        public override ProfileProblemKind? WriteProfile(TermValue value, Span<double> into)
        {
            if (value.Number is not { } number)
            {
                return ProfileProblemKind.NotANumber;
            }

            into[0] = number;
            return double.IsFinite(number) ? null : ProfileProblemKind.NotANumber;
        }
    }
}
