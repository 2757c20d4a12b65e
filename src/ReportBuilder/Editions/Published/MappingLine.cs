using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Published;

/// <summary>What a printed number is in our names: one line of <c>avbildning.csv</c>.</summary>
public sealed record MappingLine
{
    /// <summary>The printed number.</summary>
    public required CellKey Key { get; init; }

    /// <summary>The quantities it says something of; none when it cannot be mapped.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>When not null, the number is the quantity less this one, and gives neither a value: it is only tried.</summary>
    public string? Minus { get; init; }

    /// <summary>Unit of the quantities.</summary>
    public Unit Unit { get; init; }

    /// <summary>What the number says of them.</summary>
    public PrintedReading Reading { get; init; }

    /// <summary>How far the quantity may be from the number, in the printed unit, when that is not half a unit of its last digit.</summary>
    public double? Slack { get; init; }

    /// <summary>Why it cannot be mapped, in a few words that others share; empty when it is.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>What a reader should know, and where the notes of the transcription tell it.</summary>
    public string Remark { get; init; } = string.Empty;

    /// <summary>Where the line stands.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>True when the number says something of a quantity.</summary>
    public bool IsMapped => Ids.Count > 0;
}
