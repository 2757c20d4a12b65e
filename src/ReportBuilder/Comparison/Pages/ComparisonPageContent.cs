using ReportBuilder.Commands;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>What a page or an annex needs beside the comparison itself.</summary>
public sealed record ComparisonPageContent
{
    /// <summary>Folders of words and looks.</summary>
    public required ComparisonTemplates Templates { get; init; }

    /// <summary>Words.</summary>
    public required LabelSet Labels { get; init; }

    /// <summary>Drawings of the older edition.</summary>
    public EditionDrawings OldDrawings { get; init; } = EditionDrawings.None;

    /// <summary>Drawings of the newer edition.</summary>
    public EditionDrawings NewDrawings { get; init; } = EditionDrawings.None;

    /// <summary>What the older edition was made from; null when it does not tell.</summary>
    public EditionGround? OldGround { get; init; }

    /// <summary>What the newer edition was made from; null when it does not tell.</summary>
    public EditionGround? NewGround { get; init; }

    /// <summary>What was noise and no difference.</summary>
    public Tolerances Tolerances { get; init; } = new();

    /// <summary>Reads the words.</summary>
    /// <param name="templates">Where they are.</param>
    /// <param name="diagnostics">Receives what is wrong with them, now and while they are used.</param>
    public static ComparisonPageContent Read(ComparisonTemplates templates, DiagnosticBag diagnostics) =>
        new() { Templates = templates, Labels = LabelSet.Read(templates.LabelFolder, ShownPath.Of(templates.LabelFolder), diagnostics) };
}
