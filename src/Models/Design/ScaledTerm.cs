using System.Runtime.CompilerServices;

namespace ReportBuilder.Models.Design;

/// <summary>
/// A number, centred or standardised: one column, R's <c>scale(x)</c>. A variable that does not vary becomes a column of zeros, which is
/// aliased. In a profile its value is given as measured and is scaled as the data were.
/// </summary>
public sealed class ScaledTerm : Term
{
    private readonly double?[] _values;
    private readonly Scaling _scaling;

    /// <summary>Makes the term.</summary>
    /// <param name="name">Name, unique within a model.</param>
    /// <param name="values">One value a row; null where it is missing.</param>
    /// <param name="scaling">What is done to the values.</param>
    public ScaledTerm(string name, IReadOnlyList<double?> values, Scaling scaling)
        : base(name, values.Count)
    {
        _values = [.. values];
        _scaling = scaling;
    }

    /// <inheritdoc/>
    public override DropReason? WhyUnusable(int row) =>
        _values[row] is not { } value ? DropReason.Missing
        : double.IsFinite(value) ? null
        : DropReason.NotFinite;

    internal override TermEncoder Encode(ReadOnlySpan<int> usedRows)
    {
        int[] rows = _scaling.Rows == ScalingRows.Used ? usedRows.ToArray() : [.. Enumerable.Range(0, RowCount).Where(IsUsable)];
        var centre = _scaling.Centre && rows.Length > 0 ? Sum(rows, 0, squared: false) / rows.Length : 0;
        var spread = _scaling.Scale ? Math.Sqrt(Sum(rows, centre, squared: true) / Math.Max(1, rows.Length - 1)) : 1;
        // A constant far from zero leaves the rounding of its mean; next to its size that is no spread.
        return new Encoder(this, centre, spread > 1e-14 * Math.Abs(centre) ? spread : null);
    }

    private bool IsUsable(int row) => WhyUnusable(row) is null;

    /// <summary>The sum of values less the centre, or of their squares, compensated (Neumaier 1974), as R adds in extended precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Sum(int[] rows, double centre, bool squared)
    {
        var (sum, lost) = (0.0, 0.0);
        foreach (var row in rows)
        {
            var value = _values[row].GetValueOrDefault() - centre;
            value = squared ? value * value : value;
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        return sum + lost;
    }

    private sealed class Encoder(ScaledTerm term, double centre, double? spread) : TermEncoder
    {
        public override IReadOnlyList<string?> ColumnLevels => [null];

        public override TermCoding Describe(int firstColumn) => new(term.Name, TermStatus.Coded, [firstColumn], null, []);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void WriteColumn(int column, ReadOnlySpan<int> usedRows, Span<double> into)
        {
            for (var i = 0; i < usedRows.Length; i++)
            {
                into[i] = Scaled(term._values[usedRows[i]].GetValueOrDefault());
            }
        }

        public override ProfileProblemKind? WriteProfile(TermValue value, Span<double> into)
        {
            if (value.Number is not { } number || !double.IsFinite(number))
            {
                return ProfileProblemKind.NotANumber;
            }

            into[0] = Scaled(number);
            return null;
        }

        private double Scaled(double value) => spread is { } divisor ? (value - centre) / divisor : 0;
    }
}
