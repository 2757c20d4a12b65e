namespace ReportBuilder.Comparison;

/// <summary>
/// How far two values may lie from each other and still be the same, by class, in the unit printed (shares in per cent). They are for the noise between processors and libraries: a number
/// that prints otherwise has changed whatever they say.
/// </summary>
public sealed record Tolerances
{
    /// <summary><c>antall</c>. Counts are exact.</summary>
    public double Count { get; init; }

    /// <summary><c>andel</c>.</summary>
    public double Share { get; init; } = 1e-6;

    /// <summary><c>gjennomsnitt</c>.</summary>
    public double Mean { get; init; } = 1e-6;

    /// <summary><c>koeffisient</c>.</summary>
    public double Coefficient { get; init; } = 1e-6;

    /// <summary><c>p_verdi</c>.</summary>
    public double PValue { get; init; } = 1e-6;

    /// <summary><c>tilpasning</c>. Wider: the variances are found by search, not by formula.</summary>
    public double Fit { get; init; } = 1e-5;

    /// <summary>The tolerance of a class.</summary>
    public double Of(ToleranceClass of) =>
        of switch
        {
            ToleranceClass.Count => Count,
            ToleranceClass.Share => Share,
            ToleranceClass.Mean => Mean,
            ToleranceClass.Coefficient => Coefficient,
            ToleranceClass.PValue => PValue,
            ToleranceClass.Fit => Fit,
            _ => throw new ArgumentOutOfRangeException(nameof(of), of, "No such class."),
        };
}
