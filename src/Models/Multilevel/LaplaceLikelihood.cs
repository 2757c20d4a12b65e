using System.Runtime.CompilerServices;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// The Laplace approximation to the log likelihood of a logistic model with intercepts σu, u standard normal, with its exact
/// first and second derivatives in φ = (β, σ). With û the mode of a group's u and W the sum of its weights w = p(1 − p),
/// <code>ℓ = Σ_groups [ Σ log p(y | x'β + σû) − û²/2 − ½ log D ],   D = 1 + σ²W.</code>
/// This is what lme4's <c>glmer</c> maximises by default (nAGQ = 1; Bates, Mächler, Bolker and Walker 2015). The derivatives
/// follow the mode: û is given by σΣ(y − p) = û, and its own derivatives by differentiating that once and twice.
/// ℓ is even in σ, so σ = 0 needs no special case: it is a point where the derivative in σ is 0.
/// </summary>
internal sealed class LaplaceLikelihood
{
    private const int MaxModeSteps = 100;

    private readonly GroupedRows _rows;
    private readonly double[] _fixedPart;
    private readonly double[] _gradient;
    private readonly double[] _hessian;
    private readonly double[] _modes;
    private readonly double[] _spread;

    // Of the group at hand: derivatives of û and of D, Σw·η' and Σw'·η', and derivatives η' of a row's linear predictor.
    private readonly double[] _modeSlope;
    private readonly double[] _logTermSlope;
    private readonly double[] _weightSums;
    private readonly double[] _skewSums;
    private readonly double[] _slope;

    public LaplaceLikelihood(GroupedRows rows)
    {
        _rows = rows;
        var order = rows.Width + 1;
        _fixedPart = new double[rows.RowCount];
        _gradient = new double[order];
        _hessian = new double[order * order];
        _modes = new double[rows.GroupCount];
        _spread = new double[rows.GroupCount];
        _modeSlope = new double[order];
        _logTermSlope = new double[order];
        _weightSums = new double[order];
        _skewSums = new double[order];
        _slope = new double[order];
    }

    /// <summary>Number of parameters: coefficients, then σ.</summary>
    public int Order => _gradient.Length;

    /// <summary>ℓ at the parameters last evaluated.</summary>
    public double Value { get; private set; }

    /// <summary>Its gradient, when asked for.</summary>
    public ReadOnlySpan<double> Gradient => _gradient;

    /// <summary>Its Hessian, when asked for: full and symmetric, row by row.</summary>
    public ReadOnlySpan<double> Hessian => _hessian;

    /// <summary>û of each group: the intercept is σû.</summary>
    public ReadOnlySpan<double> Modes => _modes;

    /// <summary>Conditional standard deviation of each group's u: 1/√D.</summary>
    public ReadOnlySpan<double> ModeSpread => _spread;

    /// <summary>Σ over groups of (Σ(y − p))² − W: twice the derivative of ℓ in σ² where σ = 0, at the parameters last evaluated.</summary>
    public double VarianceScore { get; private set; }

    /// <summary>Σ over groups of W², the information about σ² where σ = 0, up to a factor.</summary>
    public double VarianceInformation { get; private set; }

    /// <summary>Evaluates at (β, σ). Modes are searched from where they were last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Evaluate(ReadOnlySpan<double> parameters, bool withDerivatives)
    {
        var width = _rows.Width;
        var sigma = parameters[width];
        for (var i = 0; i < _fixedPart.Length; i++)
        {
            var sum = 0.0;
            var row = _rows.Matrix.AsSpan(i * width, width);
            for (var j = 0; j < row.Length; j++)
            {
                sum += row[j] * parameters[j];
            }

            _fixedPart[i] = sum;
        }

        (Value, VarianceScore, VarianceInformation) = (0, 0, 0);
        _gradient.AsSpan().Clear();
        _hessian.AsSpan().Clear();
        for (var group = 0; group < _rows.GroupCount; group++)
        {
            var at = FindMode(group, sigma);
            _spread[group] = 1 / Math.Sqrt(1 + sigma * sigma * at.Weight);
            Value += at.Joint + Math.Log(_spread[group]);
            VarianceScore += at.Residual * at.Residual - at.Weight;
            VarianceInformation += at.Weight * at.Weight;
            if (withDerivatives)
            {
                AddDerivatives(group, sigma, at);
            }
        }

        for (var a = 0; a < Order; a++)
        {
            for (var b = 0; b < a; b++)
            {
                _hessian[b * Order + a] = _hessian[a * Order + b];
            }
        }
    }

    /// <summary>Sums over a group at its mode.</summary>
    /// <param name="Joint">Σ log p(y | η) − u²/2.</param>
    /// <param name="Residual">Σ(y − p).</param>
    /// <param name="Weight">Σw.</param>
    private readonly record struct GroupSums(double Joint, double Residual, double Weight);

