namespace ReportBuilder.Templating.Prose;

/// <summary>What a run of text is.</summary>
internal enum ProseKind
{
    /// <summary>Running text: a paragraph, a list item, a note.</summary>
    Paragraph,

    /// <summary>A heading, or the title of a figure or table.</summary>
    Title,
}

/// <summary>A run of text in a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Language">Its language: <c>nb</c>, <c>en</c> …</param>
/// <param name="Start">Offset in the template.</param>
/// <param name="End">Offset past it.</param>
internal readonly record struct ProseBlock(ProseKind Kind, string Language, int Start, int End);
