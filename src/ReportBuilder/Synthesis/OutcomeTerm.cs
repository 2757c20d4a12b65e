using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis;

/// <summary>One column of the design of the outcome: the constant, a linear term, or an indicator of a range of values.</summary>
internal sealed class OutcomeTerm
{
    private readonly double[]? _values;
    private readonly double[]? _codes;
    private readonly int[]? _schemes;
    private readonly int? _scheme;
    private readonly (double[] Values, double Value)? _also;
    private readonly double _from;
    private readonly double _to;

    /// <summary>The term of a coefficient.</summary>
    public OutcomeTerm(CoefficientTarget target, Population population)
    {
        if (target.Variable.Length == 0)
        {
            return;
        }

        _values = population.Values(target.Variable);
        if (target.Value is { } value)
        {
            (_from, _to) = (value, value);
            return;
        }

        IsLinear = true;
        var column = population.Schema.Find(target.Variable)!;
        // A code that enters linearly does so by its number in the file.
        _codes =
            column.Kind == ValueKind.Code
                ? [.. column.Levels.Select((l, i) => Invariant.TryReadNumber(l.Code, out var code) ? code : i)]
                : null;
        // A whole number near the mean: sums of centred values stay exact, and a draw balanced on them is balanced on the variance.
        Centre = Math.Round(Enumerable.Range(0, population.Count).Average(At));
    }

    /// <summary>The indicator of a share.</summary>
    public OutcomeTerm(OutcomeShare share, Population population)
    {
        _values = population.Values(share.Variable);
        _schemes = population.Schemes;
        (_scheme, _from, _to) = (share.Scheme, share.From, share.To);
        _also = share.Also is { } also ? (population.Values(also.Variable), also.Value) : null;
    }

    /// <summary>What is taken from a linear term.</summary>
    public double Centre { get; }

    private bool IsLinear { get; }

    /// <summary>Value for a row.</summary>
    public double At(int row)
    {
        if (_values is null)
        {
            return 1;
        }

        var value = _values[row];
        if (IsLinear)
        {
            return (_codes is null ? value : _codes[(int)value]) - Centre;
        }

        var isIn =
            value >= _from
            && value <= _to
            && (_scheme is not { } scheme || _schemes![row] == scheme)
            && (_also is not { } also || also.Values[row] == also.Value);
        return isIn ? 1 : 0;
    }
}
