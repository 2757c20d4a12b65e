using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ReportBuilder.Models.Design;

/// <summary>A number, entering the model as it is: one column.</summary>
public sealed class NumericTerm : Term
{
    private readonly ImmutableArray<double> _values;
    private readonly BitArray? _missing;
    private readonly bool _isFinite;

    /// <summary>Makes the term.</summary>
    /// <param name="name">Name, unique within a model.</param>
    /// <param name="values">One value a row; null where it is missing.</param>
    public NumericTerm(string name, IReadOnlyList<double?> values)
        : this(name, [.. values.Select(value => value.GetValueOrDefault())], MissingIn(values)) { }

    private NumericTerm(string name, ImmutableArray<double> values, BitArray? missing)
        : base(name, values.Length)
    {
        _values = values;
        _missing = missing;
        _isFinite = values.All(double.IsFinite);
    }

    internal override bool IsUsableThroughout => _missing is null && _isFinite;

    /// <inheritdoc/>
    public override DropReason? WhyUnusable(int row) =>
        _missing is not null && _missing[row] ? DropReason.Missing
        : double.IsFinite(_values[row]) ? null
        : DropReason.NotFinite;

    /// <summary>Makes the term of values of which none is missing, without copying them.</summary>
    /// <param name="name">Name, unique within a model.</param>
    /// <param name="values">One value a row.</param>
    public static NumericTerm Of(string name, ImmutableArray<double> values) => new(name, values, null);

    internal override TermEncoder Encode(ReadOnlySpan<int> usedRows) => new Encoder(this);

    private static BitArray? MissingIn(IReadOnlyList<double?> values)
    {
        BitArray? missing = null;
        for (var row = 0; row < values.Count; row++)
        {
            if (values[row] is null)
            {
                missing ??= new BitArray(values.Count);
                missing[row] = true;
            }
        }

        return missing;
    }

    private sealed class Encoder(NumericTerm term) : TermEncoder
    {
        public override IReadOnlyList<string?> ColumnLevels => [null];

        public override TermCoding Describe(int firstColumn) => new(term.Name, TermStatus.Coded, [firstColumn], null, []);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void WriteColumn(int column, ReadOnlySpan<int> rows, Span<double> into)
        {
            var values = term._values.AsSpan();
            for (var i = 0; i < rows.Length; i++)
            {
                into[i] = values[rows[i]];
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
