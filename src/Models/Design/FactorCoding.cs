namespace ReportBuilder.Models.Design;

/// <summary>How a factor becomes columns.</summary>
public enum FactorCoding
{
    /// <summary>A column for each level but the reference (treatment contrasts).</summary>
    Contrasts,

    /// <summary>A column for each level.</summary>
    AllLevels,
}
