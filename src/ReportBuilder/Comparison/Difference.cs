using ReportBuilder.Editions;

namespace ReportBuilder.Comparison;

/// <summary>What differs.</summary>
public enum DifferenceSubject
{
    /// <summary>A number.</summary>
    Quantity,

    /// <summary>A fact that is a category.</summary>
    Fact,

    /// <summary>A table: it is there or not, its number, caption, columns, rows, or the words of a cell.</summary>
    Table,

    /// <summary>A figure: it is there or not, its number, caption, kind, axes, categories, series or drawing.</summary>
    Figure,

    /// <summary>A claim of the text: it is there or not, its outcome or its sentence.</summary>
    Claim,

    /// <summary>A municipality with participants: it is there or not.</summary>
    Municipality,
}

/// <summary>How it differs.</summary>
public enum DifferenceKind
{
    /// <summary>In both editions, and not alike.</summary>
    Changed,

    /// <summary>Only in the newer edition.</summary>
    New,

    /// <summary>Only in the older edition.</summary>
    Gone,
}

/// <summary>What is worth a flag of its own about a difference. A number may have several.</summary>
public enum DifferenceFlag
{
    /// <summary>The value is on the other side of «no difference» (0; 1 for an odds ratio).</summary>
    Sign,

    /// <summary>A p-value crossed a threshold, or an interval now holds «no difference» and did not, or the other way.</summary>
    Significance,

    /// <summary>The number is in another place among its neighbours in a table column or series.</summary>
    Rank,

    /// <summary>The number of persons behind it changed.</summary>
    Base,

    /// <summary>The interval of uncertainty changed.</summary>
    Interval,

    /// <summary>A number became a sign, a sign a number, or a sign another.</summary>
    Status,

    /// <summary>The unit changed.</summary>
    Unit,

    /// <summary>The number of decimals printed changed.</summary>
    Decimals,

    /// <summary>The value lies outside quartiles ± 1.5 interquartile ranges of earlier editions.</summary>
    OutlierLevel,

    /// <summary>The change lies outside quartiles ± 1.5 interquartile ranges of earlier changes.</summary>
    OutlierChange,
}

/// <summary>One difference between two editions, of those that someone must explain.</summary>
/// <param name="Key">
/// What explanations name it by, unique in a comparison: the quantity or fact id; <c>tbl-…</c> or <c>fig-…</c>, with the part of it after «#» (<c>tbl-utvalg#kolonner</c>,
/// <c>#nummer</c>, <c>#tittel</c>, <c>#rad.…</c>, <c>#plass.…</c>, <c>#celle.rad.kolonne</c>, <c>#akser</c>, <c>#kategori.…</c>, <c>#serie.…</c>, <c>#merker.…</c>, <c>#tegning</c> …);
/// <c>paastand:mal:slag:tall</c> for a claim, and <c>…#setning</c> for its sentence; <c>kommune:0301</c> for a municipality.
/// </param>
/// <param name="Subject">What differs.</param>
/// <param name="Kind">How.</param>
/// <param name="Old">
/// The older side as text, invariant and exact: what an explanation quotes («0.5712», «suppressed», «Jobbsjansen»); what differs beside the value stands after it («0.5712 base=120»). Null when new.
/// </param>
/// <param name="New">The newer side; null when gone.</param>
public sealed record Difference(string Key, DifferenceSubject Subject, DifferenceKind Kind, string? Old, string? New)
{
    /// <summary>The older number, for a quantity that was there.</summary>
    public Quantity? OldQuantity { get; init; }

    /// <summary>The newer number, for a quantity that is there.</summary>
    public Quantity? NewQuantity { get; init; }

    /// <summary>Flags, in the order of the enum.</summary>
    public IReadOnlyList<DifferenceFlag> Flags { get; init; } = [];

    /// <summary>
    /// How great it is, comparable across units: percentage points for shares and p-values, 100 · change for log odds and logarithms of ratios, per cent of the greater of the two, or of 1 when both are
    /// smaller, for other numbers; the greatest of value, base and limits of the interval. 0 when only decimals differ; 100 when it is not a change of a number.
    /// </summary>
    public double Size { get; init; }

    /// <summary>Words that help a reader to find it: the sentence of a claim, the caption of a table or figure; null when its key says enough.</summary>
    public string? Context { get; init; }

    /// <summary>Ids of the tables and figures that show it, in the order of the newer edition.</summary>
    public IReadOnlyList<string> ShownIn { get; init; } = [];
}
