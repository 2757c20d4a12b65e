namespace ReportBuilder.Fits;

/// <summary>The sign between whole numbers and decimals.</summary>
public enum DecimalMark
{
    /// <summary>Whichever makes numbers of the columns; refused when columns do not agree.</summary>
    Detect,

    /// <summary>A point.</summary>
    Point,

    /// <summary>A comma.</summary>
    Comma,
}
