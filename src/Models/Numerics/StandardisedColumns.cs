using System.Runtime.Intrinsics;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Numerics;

/// <summary>Writes raw values of a column, from a row on, as many as the span holds. Called from several threads at once.</summary>
internal delegate void ColumnSource(int column, int firstRow, Span<double> into);

/// <summary>
/// The columns of a design, all but the intercept centred and scaled to mean square 1, written straight into panels; constant ones set aside.
/// </summary>
internal sealed class StandardisedColumns
{
    private readonly ColumnScale[] _scales;

    private StandardisedColumns(ColumnScale[] scales, PanelMatrix matrix, double[] gram)
    {
        _scales = scales;
        Matrix = matrix;
        Gram = gram;
        Kept = Varying(scales);
    }

    /// <summary>The standardised columns kept.</summary>
    public PanelMatrix Matrix { get; }

    /// <summary>Their inner products, row by row.</summary>
    public double[] Gram { get; }

    /// <summary>The design's columns that vary, and the intercept.</summary>
    public IReadOnlyList<int> Kept { get; }

    public IEnumerable<AliasedColumn> Aliased
    {
        get
        {
            for (var column = 0; column < _scales.Length; column++)
            {
                if (_scales[column].Aliased is { } reason)
                {
                    ColumnFactor[] combination = reason == AliasReason.Constant ? [new(0, _scales[column].Mean)] : [];
                    yield return new AliasedColumn(column, reason, combination);
                }
            }
        }
    }

    /// <summary>Measures the columns, and then reads them a second time into the matrix, so that there is no other copy of them.</summary>
    public static StandardisedColumns Make(ColumnSource source, int rowCount, int columnCount, int threads)
    {
        var scales = new ColumnScale[columnCount];
        scales[0] = ColumnScale.Intercept;
        Workers.Run(
            columnCount - 1,
            PanelChunks.Threads(rowCount, columnCount, threads),
            () => GC.AllocateUninitializedArray<double>(rowCount),
            (j, values) =>
            {
                source(j + 1, 0, values);
                scales[j + 1] = ColumnScale.Measure(values);
            }
        );

        var kept = Varying(scales);
        var matrix = new PanelMatrix(rowCount, kept.Length);
        var chunks = new PanelChunks(matrix.PanelCount, kept.Length, threads);
        var products = new CrossProduct[chunks.Count];
        chunks.Run(
            (chunk, panels) =>
            {
                var product = new CrossProduct(kept.Length, matrix.PaddedColumnCount);
                Span<Vector256<double>> ones = stackalloc Vector256<double>[PanelMatrix.VectorsPerPanel];
                ones.Fill(Vector256<double>.One);
                for (var panel = panels.Start.Value; panel < panels.End.Value; panel++)
                {
                    for (var k = 0; k < kept.Length; k++)
                    {
                        var rows = matrix.Rows(panel, k);
                        source(kept[k], panel * PanelMatrix.PanelRows, rows);
                        scales[kept[k]].Apply(rows);
                    }

                    product.Add(matrix.Panel(panel), ones);
                }

                products[chunk] = product;
            }
        );

        var gram = new double[kept.Length * kept.Length];
        CrossProduct.Sum(products).CopyTo(gram);
        return new StandardisedColumns(scales, matrix, gram);
    }

    /// <summary>How a column was standardised.</summary>
    public ColumnScale Scale(int column) => _scales[column];

    /// <summary>
    /// Turns a row-major map, from working coefficients to coefficients of standardised columns, into one to coefficients
    /// of raw columns: each is divided by its scale, and the intercept takes up the means.
    /// </summary>
    public double[] ToRaw(IReadOnlyList<int> kept, double[] map)
    {
        var rank = kept.Count;
        var raw = new double[rank * rank];
        map.AsSpan(0, rank).CopyTo(raw);
        for (var j = 1; j < rank; j++)
        {
            var (mean, scale) = (_scales[kept[j]].Mean, _scales[kept[j]].Scale);
            for (var k = j; k < rank; k++)
            {
                var factor = map[j * rank + k] / scale;
                raw[j * rank + k] = factor;
                raw[k] -= mean * factor;
            }
        }

        return raw;
    }

    private static int[] Varying(ColumnScale[] scales) => [.. Enumerable.Range(0, scales.Length).Where(j => scales[j].Aliased is null)];
}
