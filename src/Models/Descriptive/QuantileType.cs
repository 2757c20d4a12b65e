namespace ReportBuilder.Models.Descriptive;

/// <summary>
/// How a quantile between two values is found: the nine definitions of Hyndman and Fan (1996, The American Statistician 50: 361–365), numbered
/// as in R's <c>quantile(type =)</c>.
/// </summary>
public enum QuantileType
{
    /// <summary>Inverse of the empirical distribution function.</summary>
    Type1 = 1,

    /// <summary>The same, averaged where it jumps (SAS's default).</summary>
    Type2,

    /// <summary>The nearest even order statistic.</summary>
    Type3,

    /// <summary>Linear, the k-th value being the quantile at k/n.</summary>
    Type4,

    /// <summary>Linear, at (k − ½)/n.</summary>
    Type5,

    /// <summary>Linear, at k/(n + 1) (SPSS's default).</summary>
    Type6,

    /// <summary>Linear, at (k − 1)/(n − 1): the default of R.</summary>
    Type7,

    /// <summary>Linear, at (k − ⅓)/(n + ⅓): nearly median-unbiased whatever the distribution.</summary>
    Type8,

    /// <summary>Linear, at (k − ⅜)/(n + ¼): nearly unbiased for the normal distribution.</summary>
    Type9,
}

/// <summary>Where among n sorted values a quantile lies.</summary>
internal static class QuantilePlace
{
    /// <summary>As R: a place that rounding has left a few units in the last digit from a whole number is one.</summary>
    private const double Fuzz = 4 * 2.220446049250313e-16;

    /// <summary>The place k, from 0 to n, of the value below, and the share of the way to the next: (1 − share)·x[k] + share·x[k + 1].</summary>
    public static (int Place, double Share) Of(QuantileType type, int count, double probability)
    {
        if (type <= QuantileType.Type3)
        {
            var at = type == QuantileType.Type3 ? count * probability - 0.5 : count * probability;
            var below = Math.Floor(at + Fuzz);
            var isBetween = at > below + Fuzz;
            var share = type switch
            {
                QuantileType.Type1 => isBetween ? 1 : 0,
                QuantileType.Type2 => isBetween ? 1 : 0.5,
                _ => isBetween || below % 2 != 0 ? 1 : 0,
            };
            return ((int)below, share);
        }

        var (a, b) = type switch
        {
            QuantileType.Type4 => (0.0, 1.0),
            QuantileType.Type5 => (0.5, 0.5),
            QuantileType.Type6 => (0.0, 0.0),
            QuantileType.Type7 => (1.0, 1.0),
            QuantileType.Type8 => (1.0 / 3, 1.0 / 3),
            _ => (0.375, 0.375),
        };
        var place = a + probability * (count + 1 - a - b);
        var whole = Math.Floor(place + Fuzz);
        var rest = place - whole;
        return ((int)whole, Math.Abs(rest) < Fuzz ? 0 : rest);
    }
}
