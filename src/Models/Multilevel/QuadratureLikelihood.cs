using System.Runtime.CompilerServices;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// The log likelihood of a logistic model with one random intercept σu by adaptive Gauss–Hermite quadrature (Pinheiro and Bates 1995), as lme4's
/// <c>glmer</c> with nAGQ above 1, with exact first and second derivatives. For each group, with mode û and τ = D^-½ of the Laplace
/// approximation, nodes z_j and weights ω_j of the normal density and h(u) = Σ log p(y | x'β + σu) − ½u²,
/// <code>ℓ = log τ + log Σ_j ω_j exp(h(û + τz_j) + ½z_j²).</code>
/// û and τ move with the parameters; what multiplies their second derivatives, α and γ, is one number a group, so that rows need no more passes
/// than with one node. Notation as in <see cref="LaplaceLikelihood"/>: δ is 1 for σ and 0 for a coefficient.
/// </summary>
internal sealed class QuadratureLikelihood : IMixedLikelihood
{
    private readonly SortedRows _rows;
    private readonly LevelStructure _levels;
    private readonly double[] _nodes;
    private readonly double[] _logWeights;
    private readonly double[] _gradient;
    private readonly double[] _hessian;
    private readonly double[] _variances;
    private readonly double[] _cellSkews;
    private readonly double[] _linear;
    private readonly double[] _scratch;
    private readonly double[] _logs;
    private readonly double[] _rowWeights;
    private readonly double[][] _nodeResiduals;
    private readonly double[][] _nodeWeights;

    // A row a group: Σwη_a and Σw'η_a at the mode; D_a; and what changes from node to node.
    private readonly RowMatrix _weightSums;
    private readonly RowMatrix _skewSums;
    private readonly RowMatrix _determinantSlopes;
    private readonly RowMatrix _shifts;
    private readonly RowMatrix _factorSums;
    private readonly RowMatrix _nodeSlopes;
    private readonly RowMatrix _scaled;
    private readonly RowMatrix _meanSlopes;
    private readonly RowMatrix _cross;
    private readonly RowMatrix _square;
    private readonly RowMatrix _sigmaRow;
    private readonly double[] _rowProducts;

    public QuadratureLikelihood(SortedRows rows, LevelStructure levels, int points)
    {
        _rows = rows;
        _levels = levels;
        (_nodes, _logWeights) = GaussHermite.Rule(points);
        Width = rows.Width;
        Order = Width + 1;
        Modes = new ModeSearch(rows, levels);
        RowMatrix PerGroup() => new(levels.CellCount, Order);
        double[] PerRow() => new double[rows.PaddedCount];
        (ModeSlopes, _weightSums, _skewSums, _determinantSlopes) = (PerGroup(), PerGroup(), PerGroup(), PerGroup());
        (_shifts, _factorSums, _nodeSlopes, _scaled, _meanSlopes) = (PerGroup(), PerGroup(), PerGroup(), PerGroup(), PerGroup());
        (_cross, _square, _sigmaRow) = (new RowMatrix(Order, Order), new RowMatrix(Order, Order), new RowMatrix(1, Order));
        (_linear, _scratch, _logs, _rowWeights) = (PerRow(), PerRow(), PerRow(), PerRow());
        _nodeResiduals = [.. _nodes.Select(_ => PerRow())];
        _nodeWeights = [.. _nodes.Select(_ => PerRow())];
        _gradient = new double[Order];
        _hessian = new double[Order * Order];
        _variances = new double[levels.CellCount];
        _cellSkews = new double[levels.CellCount];
        _rowProducts = new double[Width * Width];
    }

    public int Width { get; }

    public int Order { get; }

    public double Value { get; private set; }

    public ReadOnlySpan<double> Gradient => _gradient;

    public ReadOnlySpan<double> Hessian => _hessian;

    public ModeSearch Modes { get; }

    public RowMatrix ModeSlopes { get; }

    public ReadOnlySpan<double> ConditionalVariances => _variances;

    public void Evaluate(ReadOnlySpan<double> parameters)
    {
        var sigma = parameters[Width];
        Modes.Predict(ModeSlopes, parameters);
        Modes.Find(parameters[..Width], parameters[Width..]);
        SumAtModes(sigma);
        var shares = NodeShares(sigma);
        Combine(sigma, shares);
    }

    private int GroupCount => _levels.CellCount;

    private double Determinant(int group) => Modes.System.Pivots[group];

