using System.Runtime.InteropServices;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Multilevel;

/// <summary>Turns the top of a mixed likelihood into estimates in the design's own columns.</summary>
internal sealed class MixedEstimation
{
    private readonly MixedLogitFit _fit;
    private readonly LogisticEstimates _pooled;
    private readonly LevelStructure _levels;
    private readonly IMixedLikelihood _likelihood;
    private readonly MixedClimbs _climbs;
    private readonly double[] _sigma;

    /// <summary>Columns of (L')⁻¹, where LL' is the negative Hessian: each a vector over all parameters, 0 for those on the boundary.</summary>
    private readonly double[][] _halfInverse;

    public MixedEstimation(
        MixedLogitFit fit,
        LogisticEstimates pooled,
        LevelStructure levels,
        IMixedLikelihood likelihood,
        MixedClimbs climbs
    )
    {
        _fit = fit;
        _pooled = pooled;
        _levels = levels;
        _likelihood = likelihood;
        _climbs = climbs;
        _sigma = climbs.Parameters[likelihood.Width..];
        _halfInverse = [.. Enumerable.Range(0, climbs.Free.Length).Select(HalfInverse)];
    }

    /// <summary>The estimates; null when a variance is out of a double's range.</summary>
    public MixedLogitEstimates? Estimate()
    {
        var covariance = Covariance();
        var coefficients = Coefficients(covariance);
        if (coefficients is null)
        {
            return null;
        }

        var (fixedPart, linear) = Predictors();
        return new MixedLogitEstimates
        {
            Coefficients = coefficients,
            Covariance = covariance,
            Components = Components(),
            LogLikelihood = _likelihood.Value,
            PooledLogLikelihood = _pooled.LogLikelihood,
            FixedPart = ImmutableCollectionsMarshal.AsImmutableArray(fixedPart),
            LinearPredictor = ImmutableCollectionsMarshal.AsImmutableArray(linear),
            WorkingParameters = [.. _climbs.Parameters],
            Level = _fit.Options.Level,
            Aliased = _fit.Design.Aliased,
        };
    }

    private double[] HalfInverse(int column)
    {
        var unit = new double[_climbs.Free.Length];
        unit[column] = 1;
        _climbs.Information!.SolveUpper(unit);
        var whole = new double[_likelihood.Order];
        for (var i = 0; i < unit.Length; i++)
        {
            whole[_climbs.Free[i]] = unit[i];
        }

        return whole;
    }

    /// <summary>The coefficients' block of the inverse, formed as a product so that it is symmetric with a positive diagonal.</summary>
    private CoefficientCovariance Covariance()
    {
        var (basis, rank) = (_fit.Design.Basis, _fit.Design.Basis.Rank);
        double[][] half = [.. _halfInverse.Select(column => basis.ToDesign(column.AsSpan(0, rank)))];
        var covariance = new double[rank * rank];
        for (var i = 0; i < rank; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = 0.0;
                foreach (var column in half)
                {
                    sum += column[i] * column[j];
                }

                covariance[i * rank + j] = sum;
                covariance[j * rank + i] = sum;
            }
        }

        return new CoefficientCovariance(basis.Estimable, _fit.Design.Columns, covariance);
    }

    private List<LogisticCoefficient>? Coefficients(CoefficientCovariance covariance)
    {
        var basis = _fit.Design.Basis;
        var values = basis.ToDesign(_climbs.Parameters.AsSpan(0, basis.Rank));
        var estimates = new CoefficientEstimate?[_fit.Design.Columns.Count];
        for (var i = 0; i < basis.Rank; i++)
        {
            if (!(covariance[i, i] is > 0 and < double.PositiveInfinity))
            {
                return null;
            }

            estimates[basis.Estimable[i]] = CoefficientEstimate.From(values[i], Math.Sqrt(covariance[i, i]), _fit.Options.Level);
        }

        return [.. _fit.Design.Columns.Zip(estimates, (column, estimate) => new LogisticCoefficient(column, estimate))];
    }

    private (double[] FixedPart, double[] Linear) Predictors()
    {
        var (fixedPart, linear) = (new double[_levels.RowCount], new double[_levels.RowCount]);
        for (var place = 0; place < linear.Length; place++)
        {
            fixedPart[_levels.Order[place]] = _likelihood.Modes.FixedPart[place];
            linear[_levels.Order[place]] = _likelihood.Modes.LinearPredictor[place];
        }

        return (fixedPart, linear);
    }

    private List<VarianceComponent> Components()
    {
        var modes = Modes();
        var total = _sigma.Sum(s => s * s) + MixedLogitEstimates.ResidualVariance;
        var components = new List<VarianceComponent>();
        for (var k = 0; k < _sigma.Length; k++)
        {
            var around = Enumerable
                .Range(0, _sigma.Length)
                .Where(other => other == k || IsNested(k, other))
                .Sum(l => _sigma[l] * _sigma[l]);
            components.Add(
                new VarianceComponent
                {
                    Name = _fit.Factors[k].Name,
                    StandardDeviation = _sigma[k],
                    LogStandardDeviationError = _sigma[k] > 0 ? Error(_likelihood.Width + k) / _sigma[k] : null,
                    BoundaryScore = _climbs.BoundaryScores[k],
                    IntraclassCorrelation = _sigma[k] * _sigma[k] / total,
                    CumulatedIntraclassCorrelation = around / total,
                    Modes = modes[k],
                }
            );
        }

        return components;
    }

    private double Error(int parameter)
    {
        var sum = 0.0;
        foreach (var column in _halfInverse)
        {
            sum += column[parameter] * column[parameter];
        }

        return Math.Sqrt(sum);
    }

    /// <summary>True when every level of one factor occurs with one level only of another, which has fewer.</summary>
    private bool IsNested(int inner, int outer)
    {
        var partner = new Dictionary<int, int>();
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            var (own, other) = (_levels.CellLevels[cell * _sigma.Length + inner], _levels.CellLevels[cell * _sigma.Length + outer]);
            if (!partner.TryAdd(own, other) && partner[own] != other)
            {
                return false;
            }
        }

        return true;
    }

    private List<List<ConditionalMode>> Modes()
    {
        var variances = _likelihood.ConditionalVariances;
        var modes = _sigma.Select(_ => new List<(int Given, ConditionalMode Mode)>()).ToList();
        var slope = new double[_likelihood.Order];
        for (var level = 0; level < _levels.LevelCount; level++)
        {
            var k = _levels.LevelFactor[level];
            var (u, spread) = (_likelihood.Modes.Modes[level], _sigma[k] * Math.Sqrt(variances[level]));

            // The mode σû moves with the parameters, by σû_a and û for σ itself.
            _likelihood.ModeSlopes.Values(level)[.._likelihood.Order].CopyTo(slope);
            for (var a = 0; a < slope.Length; a++)
            {
                slope[a] *= _sigma[k];
            }

            slope[_likelihood.Width + k] += u;
            var variance = spread * spread;
            foreach (var column in _halfInverse)
            {
                var sum = 0.0;
                for (var a = 0; a < slope.Length; a++)
                {
                    sum += slope[a] * column[a];
                }

                variance += sum * sum;
            }

            var given = _levels.LevelGiven[level];
            modes[k]
                .Add(
                    (
                        given,
                        new ConditionalMode(
                            _fit.Factors[k].Groups.Levels[given],
                            _levels.LevelRows[level],
                            _sigma[k] * u,
                            spread,
                            Math.Sqrt(variance)
                        )
                    )
                );
        }

        return [.. modes.Select(list => list.OrderBy(m => m.Given).Select(m => m.Mode).ToList())];
    }
}