    /// <summary>Newton on the strictly concave Σ log p(y | x'β + σu) − u²/2, halved where it overshoots: penalised IRLS in one dimension.</summary>
    private GroupSums FindMode(int group, double sigma)
    {
        var u = _modes[group];
        var sums = Sum(group, sigma, u);
        for (var step = 0; step < MaxModeSteps; step++)
        {
            var move = (sigma * sums.Residual - u) / (1 + sigma * sigma * sums.Weight);
            if (Math.Abs(move) <= 1e-14 * (1 + Math.Abs(u)))
            {
                break;
            }

            var next = Sum(group, sigma, u + move);
            while (next.Joint < sums.Joint - 1e-12 * (1 + Math.Abs(sums.Joint)))
            {
                move /= 2;
                next = Sum(group, sigma, u + move);
            }

            u += move;
            sums = next;
        }

        _modes[group] = u;
        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private GroupSums Sum(int group, double sigma, double u)
    {
        var (joint, residual, weight) = (-u * u / 2, 0.0, 0.0);
        for (var i = _rows.Starts[group]; i < _rows.Starts[group + 1]; i++)
        {
            var eta = _fixedPart[i] + sigma * u;
            var y = _rows.Outcome[i];
            var e = Math.Exp(-Math.Abs(eta));
            var larger = 1 / (1 + e);
            var p = eta >= 0 ? larger : e * larger;
            joint += Math.Min((2 * y - 1) * eta, 0) - Math.Log(1 + e);
            residual += y - p;
            weight += e * larger * larger;
        }

        return new GroupSums(joint, residual, weight);
    }

    /// <summary>
    /// Adds a group's part of gradient and Hessian. Indices a, b run over (β, σ); δ is 1 for σ. η_a = d_a + σû_a, where d is the row of the design for β and û for σ.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddDerivatives(int group, double sigma, GroupSums at)
    {
        var width = _rows.Width;
        var u = _modes[group];
        var d = 1 + sigma * sigma * at.Weight;
        var skew = FirstSums(group, sigma, u);

        // û_a = (δ_a R − σ Σ w d_a) / D.
        for (var a = 0; a <= width; a++)
        {
            _modeSlope[a] = ((a == width ? at.Residual : 0) - sigma * _weightSums[a]) / d;
        }

        // Sums over d_a become sums over η_a.
        for (var a = 0; a <= width; a++)
        {
            _weightSums[a] += sigma * _modeSlope[a] * at.Weight;
            _skewSums[a] += sigma * _modeSlope[a] * skew;
            _logTermSlope[a] = sigma * sigma * _skewSums[a] + (a == width ? 2 * sigma * at.Weight : 0);
            _gradient[a] -= _logTermSlope[a] / (2 * d);
        }

        _gradient[width] += at.Residual * u;
        AddSecondOfRows(group, sigma, u, skew, d);
        for (var a = 0; a <= width; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var (isA, isB) = (a == width ? 1 : 0, b == width ? 1 : 0);
                var cross = isA * _modeSlope[b] + isB * _modeSlope[a];
                var bend = (-isA * _weightSums[b] - isB * _weightSums[a] - sigma * at.Weight * cross) / d;
                var second =
                    2 * isA * isB * at.Weight
                    + 2 * sigma * (isA * _skewSums[b] + isB * _skewSums[a])
                    + sigma * sigma * skew * (cross + sigma * bend);
                _hessian[a * Order + b] +=
                    at.Residual * cross - _modeSlope[a] * _modeSlope[b] - (second - _logTermSlope[a] * _logTermSlope[b] / d) / (2 * d);
            }
        }
    }

    /// <summary>Σ w·d_a, Σ w'·d_a, and the coefficients' part of the gradient; gives Σw', w' = w(1 − 2p) being the derivative of w.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double FirstSums(int group, double sigma, double u)
    {
        var width = _rows.Width;
        _weightSums.AsSpan().Clear();
        _skewSums.AsSpan().Clear();
        var (weight, skew) = (0.0, 0.0);
        for (var i = _rows.Starts[group]; i < _rows.Starts[group + 1]; i++)
        {
            var (p, w) = Probability(_fixedPart[i] + sigma * u);
            var wSkew = w * (1 - 2 * p);
            var residual = _rows.Outcome[i] - p;
            weight += w;
            skew += wSkew;
            var row = _rows.Matrix.AsSpan(i * width, width);
            for (var a = 0; a < row.Length; a++)
            {
                _weightSums[a] += w * row[a];
                _skewSums[a] += wSkew * row[a];
                _gradient[a] += residual * row[a];
            }
        }

        _weightSums[width] = weight * u;
        _skewSums[width] = skew * u;
        return skew;
    }

    /// <summary>Σ κ·η_a·η_b over rows, where κ gathers what multiplies η_a·η_b in the second derivatives; w'' = w(1 − 6w).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSecondOfRows(int group, double sigma, double u, double skew, double d)
    {
        var width = _rows.Width;
        var curvature = -sigma * sigma / (2 * d);
        var skewFactor = sigma * sigma * sigma * sigma * skew / (2 * d * d);
        for (var i = _rows.Starts[group]; i < _rows.Starts[group + 1]; i++)
        {
            var (p, w) = Probability(_fixedPart[i] + sigma * u);
            var factor = w * (-1 + curvature * (1 - 6 * w) + skewFactor * (1 - 2 * p));
            var row = _rows.Matrix.AsSpan(i * width, width);
            for (var a = 0; a < row.Length; a++)
            {
                _slope[a] = row[a] + sigma * _modeSlope[a];
            }

            _slope[width] = u + sigma * _modeSlope[width];
            for (var a = 0; a <= width; a++)
            {
                var scaled = factor * _slope[a];
                var line = _hessian.AsSpan(a * Order, a + 1);
                for (var b = 0; b < line.Length; b++)
                {
                    line[b] += scaled * _slope[b];
                }
            }
        }
    }

    private static (double P, double W) Probability(double eta)
    {
        var e = Math.Exp(-Math.Abs(eta));
        var larger = 1 / (1 + e);
        return (eta >= 0 ? larger : e * larger, e * larger * larger);
    }
}
