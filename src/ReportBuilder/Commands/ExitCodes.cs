namespace ReportBuilder.Commands;

/// <summary>What the process returns.</summary>
public static class ExitCodes
{
    /// <summary>The job is done.</summary>
    public const int Done = 0;

    /// <summary>The job is done, and a comparison that was asked for does not hold.</summary>
    public const int Differs = 1;

    /// <summary>Something the user gave is wrong; diagnostics say what, and nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Some of what was asked for could not be made; diagnostics say what, and the rest is there and whole.</summary>
    public const int Incomplete = 3;
}
