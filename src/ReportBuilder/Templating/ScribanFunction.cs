using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportBuilder.Templating;

/// <summary>Lets Scriban call a <see cref="TemplateFunction"/>, and tells it where the call stands.</summary>
internal sealed class ScribanFunction : IScriptCustomFunction
{
    private readonly TemplateFunction _function;
    private readonly Action<FunctionCall> _reportArgumentCount;

    public ScribanFunction(TemplateFunction function, Action<FunctionCall> reportArgumentCount)
    {
        _function = function;
        _reportArgumentCount = reportArgumentCount;
    }

    // Scriban is told that any number of arguments will do; the count is checked here, where the place is known.
    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "argument");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var place = ((BookTemplateContext)context).PlaceOf(callerContext?.Span ?? context.CurrentSpan);
        var call = new FunctionCall(_function.Name, place, [.. arguments]);
        if (call.Arguments.Count < _function.Required || call.Arguments.Count > _function.Allowed)
        {
            _reportArgumentCount(call);
            return FailedValue.Instance;
        }

        return _function.Run(call);
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    ) => ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
