namespace ReportBuilder.TypstWriting;

/// <summary>Where Typst looks for the chart of a figure.</summary>
public static class FigurePath
{
    /// <summary>Virtual path: <c>/figures/fig-kjonn.svg</c>.</summary>
    public static string Of(string id) => $"/figures/{id}.svg";
}
