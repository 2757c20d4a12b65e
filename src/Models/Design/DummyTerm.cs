using System.Runtime.CompilerServices;

namespace ReportBuilder.Models.Design;

/// <summary>A yes or no, entering the model as 1 or 0: one column. Also the outcome of a logistic model.</summary>
public sealed class DummyTerm : Term
{
    private readonly bool?[] _values;

    /// <summary>Makes the term.</summary>
    /// <param name="name">Name, unique within a model.</param>
    /// <param name="values">One value a row; null where it is missing.</param>
    public DummyTerm(string name, IReadOnlyList<bool?> values)
        : base(name, values.Count) => _values = [.. values];

    /// <inheritdoc/>
    public override DropReason? WhyUnusable(int row) => _values[row] is null ? DropReason.Missing : null;

    internal override TermEncoder Encode(ReadOnlySpan<int> usedRows) => new Encoder(this);

    private sealed class Encoder(DummyTerm term) : TermEncoder
    {
        public override IReadOnlyList<string?> ColumnLevels => [null];

        public override TermCoding Describe(int firstColumn) => new(term.Name, TermStatus.Coded, [firstColumn], null, []);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void WriteColumn(int column, ReadOnlySpan<int> usedRows, Span<double> into)
        {
            for (var i = 0; i < usedRows.Length; i++)
            {
                into[i] = term._values[usedRows[i]].GetValueOrDefault() ? 1 : 0;
            }
        }

        // Fractions are let through: a share of the sample is a common profile value for a dummy.
        public override ProfileProblemKind? WriteProfile(TermValue value, Span<double> into)
        {
            if (value.Number is not { } number || !(number is >= 0 and <= 1))
            {
                return ProfileProblemKind.NotBetweenZeroAndOne;
            }

            into[0] = number;
            return null;
        }
    }
}
