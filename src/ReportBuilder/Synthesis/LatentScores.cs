using System.Runtime.CompilerServices;

namespace ReportBuilder.Synthesis;

/// <summary>
/// Latent normals with common factors: a factor model, so that any set of loadings gives a valid correlation matrix. A score is
/// Σ loading·factor + √(1 − Σ loading²)·own + shifts.
/// </summary>
internal sealed class LatentScores(SyntheticParameters parameters, Population population, RandomSource random)
{
    private const string Municipality = "kommune";
    private readonly Dictionary<string, double[]> _factors = new(StringComparer.Ordinal);

    /// <summary>Draws the score of a variable for every row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Draw(string variable)
    {
        var own = random.Normals(population.Count);
        var habits = random.Normals(population.AreaCount);
        for (var scheme = 0; scheme <= population.Schemes[^1]; scheme++)
        {
            var loadings = parameters.Loadings.Where(l => l.Variable == variable && (l.Scheme ?? scheme) == scheme).ToList();
            var rest = Math.Sqrt(Math.Max(0, 1 - loadings.Where(l => l.Value is null).Sum(l => l.Size * l.Size)));
            var schemes = population.Schemes;
            for (var row = 0; row < own.Length; row++)
            {
                if (schemes[row] == scheme)
                {
                    own[row] *= rest;
                }
            }

            foreach (var loading in loadings)
            {
                var values = ValuesOf(loading);
                var areas = loading.Value is null && loading.Factor == Municipality ? population.Areas : null;
                for (var row = 0; row < own.Length; row++)
                {
                    if (schemes[row] == scheme)
                    {
                        own[row] += loading.Value is { } value
                            ? (values[row] == value ? loading.Size : 0)
                            : loading.Size * (areas is not null ? habits[areas[row]] : values[row]);
                    }
                }
            }
        }

        return own;
    }

    private double[] ValuesOf(Loading loading)
    {
        if (loading.Value is not null)
        {
            return population.Values(loading.Factor);
        }

        if (loading.Factor == Municipality)
        {
            return [];
        }

        if (!_factors.TryGetValue(loading.Factor, out var factor))
        {
            factor = random.Normals(population.Count);
            _factors.Add(loading.Factor, factor);
        }

        return factor;
    }
}
