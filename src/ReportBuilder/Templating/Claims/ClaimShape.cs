namespace ReportBuilder.Templating.Claims;

/// <summary>What stands after the kind of a claim.</summary>
internal enum ClaimShape
{
    /// <summary>One id.</summary>
    One,

    /// <summary>Two ids.</summary>
    Two,

    /// <summary>Two ids or more.</summary>
    Several,

    /// <summary>One id and a fixed number.</summary>
    Limit,

    /// <summary>One id and two fixed numbers, the lower first.</summary>
    Range,

    /// <summary>One id, and a fraction («1/3»), a fixed number or another id.</summary>
    Target,
}
