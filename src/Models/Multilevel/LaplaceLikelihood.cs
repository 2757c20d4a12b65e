using System.Runtime.CompilerServices;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// The Laplace approximation to the log likelihood of a logistic model with random intercepts ΛZu, u standard normal, with its exact
/// first and second derivatives in φ = (β, σ). With û the mode of u and W the weights w = p(1 − p) there,
/// <code>ℓ = Σ log p(y | Xβ + Gû) − ½û'û − ½ log det D,   G = ZΛ,   D = I + G'WG.</code>
/// This is what lme4's <c>glmer</c> maximises by default (nAGQ = 1; Bates, Mächler, Bolker and Walker 2015), and glmmTMB. The derivatives follow
/// the mode: G'(y − p) = û gives those of û. Indices a and b run over φ; η_a = d_a + Gû_a with d_a the column x_a for a coefficient
/// and Z_kû_k for σ_k. Second derivatives of û enter only through s'Gû_ab with s = w'q, q the diagonal of GD⁻¹G', and so by v = D⁻¹G's alone.
/// All sums but X'KX run over cells. ℓ is even in each σ, so σ = 0 needs no special case: its derivative in σ is 0 there.
/// </summary>
internal sealed class LaplaceLikelihood : IMixedLikelihood
{
    private const int GuessSteps = 6;

    private readonly SortedRows _rows;
    private readonly LevelStructure _levels;
    private readonly double[] _gradient;
    private readonly double[] _hessian;
    private readonly double[] _rowWeights;
    private readonly double[] _rowProducts;
    private readonly double[] _cellInverses;
    private readonly double[] _inverseDiagonal;
    private readonly double[] _cellSkews;

    // q, and (Gv), of each cell; v and Z's of each level.
    private readonly double[] _spread;
    private readonly double[] _pull;
    private readonly double[] _levelPull;
    private readonly double[] _levelSkews;

    // A row a cell, a column a parameter: Gû_a + d_a for σ; Σwη_a; Σw'η_a; Σκx_a.
    private readonly RowMatrix _shifts;
    private readonly RowMatrix _weightSums;
    private readonly RowMatrix _skewSums;
    private readonly RowMatrix _factorSums;
    private readonly RowMatrix _cross;
    private readonly RowMatrix _sigmaRows;
    private readonly DeterminantSlopes _slopes;

    public LaplaceLikelihood(SortedRows rows, LevelStructure levels)
    {
        _rows = rows;
        _levels = levels;
        Width = rows.Width;
        Order = Width + levels.FactorCount;
        Modes = new ModeSearch(rows, levels);
        ModeSlopes = new RowMatrix(levels.LevelCount, Order);
        _gradient = new double[Order];
        _hessian = new double[Order * Order];
        _rowWeights = new double[rows.PaddedCount];
        _rowProducts = new double[Width * Width];
        _cellInverses = new double[levels.CellCount * levels.FactorCount * levels.FactorCount];
        _inverseDiagonal = new double[levels.LevelCount];
        _cellSkews = new double[levels.CellCount];
        _spread = new double[levels.CellCount];
        _pull = new double[levels.CellCount];
        _levelPull = new double[levels.LevelCount];
        _levelSkews = new double[levels.LevelCount];
        _shifts = new RowMatrix(levels.CellCount, Order);
        _weightSums = new RowMatrix(levels.CellCount, Order);
        _skewSums = new RowMatrix(levels.CellCount, Order);
        _factorSums = new RowMatrix(levels.CellCount, Order);
        _cross = new RowMatrix(Order, Order);
        _sigmaRows = new RowMatrix(levels.FactorCount, Order);
        _slopes = new DeterminantSlopes(levels, Width, Order);
    }

    public int Width { get; }

    public int Order { get; }

    public double Value { get; private set; }

    public ReadOnlySpan<double> Gradient => _gradient;

    public ReadOnlySpan<double> Hessian => _hessian;

    public ModeSearch Modes { get; }

    public RowMatrix ModeSlopes { get; }

    /// <summary>Diagonal of D⁻¹: the conditional variance of each level's u.</summary>
    public ReadOnlySpan<double> ConditionalVariances => _inverseDiagonal;

    public void Evaluate(ReadOnlySpan<double> parameters)
    {
        var sigma = parameters[Width..];
        Modes.Predict(ModeSlopes, parameters);
        Modes.Find(parameters[..Width], sigma);
        Value = Modes.IsSettled ? Modes.Joint - Modes.System.HalfLogDeterminant : double.NegativeInfinity;
        SumRows(sigma);
        SumModes(sigma);
        SumCells(sigma);
        _slopes.Compute(Modes.System, _skewSums, Modes.CellWeights, sigma);
        FillGradient(sigma);
        FillHessian(sigma);
    }

