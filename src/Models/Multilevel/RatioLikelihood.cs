using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// A mixed likelihood in other terms: in place of σ_k stands s with σ_k = s·r, r = √(π²/3 + Σ of the other variances), so that the
/// intraclass correlation of factor k is s² / (1 + s²) and a profile of s is one of it.
/// </summary>
internal sealed class RatioLikelihood : IMixedLikelihood
{
    private readonly IMixedLikelihood _inner;
    private readonly int _place;
    private readonly double[] _gradient;
    private readonly double[] _hessian;

    public RatioLikelihood(IMixedLikelihood inner, int factor)
    {
        _inner = inner;
        _place = inner.Width + factor;
        _gradient = new double[inner.Order];
        _hessian = new double[inner.Order * inner.Order];
    }

    public int Width => _inner.Width;

    public int Order => _inner.Order;

    public double Value => _inner.Value;

    public ReadOnlySpan<double> Gradient => _gradient;

    public ReadOnlySpan<double> Hessian => _hessian;

    public ModeSearch Modes => _inner.Modes;

    public RowMatrix ModeSlopes => _inner.ModeSlopes;

    public ReadOnlySpan<double> ConditionalVariances => _inner.ConditionalVariances;

    /// <summary>r at parameters of either likelihood: the element at the factor's place has no part in it.</summary>
    public double Scale(ReadOnlySpan<double> parameters)
    {
        var sum = MixedLogitEstimates.ResidualVariance;
        for (var k = Width; k < Order; k++)
        {
            sum += k == _place ? 0 : parameters[k] * parameters[k];
        }

        return Math.Sqrt(sum);
    }

    public void Evaluate(ReadOnlySpan<double> parameters)
    {
        var (ratio, scale) = (parameters[_place], Scale(parameters));
        var inner = parameters.ToArray();
        inner[_place] = ratio * scale;
        _inner.Evaluate(inner);

        // Derivatives of σ_k: r in s, and s·σ_l/r in another σ_l.
        var slope = new double[Order];
        for (var k = Width; k < Order; k++)
        {
            slope[k] = k == _place ? scale : ratio * parameters[k] / scale;
        }

        var own = _inner.Gradient[_place];
        for (var a = 0; a < Order; a++)
        {
            _gradient[a] = (a == _place ? 0 : _inner.Gradient[a]) + own * slope[a];
            for (var b = 0; b < Order; b++)
            {
                var sum = slope[a] * slope[b] * _inner.Hessian[_place * Order + _place];
                sum += b == _place ? 0 : slope[a] * _inner.Hessian[_place * Order + b];
                sum += a == _place ? 0 : slope[b] * _inner.Hessian[a * Order + _place];
                sum += a == _place || b == _place ? 0 : _inner.Hessian[a * Order + b];
                _hessian[a * Order + b] = sum + own * Bend(a, b, ratio, scale, parameters);
            }
        }
    }

    /// <summary>Second derivatives of σ_k.</summary>
    private double Bend(int a, int b, double ratio, double scale, ReadOnlySpan<double> parameters)
    {
        if (a < Width || b < Width || (a == _place && b == _place))
        {
            return 0;
        }

        if (a == _place || b == _place)
        {
            return parameters[a == _place ? b : a] / scale;
        }

        return ratio * ((a == b ? 1 : 0) - parameters[a] * parameters[b] / (scale * scale)) / scale;
    }
}
