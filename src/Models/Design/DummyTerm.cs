using System.Runtime.CompilerServices;

namespace ReportBuilder.Models.Design;

/// <summary>A yes or no, entering the model as 1 or 0: one column. Also the outcome of a logistic model.</summary>
public sealed class DummyTerm : Term
{
    private const byte Missing = 2;
    private readonly byte[] _values;
    private readonly bool _isComplete;

    /// <summary>Makes the term.</summary>
    /// <param name="name">Name, unique within a model.</param>
    /// <param name="values">One value a row; null where it is missing.</param>
    public DummyTerm(string name, IReadOnlyList<bool?> values)
        : base(name, values.Count)
    {
        _values = new byte[values.Count];
        for (var row = 0; row < _values.Length; row++)
        {
            _values[row] =
                values[row] is not { } value ? Missing
                : value ? (byte)1
                : (byte)0;
        }

        _isComplete = !_values.AsSpan().Contains(Missing);
    }

    /// <inheritdoc/>
    public override DropReason? WhyUnusable(int row) => _values[row] == Missing ? DropReason.Missing : null;

    internal override bool IsUsableThroughout => _isComplete;

    internal override TermEncoder Encode(ReadOnlySpan<int> usedRows) => new Encoder(this);

    private sealed class Encoder(DummyTerm term) : TermEncoder
    {
        public override IReadOnlyList<string?> ColumnLevels => [null];

        public override TermCoding Describe(int firstColumn) => new(term.Name, TermStatus.Coded, [firstColumn], null, []);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void WriteColumn(int column, ReadOnlySpan<int> rows, Span<double> into)
        {
            var values = term._values;
            for (var i = 0; i < rows.Length; i++)
            {
                into[i] = values[rows[i]];
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
