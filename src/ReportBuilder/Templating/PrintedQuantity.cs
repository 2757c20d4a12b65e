using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Templating.Code;

namespace ReportBuilder.Templating;

/// <summary>A number that a template printed, for the checks that read the finished document back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Where the template asks for it.</param>
/// <param name="Text">As printed.</param>
public sealed record PrintedQuantity(QuantityId Id, SourcePlace Place, string Text);

/// <summary>A template after Scriban: Markdown, the way back to the template, the numbers it printed, and what it claimed of them.</summary>
/// <param name="Source">The template.</param>
/// <param name="Markdown">The Markdown.</param>
/// <param name="Map">From the Markdown back to the template.</param>
/// <param name="Printed">Numbers printed, in order.</param>
/// <param name="Claims">Claims made, in order.</param>
public sealed record RenderedTemplate(
    TemplateSource Source,
    string Markdown,
    SourceMap Map,
    IReadOnlyList<PrintedQuantity> Printed,
    IReadOnlyList<Claim> Claims
)
{
    /// <summary>The code of the template, the branches not taken included.</summary>
    internal IReadOnlyList<CodeBlock> Code { get; init; } = [];

    /// <summary>False when the code could not be read, and the text stands without it.</summary>
    public bool IsWhole { get; init; } = true;
}
