namespace ReportBuilder.Editions;

/// <summary>Whether a number exists, and if not, why. Missing is a reason, never a NaN. Printed with SSB's standard signs.</summary>
public enum QuantityStatus
{
    /// <summary>The number exists.</summary>
    Estimated,

    /// <summary>The number exists, but is known only as printed: its exact value would give a hidden one away.</summary>
    Rounded,

    /// <summary>No data (printed «..»).</summary>
    Missing,

    /// <summary>Cannot occur (printed «.»).</summary>
    NotApplicable,

    /// <summary>The model could not give it (printed «..»).</summary>
    NotEstimable,

    /// <summary>May not be published (printed «:»).</summary>
    Suppressed,

    /// <summary>Exactly nil (printed «-»).</summary>
    Nil,
}
