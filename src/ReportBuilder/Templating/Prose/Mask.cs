namespace ReportBuilder.Templating.Prose;

/// <summary>Characters that stand for what is not running text in a masked template, so that every offset stays what it was.</summary>
internal static class Mask
{
    /// <summary>Code or a reference that prints words or numbers.</summary>
    public const char Printing = '\uFFFC';

    /// <summary>Code that prints nothing.</summary>
    public const char Silent = '\uFFFB';

    /// <summary>Markup: link targets, attributes, citations, notes, list marks.</summary>
    public const char Markup = '\uFFFA';

    /// <summary>True for a character the reader does not see, white space not counted.</summary>
    public static bool IsHidden(char character) => character is Silent or Markup or '*' or '_' or '\\';
}