    /// <summary>û_a, Σwη_a, Σw'η_a and D_a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumAtModes(double sigma)
    {
        _rows.CellSums(Modes.Weights, _weightSums);
        _rows.CellSums(Modes.Skews, _skewSums);
        ModeSlopes.Clear();
        _determinantSlopes.Clear();
        for (var group = 0; group < GroupCount; group++)
        {
            var (u, weight, d) = (Modes.Modes[group], Modes.CellWeights[group], Determinant(group));
            var skew = 0.0;
            for (var row = _levels.CellStarts[group]; row < _levels.CellStarts[group + 1]; row++)
            {
                skew += Modes.Skews[row];
            }

            _cellSkews[group] = skew;
            _variances[group] = 1 / d;
            _weightSums.Values(group)[Width] = weight * u;
            _skewSums.Values(group)[Width] = skew * u;
            var slopes = ModeSlopes.Row(group);
            RowMatrix.Add(slopes, -sigma / d, _weightSums.Row(group));
            ModeSlopes.Values(group)[Width] += Modes.LevelResiduals[group] / d;
            RowMatrix.Add(_weightSums.Row(group), sigma * weight, slopes);
            RowMatrix.Add(_skewSums.Row(group), sigma * skew, slopes);
            RowMatrix.Add(_determinantSlopes.Row(group), sigma * sigma, _skewSums.Row(group));
            _determinantSlopes.Values(group)[Width] += 2 * sigma * weight;
        }
    }

    /// <summary>π_j, the share of each node in the integral, groups running fastest; adds up the likelihood on the way.</summary>
    private double[][] NodeShares(double sigma)
    {
        double[][] shares = [.. _nodes.Select(_ => new double[GroupCount])];
        for (var j = 0; j < _nodes.Length; j++)
        {
            for (var group = 0; group < GroupCount; group++)
            {
                var shift = sigma * NodeAt(group, j);
                for (var row = _levels.CellStarts[group]; row < _levels.CellStarts[group + 1]; row++)
                {
                    _linear[row] = Modes.FixedPart[row] + shift;
                }
            }

            BernoulliRows.Evaluate(_linear, _rows.Outcome, _rows.RowCount, _nodeResiduals[j], _nodeWeights[j], _scratch, _logs);
            for (var group = 0; group < GroupCount; group++)
            {
                var (u, z) = (NodeAt(group, j), _nodes[j]);
                var sum = _logWeights[j] + (z * z - u * u) / 2;
                for (var row = _levels.CellStarts[group]; row < _levels.CellStarts[group + 1]; row++)
                {
                    sum += _logs[row];
                }

                shares[j][group] = sum;
            }
        }

        var value = 0.0;
        for (var group = 0; group < GroupCount; group++)
        {
            var largest = shares.Max(node => node[group]);
            var sum = shares.Sum(node => Math.Exp(node[group] - largest));
            value += largest + Math.Log(sum) - Math.Log(Determinant(group)) / 2;
            foreach (var node in shares)
            {
                node[group] = Math.Exp(node[group] - largest) / sum;
            }
        }

        Value = Modes.IsSettled ? value : double.NegativeInfinity;
        return shares;
    }

    /// <summary>û + τz_j.</summary>
    private double NodeAt(int group, int node) => Modes.Modes[group] + _nodes[node] / Math.Sqrt(Determinant(group));

