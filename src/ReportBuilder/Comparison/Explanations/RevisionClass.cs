namespace ReportBuilder.Comparison.Explanations;

/// <summary>How grave a revision is, after Statistics Norway's classes of errors, or that it was planned.</summary>
public enum RevisionClass
{
    /// <summary><c>alvorlig</c>: a serious error; readers may have drawn wrong conclusions.</summary>
    Serious,

    /// <summary><c>mindre_alvorlig</c>: a less serious error.</summary>
    LessSerious,

    /// <summary><c>kosmetisk</c>: words, decimals, order; no number means anything else.</summary>
    Cosmetic,

    /// <summary><c>nye_data</c>: planned, new or later data.</summary>
    NewData,

    /// <summary><c>ny_metode</c>: planned, another rule, model or method.</summary>
    NewMethod,

    /// <summary><c>revidert_kilde</c>: planned, the source was revised.</summary>
    RevisedSource,
}

/// <summary>The classes by the names they have in <c>avvik.yaml</c>, in ids and in labels.</summary>
public static class RevisionClasses
{
    private static readonly (RevisionClass Class, string Token)[] All =
    [
        (RevisionClass.Serious, "alvorlig"),
        (RevisionClass.LessSerious, "mindre_alvorlig"),
        (RevisionClass.Cosmetic, "kosmetisk"),
        (RevisionClass.NewData, "nye_data"),
        (RevisionClass.NewMethod, "ny_metode"),
        (RevisionClass.RevisedSource, "revidert_kilde"),
    ];

    /// <summary>All names, the gravest first.</summary>
    public static IReadOnlyList<string> Tokens { get; } = [.. All.Select(a => a.Token)];

    /// <summary>The name of a class.</summary>
    public static string Token(this RevisionClass revision) => All.Single(a => a.Class == revision).Token;

    /// <summary>True for a revision that was announced or follows from other data or rules; false for the correction of an error.</summary>
    public static bool IsPlanned(this RevisionClass revision) =>
        revision is RevisionClass.NewData or RevisionClass.NewMethod or RevisionClass.RevisedSource;

    /// <summary>The class of a name; null when there is none.</summary>
    public static RevisionClass? Find(string token)
    {
        foreach (var (revision, name) in All)
        {
            if (name == token)
            {
                return revision;
            }
        }

        return null;
    }
}
