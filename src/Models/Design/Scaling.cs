namespace ReportBuilder.Models.Design;

/// <summary>What is done to a variable before it enters a model: the arguments of R's <c>scale()</c>.</summary>
/// <param name="Centre">True when the mean is taken off.</param>
/// <param name="Scale">
/// True when it is divided by √(Σv²/(n − 1)), v being the values after centring: the standard deviation when they were centred, otherwise
/// the root mean square.
/// </param>
/// <param name="Rows">Rows that mean and divisor are computed from.</param>
public readonly record struct Scaling(bool Centre, bool Scale, ScalingRows Rows)
{
    /// <summary>Mean 0 and standard deviation 1 over all rows with a value.</summary>
    public static Scaling Standardise { get; } = new(Centre: true, Scale: true, ScalingRows.WithValue);

    /// <summary>Mean 0 over all rows with a value.</summary>
    public static Scaling CentreOnly { get; } = new(Centre: true, Scale: false, ScalingRows.WithValue);
}

/// <summary>Rows that a mean and a standard deviation are computed from.</summary>
public enum ScalingRows
{
    /// <summary>All rows in which the variable has a finite value, as in an R formula: <c>model.frame</c> scales before it drops rows.</summary>
    WithValue,

    /// <summary>The rows that the model uses.</summary>
    Used,
}
