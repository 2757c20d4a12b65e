using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Numerics;

/// <summary>
/// The columns that a model is solved in. They span the same space as the design's estimable columns, but are centred and
/// have mean square 1, and a column that earlier ones nearly explain is replaced by what they leave of it. Products such as Z'WZ are then well
/// conditioned, so that Newton's method on them is as accurate as the QR method that R uses on the raw columns.
/// </summary>
internal sealed class ColumnBasis
{
    /// <summary>The tolerance of R's <c>glm.fit</c> for its QR: min(1e-7, epsilon / 1000) with the default epsilon.</summary>
    public const double AliasTolerance = 1e-11;

    private ColumnBasis(PanelMatrix matrix, double[] transform, int[] estimable, IReadOnlyList<AliasedColumn> aliased)
    {
        Matrix = matrix;
        Transform = transform;
        Estimable = estimable;
        Aliased = aliased;
    }

    /// <summary>The working columns, the intercept first.</summary>
    public PanelMatrix Matrix { get; }

    /// <summary>The design's columns that have coefficients, ascending.</summary>
    public IReadOnlyList<int> Estimable { get; }

    public IReadOnlyList<AliasedColumn> Aliased { get; }

    /// <summary>Row-major upper triangle T: coefficients of the estimable columns = T · coefficients of the working columns.</summary>
    private double[] Transform { get; }

    public int Rank => Estimable.Count;

    /// <summary>True when a column is so nearly a combination of earlier ones that what they leave of it stands in its place.</summary>
    public bool IsNearlyCollinear { get; private init; }

    /// <summary>Coefficients of the estimable columns, from coefficients of the working columns.</summary>
    public double[] ToDesign(ReadOnlySpan<double> working)
    {
        var result = new double[Rank];
        for (var j = 0; j < Rank; j++)
        {
            for (var k = j; k < Rank; k++)
            {
                result[j] += Transform[j * Rank + k] * working[k];
            }
        }

        return result;
    }

    /// <summary>Builds the basis of a design matrix whose first column is the intercept.</summary>
    public static ColumnBasis Build(ColumnSource source, int rowCount, int columnCount, int threads)
    {
        var columns = StandardisedColumns.Make(source, rowCount, columnCount, threads);
        if (rowCount == 0)
        {
            return new ColumnBasis(columns.Matrix, [1], [0], [.. columns.Aliased]);
        }

        var found = CollinearColumns.Resolve(columns, threads);
        var triangle = found.InverseTriangle;
        var transform = columns.ToRaw(found.Kept, triangle);
        return new ColumnBasis(columns.Matrix, transform, found.Kept, [.. columns.Aliased.Concat(found.Aliased).OrderBy(a => a.Column)])
        {
            IsNearlyCollinear = triangle.Where((factor, i) => factor != 0 && i % (found.Kept.Length + 1) != 0).Any(),
        };
    }
}
