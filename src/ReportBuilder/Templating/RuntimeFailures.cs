using ReportBuilder.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportBuilder.Templating;

/// <summary>Turns what fails while a template runs into diagnostics, each failure once, and gives stand-ins so that the template runs on.</summary>
internal sealed class RuntimeFailures
{
    private readonly TemplateSource _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly Func<string, bool> _isQuantity;
    private readonly IReadOnlyCollection<string> _knownNames;
    private readonly HashSet<int> _reportedLines = [];
    private readonly HashSet<int> _reported = [];

    public RuntimeFailures(
        TemplateSource source,
        DiagnosticBag diagnostics,
        Func<string, bool> isQuantity,
        IReadOnlyCollection<string> knownNames
    )
    {
        _source = source;
        _diagnostics = diagnostics;
        _isQuantity = isQuantity;
        _knownNames = knownNames;
    }

    /// <summary>A name that nothing answers to: most often an id without quotation marks, or a misspelt function.</summary>
    public bool UnknownName(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value)
    {
        value = FailedValue.Instance;
        if (!IsFirst(span))
        {
            return true;
        }

        var dotted = DottedNameAt(span.Start.Offset);
        _diagnostics.Add(
            _isQuantity(dotted)
                ? Diagnostic.Error("RB3302", PlaceOf(span), dotted)
                : Diagnostic.Error("RB3301", PlaceOf(span)) with
                {
                    Found = variable.Name,
                    Nearest = NearestName.Find(variable.Name, _knownNames),
                }
        );
        return true;
    }

    /// <summary>A member that an object of ours does not have.</summary>
    public bool UnknownMember(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = FailedValue.Instance;
        if (target is not FailedValue && IsFirst(span))
        {
            var members = target is Scriban.Runtime.ScriptObject known ? known.Keys : [];
            _diagnostics.Add(
                Diagnostic.Error("RB3303", PlaceOf(span)) with
                {
                    Found = member,
                    Nearest = NearestName.Find(member, members),
                }
            );
        }

        return true;
    }

    /// <summary>Anything else; a second failure on a line where one is reported already is taken as its consequence.</summary>
    public string Failed(ScriptRuntimeException exception)
    {
        var place = PlaceOf(exception.Span);
        if (!_reportedLines.Contains(place.Line) && _reportedLines.Add(place.Line))
        {
            _diagnostics.Add(Diagnostic.Error("RB3306", place, exception.OriginalMessage));
        }

        return FailedValue.Text;
    }

    private bool IsFirst(SourceSpan span)
    {
        _reportedLines.Add(PlaceOf(span).Line);
        return _reported.Add(span.Start.Offset);
    }

    private SourcePlace PlaceOf(SourceSpan span) => _source.PlaceOf(Math.Clamp(span.Start.Offset, 0, _source.Text.Length));

    private string DottedNameAt(int offset)
    {
        var end = offset;
        while (end < _source.Text.Length && (char.IsAsciiLetterOrDigit(_source.Text[end]) || _source.Text[end] is '.' or '_'))
        {
            end++;
        }

        return _source.Text[offset..end];
    }
}