    private void Combine(double sigma, double[][] shares)
    {
        _cross.Clear();
        _square.Clear();
        _sigmaRow.Clear();
        _meanSlopes.Clear();
        _rowWeights.AsSpan().Clear();
        var (alpha, gamma) = (new double[GroupCount], new double[GroupCount]);
        for (var j = 0; j < _nodes.Length; j++)
        {
            AddNode(j, sigma, shares[j], alpha, gamma);
        }

        AddModes(sigma, alpha, gamma);
        _rows.CrossProduct(_rowWeights, _rowProducts);
        _gradient.AsSpan().Clear();
        for (var group = 0; group < GroupCount; group++)
        {
            var mean = _meanSlopes.Values(group);
            var slopes = _determinantSlopes.Values(group);
            for (var a = 0; a < Order; a++)
            {
                _gradient[a] += mean[a] - slopes[a] / (2 * Determinant(group));
            }
        }

        for (var a = 0; a < Order; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var sum = _cross.Values(a)[b] + _cross.Values(b)[a] + _square.Values(a)[b];
                sum += a < Width ? _rowProducts[a * Width + b] : _sigmaRow.Values(0)[b];
                sum += b < Width ? 0 : _sigmaRow.Values(0)[a];
                _hessian[a * Order + b] = sum;
                _hessian[b * Order + a] = sum;
            }
        }
    }

    /// <summary>
    /// A node's part: with u_a = û_a + τ_az_j, η_a = x_a + σu_a (+ u for σ), s_a = Σ(y − p)η_a − u·u_a and R = Σ(y − p),
    /// π(s_as_b − Σwη_aη_b + R(δ_au_b + δ_bu_a) − u_au_b).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNode(int j, double sigma, double[] share, double[] alpha, double[] gamma)
    {
        _rows.CellSums(_nodeWeights[j], _factorSums);
        _rows.CellSums(_nodeResiduals[j], _scaled);
        _shifts.Clear();
        _nodeSlopes.Clear();
        for (var group = 0; group < GroupCount; group++)
        {
            var (u, pi, d) = (NodeAt(group, j), share[group], Determinant(group));
            var (residual, weight) = (0.0, 0.0);
            for (var row = _levels.CellStarts[group]; row < _levels.CellStarts[group + 1]; row++)
            {
                residual += _nodeResiduals[j][row];
                weight += _nodeWeights[j][row];
                _rowWeights[row] -= pi * _nodeWeights[j][row];
            }

            var pull = sigma * residual - u;
            alpha[group] += pi * pull;
            gamma[group] += pi * pull * _nodes[j];
            var slopes = _nodeSlopes.Row(group);
            RowMatrix.Add(slopes, 1, ModeSlopes.Row(group));
            RowMatrix.Add(slopes, -_nodes[j] / (2 * d * Math.Sqrt(d)), _determinantSlopes.Row(group));
            RowMatrix.Add(_sigmaRow.Row(0), pi * residual, slopes);

            var shift = _shifts.Row(group);
            RowMatrix.Add(shift, sigma, slopes);
            _shifts.Values(group)[Width] += u;

            // −πΣw(x_a + t_a)(x_b + t_b) = −πΣwx_ax_b + m_at_b + t_am_b with m = −π(Σwx + ½Σw·t).
            RowMatrix.Add(_factorSums.Row(group), weight / 2, shift);
            RowMatrix.Scale(_factorSums.Row(group), -pi);
            RowMatrix.Add(_scaled.Row(group), pull, slopes);
            _scaled.Values(group)[Width] += residual * u;
            RowMatrix.Add(_meanSlopes.Row(group), pi, _scaled.Row(group));
            RowMatrix.Scale(_scaled.Row(group), Math.Sqrt(pi));
            RowMatrix.Scale(slopes, Math.Sqrt(pi));
        }

        _cross.AddProduct(_factorSums, _shifts, GroupCount);
        _square.AddProduct(_scaled, _scaled, GroupCount);
        AddNegativeSquare(_nodeSlopes);
    }

    private void AddNegativeSquare(RowMatrix rows)
    {
        _scaled.Clear();
        for (var group = 0; group < GroupCount; group++)
        {
            RowMatrix.Add(_scaled.Row(group), -1, rows.Row(group));
        }

        _square.AddProduct(_scaled, rows, GroupCount);
    }

    /// <summary>
    /// What comes from the second derivatives of û and τ, −¼D_aD_b/D² of log τ, and −s̄_as̄_b of the mean slopes.
    /// τ_ab = ¾D^-5/2·D_aD_b − ½D^-3/2·D_ab, and D_ab holds σ³Σw'·û_ab.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddModes(double sigma, double[] alpha, double[] gamma)
    {
        AddNegativeSquare(_meanSlopes);
        _scaled.Clear();
        for (var group = 0; group < GroupCount; group++)
        {
            var (d, weight, skew) = (Determinant(group), Modes.CellWeights[group], _cellSkews[group]);
            var spread = gamma[group] + Math.Sqrt(d);
            var ofDeterminant = -spread / (2 * d * Math.Sqrt(d));
            var ofMode = (alpha[group] + ofDeterminant * sigma * sigma * sigma * skew) / d;
            for (var row = _levels.CellStarts[group]; row < _levels.CellStarts[group + 1]; row++)
            {
                var w = Modes.Weights[row];
                _scratch[row] = ofDeterminant * sigma * sigma * w * (1 - 6 * w) - ofMode * sigma * Modes.Skews[row];
                _rowWeights[row] += _scratch[row];
            }

            RowMatrix.Add(_scaled.Row(group), (3 * spread / Math.Sqrt(d) - 1) / (4 * d * d), _determinantSlopes.Row(group));
            var target = _sigmaRow.Row(0);
            RowMatrix.Add(target, 2 * sigma * ofDeterminant, _skewSums.Row(group));
            RowMatrix.Add(target, sigma * sigma * skew * ofDeterminant - sigma * weight * ofMode, ModeSlopes.Row(group));
            RowMatrix.Add(target, -ofMode, _weightSums.Row(group));
            _sigmaRow.Values(0)[Width] += ofDeterminant * weight;
        }

        _square.AddProduct(_scaled, _determinantSlopes, GroupCount);
        _scratch.AsSpan(_rows.RowCount).Clear();
        _rows.CellSums(_scratch, _factorSums);
        _shifts.Clear();
        for (var group = 0; group < GroupCount; group++)
        {
            var sum = 0.0;
            for (var row = _levels.CellStarts[group]; row < _levels.CellStarts[group + 1]; row++)
            {
                sum += _scratch[row];
            }

            RowMatrix.Add(_shifts.Row(group), sigma, ModeSlopes.Row(group));
            _shifts.Values(group)[Width] += Modes.Modes[group];
            RowMatrix.Add(_factorSums.Row(group), sum / 2, _shifts.Row(group));
        }

        _cross.AddProduct(_factorSums, _shifts, GroupCount);
    }
}
