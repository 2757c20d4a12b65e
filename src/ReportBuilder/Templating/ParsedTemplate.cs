using ReportBuilder.Templating.Code;
using Scriban;

namespace ReportBuilder.Templating;

/// <summary>What can be said of a template before any number is known: made once, and used for every edition that it is rendered with. Safe to use from several threads.</summary>
internal sealed class ParsedTemplate
{
    private readonly string _text;
    private IReadOnlyList<CodeBlock>? _code;

    /// <summary>Parses a template.</summary>
    public ParsedTemplate(string text, string shownAs)
    {
        _text = text;
        Scan = CodeScanner.Scan(text);
        Template = Template.Parse(text, shownAs);
    }

    /// <summary>A first look at its code.</summary>
    public CodeScanner Scan { get; }

    /// <summary>The template as Scriban reads it.</summary>
    public Template Template { get; }

    /// <summary>True when it can be run.</summary>
    public bool IsWhole => !Template.HasErrors && Scan.Problems.Count == 0;

    /// <summary>Its code as text. All engines have functions of the same names and forms, so the first one's will do for all.</summary>
    public IReadOnlyList<CodeBlock> Code(IReadOnlyDictionary<string, TemplateFunction> functions) =>
        LazyInitializer.EnsureInitialized(ref _code, () => TemplateCode.Read(_text, Scan.Blocks, functions))!;
}
