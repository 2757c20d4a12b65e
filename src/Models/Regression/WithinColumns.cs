using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>The columns of a design measured from their means within strata, with root mean square 1, those that say nothing new left out.</summary>
internal sealed class WithinColumns
{
    private WithinColumns(int[][] strata) => Strata = strata;

    /// <summary>Indices in the design of the columns kept, ascending.</summary>
    public List<int> Kept { get; } = [];

    /// <summary>For each column kept, its values by row of the design; 0 in rows of no stratum.</summary>
    public List<double[]> Values { get; } = [];

    /// <summary>For each column kept, what its values were divided by.</summary>
    public List<double> Scales { get; } = [];

    private int[][] Strata { get; }

    public static WithinColumns Of(ModelDesign design, int[][] strata, double tolerance)
    {
        var result = new WithinColumns(strata);
        var orthogonal = new List<double[]>();
        for (var column = 1; column < design.Columns.Count; column++)
        {
            var values = Centred(design.ColumnValues(column), strata, out var size);
            var length = Math.Sqrt(Dot(values, values));

            // What is left of a column that does not vary within strata is rounding of its size.
            if (length <= tolerance * size)
            {
                continue;
            }

            var rest = values.ToArray();
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var earlier in orthogonal)
                {
                    var share = Dot(earlier, rest);
                    for (var row = 0; row < rest.Length; row++)
                    {
                        rest[row] -= share * earlier[row];
                    }
                }
            }

            var left = Math.Sqrt(Dot(rest, rest));
            if (left <= tolerance * length)
            {
                continue;
            }

            var scale = length / Math.Sqrt(strata.Sum(rows => rows.Length));
            orthogonal.Add([.. rest.Select(v => v / left)]);
            result.Kept.Add(column);
            result.Values.Add([.. values.Select(v => v / scale)]);
            result.Scales.Add(scale);
        }

        return result;
    }

    /// <summary>The largest linear predictor, from the mean of its stratum, in absolute value.</summary>
    public double LargestPredictor(double[] coefficients) =>
        Strata
            .SelectMany(rows => rows)
            .Max(row => Math.Abs(Enumerable.Range(0, coefficients.Length).Sum(k => coefficients[k] * Values[k][row])));

    private static double[] Centred(ReadOnlySpan<double> values, int[][] strata, out double size)
    {
        var result = new double[values.Length];
        var squares = 0.0;
        foreach (var rows in strata)
        {
            var mean = 0.0;
            foreach (var row in rows)
            {
                mean += values[row] / rows.Length;
                squares += values[row] * values[row];
            }

            foreach (var row in rows)
            {
                result[row] = values[row] - mean;
            }
        }

        size = Math.Sqrt(squares);
        return result;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var row = 0; row < a.Length; row++)
        {
            sum += a[row] * b[row];
        }

        return sum;
    }
}
