using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Numerics;

/// <summary>
/// Gram–Schmidt from left to right, a second time where the first takes much away ("twice is enough", Kahan; Parlett 1980,
/// §6-9), setting aside columns of which nothing is left: the rule of LINPACK's <c>dqrdc2</c>, which R uses, that later columns give way.
/// </summary>
internal sealed class Orthogonaliser
{
    /// <summary>Factors whose contribution is below this share of the column are rounding, not part of the combination.</summary>
    private const double NegligibleShare = 1e-9;

    /// <summary>When less than this is left of a column's length, rounding of the first pass is taken off in a second.</summary>
    private const double SecondPassBelow = 0.5;

    private readonly StandardisedColumns _columns;
    private readonly List<int> _kept = [];
    private readonly List<double[]> _orthogonal = [];
    private readonly List<double[]> _inverse = [];
    private readonly List<AliasedColumn> _aliased = [];

    private Orthogonaliser(StandardisedColumns columns) => _columns = columns;

    /// <summary>The design's columns kept, ascending.</summary>
    public int[] Kept => [.. _kept];

    /// <summary>For each column kept, an orthogonal one with mean square 1.</summary>
    public IReadOnlyList<double[]> Orthogonal => _orthogonal;

    public IReadOnlyList<AliasedColumn> Aliased => _aliased;

    /// <summary>Row-major inverse of the upper triangle R, where standardised columns = orthogonal columns · R.</summary>
    public double[] InverseTriangle
    {
        get
        {
            var rank = _kept.Count;
            var inverse = new double[rank * rank];
            for (var column = 0; column < rank; column++)
            {
                for (var row = 0; row <= column; row++)
                {
                    inverse[row * rank + column] = _inverse[column][row];
                }
            }

            return inverse;
        }
    }

    public static Orthogonaliser Run(StandardisedColumns columns)
    {
        var run = new Orthogonaliser(columns);
        foreach (var column in columns.Kept)
        {
            run.Add(column);
        }

        return run;
    }

    private void Add(int column)
    {
        var rest = _columns.Values(column).ToArray();
        var projections = new double[_kept.Count];
        var length = rest.Length == 0 ? 1 : Project(rest, projections);
        if (length < SecondPassBelow)
        {
            length = Project(rest, projections);
        }

        var combination = Combine(projections);
        if (length <= ColumnBasis.AliasTolerance * _columns.RawLength(column))
        {
            _aliased.Add(new AliasedColumn(column, AliasReason.LinearlyDependent, ToRawCombination(column, combination)));
            return;
        }

        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] /= length;
        }

        _kept.Add(column);
        _orthogonal.Add(rest);
        _inverse.Add([.. combination.Select(factor => -factor / length), 1 / length]);
    }

    /// <summary>Takes the orthogonal columns off, adds to the projections, and gives the root mean square of what is left.</summary>
    private double Project(double[] rest, double[] projections)
    {
        for (var k = 0; k < projections.Length; k++)
        {
            var projection = ColumnArithmetic.Dot(_orthogonal[k], rest) / rest.Length;
            projections[k] += projection;
            ColumnArithmetic.Subtract(rest, projection, _orthogonal[k]);
        }

        return Math.Sqrt(ColumnArithmetic.Dot(rest, rest) / rest.Length);
    }

    /// <summary>Factors of the standardised columns kept, from factors of the orthogonal ones.</summary>
    private double[] Combine(double[] projections)
    {
        var factors = new double[projections.Length];
        for (var k = 0; k < projections.Length; k++)
        {
            for (var j = 0; j <= k; j++)
            {
                factors[j] += _inverse[k][j] * projections[k];
            }
        }

        return factors;
    }

    private List<ColumnFactor> ToRawCombination(int column, double[] combination)
    {
        var scale = _columns.Scale(column);
        var intercept = _columns.Mean(column) + scale * combination[0];
        var factors = new List<ColumnFactor>();
        for (var k = 1; k < combination.Length; k++)
        {
            if (Math.Abs(combination[k]) > NegligibleShare)
            {
                var factor = combination[k] * scale / _columns.Scale(_kept[k]);
                factors.Add(new ColumnFactor(_kept[k], factor));
                intercept -= factor * _columns.Mean(_kept[k]);
            }
        }

        if (Math.Abs(intercept) > NegligibleShare * scale * _columns.RawLength(column))
        {
            factors.Insert(0, new ColumnFactor(0, intercept));
        }

        return factors;
    }
}