    /// <summary>
    /// A guess at the σ of a factor alone, evaluated where all σ are 0: scoring steps in σ² for what a group's residuals R with weights W say in
    /// the normal approximation, R/W ~ N(0, σ² + 1/W).
    /// </summary>
    public double GuessDeviation(int factor)
    {
        var weights = new double[_levels.LevelCount];
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            weights[_levels.CellLevels[cell * _levels.FactorCount + factor]] += Modes.CellWeights[cell];
        }

        var variance = 0.0;
        for (var step = 0; step < GuessSteps; step++)
        {
            var (score, information) = (0.0, 0.0);
            for (var level = 0; level < weights.Length; level++)
            {
                if (_levels.LevelFactor[level] == factor)
                {
                    var (residual, weight) = (Modes.LevelResiduals[level], weights[level]);
                    var shrink = 1 + variance * weight;
                    score += (residual * residual - weight) / (shrink * shrink);
                    information += weight * weight / (shrink * shrink);
                }
            }

            variance = Math.Max(0, score / information);
        }

        return Math.Sqrt(variance);
    }

    /// <summary>Σwx_a and Σw'x_a over each cell.</summary>
    private void SumRows(ReadOnlySpan<double> sigma)
    {
        _rows.CellSums(Modes.Weights, _weightSums);
        _rows.CellSums(Modes.Skews, _skewSums);
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            var sum = 0.0;
            for (var row = _levels.CellStarts[cell]; row < _levels.CellStarts[cell + 1]; row++)
            {
                sum += Modes.Skews[row];
            }

            _cellSkews[cell] = sum;
        }

        Modes.System.Invert(_cellInverses, _inverseDiagonal);
        var factors = _levels.FactorCount;
        _levelSkews.AsSpan().Clear();
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            var sum = 0.0;
            for (var k = 0; k < factors; k++)
            {
                sum += sigma[k] * Reach(cell, k, sigma);
            }

            _spread[cell] = sum;
            for (var k = 0; k < factors; k++)
            {
                _levelSkews[_levels.CellLevels[cell * factors + k]] += sum * _cellSkews[cell];
            }
        }

        for (var level = 0; level < _levelPull.Length; level++)
        {
            _levelPull[level] = sigma[_levels.LevelFactor[level]] * _levelSkews[level];
        }

        Modes.System.Solve(_levelPull.AsSpan());
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            var sum = 0.0;
            for (var k = 0; k < factors; k++)
            {
                sum += sigma[k] * _levelPull[_levels.CellLevels[cell * factors + k]];
            }

            _pull[cell] = sum;
        }
    }

    /// <summary>The element of D⁻¹G' between a cell's level of factor k and its rows.</summary>
    private double Reach(int cell, int k, ReadOnlySpan<double> sigma)
    {
        var factors = _levels.FactorCount;
        var sum = 0.0;
        for (var l = 0; l < factors; l++)
        {
            sum += sigma[l] * _cellInverses[(cell * factors + k) * factors + l];
        }

        return sum;
    }

    /// <summary>û_a = D⁻¹(E_aZ'(y − p) − G'Wd_a), and from it Gû_a (+ d_a for σ) of each cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumModes(ReadOnlySpan<double> sigma)
    {
        var factors = _levels.FactorCount;
        ModeSlopes.Clear();
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            var sums = _weightSums.Values(cell);
            for (var l = 0; l < factors; l++)
            {
                sums[Width + l] = Modes.CellWeights[cell] * Modes.Modes[_levels.CellLevels[cell * factors + l]];
            }

            for (var k = 0; k < factors; k++)
            {
                RowMatrix.Add(ModeSlopes.Row(_levels.CellLevels[cell * factors + k]), -sigma[k], _weightSums.Row(cell));
            }
        }

        for (var level = 0; level < _levels.LevelCount; level++)
        {
            ModeSlopes.Values(level)[Width + _levels.LevelFactor[level]] += Modes.LevelResiduals[level];
        }

        Modes.System.Solve(ModeSlopes);
        _shifts.Clear();
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            for (var k = 0; k < factors; k++)
            {
                var level = _levels.CellLevels[cell * factors + k];
                RowMatrix.Add(_shifts.Row(cell), sigma[k], ModeSlopes.Row(level));
                _shifts.Values(cell)[Width + k] += Modes.Modes[level];
            }
        }
    }

    /// <summary>Sums over d_a become sums over η_a; and X'KX with κ gathering all that multiplies η_aη_b in the second derivatives, w'' = w(1 − 6w).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumCells(ReadOnlySpan<double> sigma)
    {
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            var weights = _weightSums.Values(cell);
            weights[Width..].Clear();
            RowMatrix.Add(_weightSums.Row(cell), Modes.CellWeights[cell], _shifts.Row(cell));
            RowMatrix.Add(_skewSums.Row(cell), _cellSkews[cell], _shifts.Row(cell));
            var (spread, pull) = (_spread[cell] / 2, _pull[cell] / 2);
            for (var row = _levels.CellStarts[cell]; row < _levels.CellStarts[cell + 1]; row++)
            {
                var w = Modes.Weights[row];
                _rowWeights[row] = pull * Modes.Skews[row] - w - spread * w * (1 - 6 * w);
            }
        }

        _rows.CellSums(_rowWeights, _factorSums);
        _rows.CrossProduct(_rowWeights, _rowProducts);
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            var sum = 0.0;
            for (var row = _levels.CellStarts[cell]; row < _levels.CellStarts[cell + 1]; row++)
            {
                sum += _rowWeights[row];
            }

            // Σκ(x_a + t_a)(x_b + t_b) = Σκx_ax_b + m_at_b + t_am_b with m = Σκx + ½Σκ·t.
            RowMatrix.Add(_factorSums.Row(cell), sum / 2, _shifts.Row(cell));
        }
    }

    private void FillGradient(ReadOnlySpan<double> sigma)
    {
        var factors = _levels.FactorCount;
        _gradient.AsSpan().Clear();
        _rows.Project(Modes.Residuals, _gradient.AsSpan(0, Width));
        for (var level = 0; level < _levels.LevelCount; level++)
        {
            _gradient[Width + _levels.LevelFactor[level]] += Modes.LevelResiduals[level] * Modes.Modes[level];
        }

        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            var skews = _skewSums.Values(cell);
            for (var a = 0; a < Order; a++)
            {
                _gradient[a] -= _spread[cell] * skews[a] / 2;
            }

            for (var k = 0; k < factors; k++)
            {
                _gradient[Width + k] -= Modes.CellWeights[cell] * Reach(cell, k, sigma);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillHessian(ReadOnlySpan<double> sigma)
    {
        SumSigmaRows(sigma);
        _cross.Clear();
        _cross.AddProduct(_factorSums, _shifts, _levels.CellCount);
        var products = new RowMatrix(Order, Order);
        products.AddProduct(ModeSlopes, ModeSlopes, _levels.LevelCount);
        for (var a = 0; a < Order; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var sum = _cross.Values(a)[b] + _cross.Values(b)[a] - products.Values(a)[b] + _slopes.Gram.Values(a)[b] / 2;
                sum += b < Width && a < Width ? _rowProducts[a * Width + b] : 0;
                sum += a >= Width ? _sigmaRows.Values(a - Width)[b] : 0;
                sum += b >= Width ? _sigmaRows.Values(b - Width)[a] : 0;
                _hessian[a * Order + b] = sum;
                _hessian[b * Order + a] = sum;
            }
        }
    }

    /// <summary>What the second derivatives have besides in the row of each σ_k, where Λ itself moves; half of what belongs to pairs of σ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumSigmaRows(ReadOnlySpan<double> sigma)
    {
        var factors = _levels.FactorCount;
        _sigmaRows.Clear();
        var factor = new double[_levels.LevelCount];
        for (var level = 0; level < factor.Length; level++)
        {
            factor[level] = Modes.LevelResiduals[level] - _levelSkews[level] / 2;
        }

        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            for (var k = 0; k < factors; k++)
            {
                var level = _levels.CellLevels[cell * factors + k];
                factor[level] += Modes.CellWeights[cell] * _pull[cell] / 2;
                var target = _sigmaRows.Row(k);
                RowMatrix.Add(target, _levelPull[level] / 2, _weightSums.Row(cell));
                RowMatrix.Add(target, -Reach(cell, k, sigma), _skewSums.Row(cell));
                for (var l = 0; l < factors; l++)
                {
                    _sigmaRows.Values(k)[Width + l] -= Modes.CellWeights[cell] * _cellInverses[(cell * factors + k) * factors + l] / 2;
                }
            }
        }

        for (var level = 0; level < factor.Length; level++)
        {
            RowMatrix.Add(_sigmaRows.Row(_levels.LevelFactor[level]), factor[level], ModeSlopes.Row(level));
        }
    }
}
