using System.Runtime.Intrinsics;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Numerics;

/// <summary>
/// The columns that a model is solved in. They span the same space as the design's estimable columns, but are centred and
/// have mean square 1, and when the design is nearly collinear they are orthogonal too. Products such as Z'WZ are then well
/// conditioned, so that Newton's method on them is as accurate as the QR method that R uses on the raw columns.
/// </summary>
internal sealed class ColumnBasis
{
    /// <summary>The tolerance of R's <c>glm.fit</c> for its QR: min(1e-7, epsilon / 1000) with the default epsilon.</summary>
    public const double AliasTolerance = 1e-11;

    /// <summary>
    /// Share of a column left unexplained by earlier ones below which the columns are made orthogonal. The Gram matrix then
    /// still has about ten correct digits.
    /// </summary>
    private const double OrthogonaliseBelow = 1e-6;

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

    /// <summary>Row-major square matrix T: coefficients of the estimable columns = T · coefficients of the working columns.</summary>
    private double[] Transform { get; }

    public int Rank => Estimable.Count;

    /// <summary>Coefficients of the estimable columns, from coefficients of the working columns.</summary>
    public double[] ToDesign(ReadOnlySpan<double> working)
    {
        var result = new double[Rank];
        for (var j = 0; j < Rank; j++)
        {
            for (var k = 0; k < Rank; k++)
            {
                result[j] += Transform[j * Rank + k] * working[k];
            }
        }

        return result;
    }

    /// <summary>Builds the basis of a column-major design matrix whose first column is the intercept.</summary>
    public static ColumnBasis Build(ReadOnlySpan<double> design, int rowCount, int columnCount)
    {
        var columns = StandardisedColumns.Make(design, rowCount, columnCount);
        return TryStandardised(columns) ?? Orthogonalised(columns);
    }

    private static ColumnBasis? TryStandardised(StandardisedColumns columns)
    {
        var rank = columns.Kept.Count;
        var matrix = Pack(columns.RowCount, [.. columns.Kept.Select(columns.Values)]);
        var gram = Gram(matrix);
        if (columns.RowCount == 0 || CholeskyFactor.TryFactor(gram, rank) is not { SmallestPivot: > OrthogonaliseBelow })
        {
            return null;
        }

        var identity = new double[rank * rank];
        for (var j = 0; j < rank; j++)
        {
            identity[j * rank + j] = 1;
        }

        return new ColumnBasis(matrix, columns.ToRaw(columns.Kept, identity), [.. columns.Kept], [.. columns.Aliased]);
    }

    private static ColumnBasis Orthogonalised(StandardisedColumns columns)
    {
        var found = Orthogonaliser.Run(columns);
        var matrix = Pack(columns.RowCount, found.Orthogonal);
        var transform = columns.ToRaw(found.Kept, found.InverseTriangle);
        return new ColumnBasis(matrix, transform, found.Kept, [.. columns.Aliased.Concat(found.Aliased).OrderBy(a => a.Column)]);
    }

    private static PanelMatrix Pack(int rowCount, IReadOnlyList<double[]> columns)
    {
        var matrix = new PanelMatrix(rowCount, columns.Count);
        for (var j = 0; j < columns.Count; j++)
        {
            matrix.SetColumn(j, columns[j]);
        }

        return matrix;
    }

    private static double[] Gram(PanelMatrix matrix)
    {
        var ones = new Vector256<double>[PanelMatrix.VectorsPerPanel];
        ones.AsSpan().Fill(Vector256<double>.One);
        var product = new CrossProduct(matrix.ColumnCount, matrix.PaddedColumnCount);
        for (var panel = 0; panel < matrix.PanelCount; panel++)
        {
            product.Add(matrix.Panel(panel), ones);
        }

        var gram = new double[matrix.ColumnCount * matrix.ColumnCount];
        product.CopyTo(gram);
        return gram;
    }
}
