namespace ReportBuilder.Harmonise;

/// <summary>
/// One line of a rule file in <c>data/recodings</c>: what one source category becomes. The line is read by the program and printed
/// in the appendix; there is no second description of it.
/// </summary>
public sealed record RecodingRule
{
    /// <summary>File and line it stands in.</summary>
    public required Diagnostics.SourcePlace Place { get; init; }

    /// <summary>The recoding matrix it is printed in: 7–14 (<c>tabell</c>).</summary>
    public required int Table { get; init; }

    /// <summary>Printed row: lines with the same number belong together (<c>rad</c>).</summary>
    public required int Row { get; init; }

    /// <summary>Heading of the row (<c>konsept</c>).</summary>
    public required string Concept { get; init; }

    /// <summary>Register it applies to (<c>register</c>): <c>nir</c>, <c>jobbsjansen</c> or <c>ssb</c>.</summary>
    public required string Register { get; init; }

    /// <summary>Source variables (<c>variabel</c>, separated by semicolon).</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>Source category: the text in the cell, an interval, «(tom)» for an empty cell; empty for a rule on the whole variable (<c>kategori</c>).</summary>
    public required string Category { get; init; }

    /// <summary>What the register calls the category (<c>etikett</c>).</summary>
    public required string Label { get; init; }

    /// <summary>The kind of rule, or the name of a computation (<c>regel</c>).</summary>
    public required string Kind { get; init; }

    /// <summary>Column of the harmonised dataset (<c>mal</c>); empty when the category is not carried over.</summary>
    public required string Target { get; init; }

    /// <summary>What it becomes: a code of the column, a number, or «.» for missing (<c>verdi</c>).</summary>
    public required string Value { get; init; }

    /// <summary>First year it applies to; null for all (<c>fra</c>).</summary>
    public required int? FromYear { get; init; }

    /// <summary>Last year it applies to; null for all (<c>til</c>).</summary>
    public required int? ToYear { get; init; }

    /// <summary>The reading it belongs to, as «A1=tekst»; empty for a rule that all readings share (<c>lesning</c>).</summary>
    public required string Reading { get; init; }

    /// <summary>The ambiguity of the published report it settles, as «A1»; empty for none (<c>tvetydighet</c>).</summary>
    public required string Ambiguity { get; init; }

    /// <summary>What was decided, and why (<c>avgjorelse</c>).</summary>
    public required string Decision { get; init; }

    /// <summary>Remark for the reader (<c>merknad</c>).</summary>
    public required string Remark { get; init; }
}
