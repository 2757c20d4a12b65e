namespace ReportBuilder.Comparison;

/// <summary>What the report tells of its own revisions. It describes the comparison and is no part of it: comparing it would make every comparison change the next.</summary>
public static class Revisions
{
    /// <summary>Beginning of the ids of its numbers.</summary>
    public const string IdPrefix = "revisjon.";

    /// <summary>True for the id of a number or fact that belongs to the account.</summary>
    public static bool IsOwnAccount(string id) => id.StartsWith(IdPrefix, StringComparison.Ordinal);
}
