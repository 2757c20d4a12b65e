using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// Which linear constraints on the coefficients take terms out of a model. Their coefficients are nought, unless a column left in the model
/// was aliased with theirs: such a column then takes the place of some of them, as it does when R fits the smaller model anew.
/// </summary>
internal sealed class TermSpace
{
    /// <summary>Length left of a direction, as a share of its own, below which it lies in the span of others.</summary>
    private const double Dependent = 1e-7;

    private readonly double[][] _factors;
    private readonly Dictionary<int, int> _places = [];
    private readonly IReadOnlyList<AliasedColumn> _aliased;

    public TermSpace(WorkingModel model, LogisticEstimates estimates)
    {
        _factors = model.CoefficientFactors();
        _aliased = estimates.Aliased;
        for (var i = 0; i < estimates.Covariance.Order; i++)
        {
            _places[estimates.Covariance.Columns[i]] = i;
        }
    }

    /// <summary>Constraints on the coefficients of the working columns, linearly independent and each of length 1.</summary>
    public IReadOnlyList<double[]> ConstraintsWithout(IReadOnlyList<TermCoding> terms)
    {
        int[] all = [.. terms.SelectMany(term => term.Columns)];
        int[] own = [.. all.Where(_places.ContainsKey)];

        // In units of the factors' lengths, so that columns of any scale count alike.
        double[] units = [.. own.Select(column => Length(_factors[_places[column]]))];
        var span = new List<double[]>();
        foreach (var alias in _aliased.Where(alias => !all.Contains(alias.Column)))
        {
            var shares = alias.Combination.ToDictionary(part => part.Column, part => part.Factor);
            Orthogonalise([.. own.Select((column, i) => shares.GetValueOrDefault(column) / units[i])], span);
        }

        var free = span.Count;
        for (var i = 0; i < own.Length; i++)
        {
            var unit = new double[own.Length];
            unit[i] = 1;
            Orthogonalise(unit, span);
        }

        return [.. span.Skip(free).Select(row => Combine(row, own, units))];
    }

    /// <summary>Adds what the span leaves of a vector to it, unless nothing is left.</summary>
    private static void Orthogonalise(double[] vector, List<double[]> span)
    {
        var original = Length(vector);
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var basis in span)
            {
                var projection = basis.Zip(vector, (a, b) => a * b).Sum();
                for (var i = 0; i < vector.Length; i++)
                {
                    vector[i] -= projection * basis[i];
                }
            }
        }

        var left = Length(vector);
        if (left > Dependent * original)
        {
            span.Add([.. vector.Select(value => value / left)]);
        }
    }

    private double[] Combine(double[] row, int[] own, double[] units)
    {
        var sum = new double[_factors.Length];
        for (var i = 0; i < own.Length; i++)
        {
            var factors = _factors[_places[own[i]]];
            for (var k = 0; k < sum.Length; k++)
            {
                sum[k] += row[i] * factors[k] / units[i];
            }
        }

        return sum;
    }

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));
}
