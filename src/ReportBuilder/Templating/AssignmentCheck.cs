using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportBuilder.Templating;

/// <summary>Finds <c>if a = b</c>, which Scriban reads as «set a to b» and always takes as true; the author means <c>==</c>.</summary>
internal sealed class AssignmentCheck : ScriptVisitor
{
    private readonly Action<SourceSpan> _report;

    public AssignmentCheck(Action<SourceSpan> report) => _report = report;

    public override void Visit(ScriptIfStatement node)
    {
        if (node.Condition is ScriptAssignExpression assignment)
        {
            _report(assignment.Span);
        }

        base.Visit(node);
    }
}
