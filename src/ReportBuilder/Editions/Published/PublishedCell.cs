using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Published;

/// <summary>A number as a publication prints it, in a table or in a sentence.</summary>
public sealed record PublishedCell
{
    /// <summary>What tells it from the others.</summary>
    public required CellKey Key { get; init; }

    /// <summary>Where in the publication: a table, or a figure or section.</summary>
    public required string Where { get; init; }

    /// <summary>What it is a number of, in the words of the transcription.</summary>
    public required string What { get; init; }

    /// <summary>What is printed: the cell, or a few words of the sentence.</summary>
    public required string Printed { get; init; }

    /// <summary>The number, in the printed unit; null when the cell holds none.</summary>
    public double? Value { get; init; }

    /// <summary>Digits printed after the decimal sign.</summary>
    public int Decimals { get; init; }

    /// <summary>True for the cell of a table: what a table says goes before what the text says.</summary>
    public required bool IsInTable { get; init; }

    /// <summary>Where the transcription has it.</summary>
    public SourcePlace Place { get; init; }
}
