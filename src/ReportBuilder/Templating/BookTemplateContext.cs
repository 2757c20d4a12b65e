using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportBuilder.Templating;

/// <summary>
/// Scriban's context for one template: strict, without Scriban's own functions (no clock, no arithmetic, no files), and going on after
/// a failure with a stand-in.
/// </summary>
internal sealed class BookTemplateContext : TemplateContext
{
    private readonly TemplateSource _source;
    private readonly MappedOutput _output;

    public BookTemplateContext(TemplateSource source, MappedOutput output, IScriptObject names)
        : base(new ScriptObject())
    {
        _source = source;
        _output = output;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        PushGlobal(names);
        PushOutput(output);
    }

    public Diagnostics.SourcePlace PlaceOf(SourceSpan span) => _source.PlaceOf(span.Start.Offset);

    // Scriban gives Write the span of the enclosing block, so the statement at hand is noted here.
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is ScriptExpressionStatement statement)
        {
            _output.ExpressionStart = statement.Span.Start.Offset;
        }

        return base.Evaluate(scriptNode, aliasReturnedFunction);
    }

    public override bool ToBool(SourceSpan span, object? value) => value is not FailedValue && base.ToBool(span, value);

    public override string? ObjectToString(object? value, bool nested = false) =>
        value is FailedValue ? value.ToString() : base.ObjectToString(value, nested);
}
