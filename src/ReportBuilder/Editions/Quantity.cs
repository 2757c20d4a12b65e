namespace ReportBuilder.Editions;

/// <summary>An interval of uncertainty in the unit of the quantity that carries it.</summary>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Level">Confidence level, 0.95 for 95 per cent.</param>
public readonly record struct Interval(double Low, double High, double Level);

/// <summary>
/// A number as a thing: value, unit, decimals, base, interval, status and name. Immutable. Formatting, suppression and
/// comparison follow from it.
/// </summary>
public sealed record Quantity
{
    private Quantity(QuantityId id, double? value, Unit unit, int decimals, QuantityStatus status)
    {
        Id = id;
        Value = value;
        Unit = unit;
        Decimals = decimals;
        Status = status;
    }

    /// <summary>The name.</summary>
    public QuantityId Id { get; }

    /// <summary>The value in <see cref="Unit"/>; null unless the <see cref="Status"/> says that there is one: estimated, rounded, or nil (0).</summary>
    public double? Value { get; }

    /// <summary>The unit.</summary>
    public Unit Unit { get; }

    /// <summary>Decimals printed unless a template asks for another number; for shares, decimals of the percentage.</summary>
    public int Decimals { get; }

    /// <summary>Whether the number exists.</summary>
    public QuantityStatus Status { get; }

    /// <summary>Number of persons (or other units) that the value rests on, when there is one.</summary>
    /// <exception cref="ArgumentException">The number is suppressed: its base would help to find it.</exception>
    public int? Base
    {
        get;
        init =>
            field = value is null || MayTell ? value : throw new ArgumentException($"'{Id}' is suppressed and has no base.", nameof(value));
    }

    /// <summary>Interval of uncertainty, when there is one.</summary>
    /// <exception cref="ArgumentException">
    /// The number is suppressed, or the limits are not finite or not in order: an interval that does not exist is null.
    /// </exception>
    public Interval? Interval
    {
        get;
        init =>
            field =
                value is not { } i || (MayTell && double.IsFinite(i.Low) && double.IsFinite(i.High) && i.Low <= i.High)
                    ? value
                    : throw new ArgumentException($"'{Id}' cannot have the interval {i.Low} to {i.High}.", nameof(value));
    }

    /// <summary>
    /// How far from <see cref="Value"/> the number may be, in its unit, when that is not half a unit of the last decimal: a number told in words («om lag en tredel»),
    /// or only by its stars. Null unless the number is <see cref="QuantityStatus.Rounded"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The number is not rounded, or the distance is negative or not finite.</exception>
    public double? Slack
    {
        get;
        init =>
            field =
                value is null || (Status == QuantityStatus.Rounded && double.IsFinite(value.Value) && value >= 0)
                    ? value
                    : throw new ArgumentException($"'{Id}' cannot have the slack {value}.", nameof(value));
    }

    /// <summary>How far from <see cref="Value"/> the number may be, in its unit: half a unit of the last decimal for a number known only as printed, otherwise 0.</summary>
    public double RoundingDistance =>
        Status != QuantityStatus.Rounded ? 0 : Slack ?? (0.5 * Math.Pow(10, -Decimals) / NorwegianNumberText.PrintScale(Unit));

    /// <summary>True when there is a value to print.</summary>
    public bool HasValue => Value is not null;

    private bool MayTell => Status != QuantityStatus.Suppressed;

    /// <summary>A number that exists.</summary>
    /// <exception cref="ArgumentException">The value is not finite: a number that does not exist has a status instead.</exception>
    public static Quantity Of(string id, double value, Unit unit, int decimals)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"'{id}' is {value}; a number that does not exist needs a status.", nameof(value));
        }

        return new Quantity(new QuantityId(id), value, unit, decimals, QuantityStatus.Estimated);
    }

    /// <summary>A number that may be known only as printed: the value is rounded to its decimals, half away from zero.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public static Quantity Rounded(string id, double value, Unit unit, int decimals)
    {
        var scale = NorwegianNumberText.PrintScale(unit);
        var exact = Of(id, value, unit, decimals);
        var printed = Math.Round((decimal)value * (decimal)scale, decimals, MidpointRounding.AwayFromZero);
        return new Quantity(exact.Id, (double)(printed / (decimal)scale), unit, decimals, QuantityStatus.Rounded);
    }

    /// <summary>A number that does not exist, and why. Nil carries the value 0.</summary>
    /// <exception cref="ArgumentException">The status is <see cref="QuantityStatus.Estimated"/>.</exception>
    public static Quantity Without(string id, Unit unit, int decimals, QuantityStatus status)
    {
        if (status is QuantityStatus.Estimated or QuantityStatus.Rounded)
        {
            throw new ArgumentException("A number without value needs a reason.", nameof(status));
        }

        return new Quantity(new QuantityId(id), status == QuantityStatus.Nil ? 0 : null, unit, decimals, status);
    }
}
