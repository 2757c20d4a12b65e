using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Templating.Code;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportBuilder.Templating;

/// <summary>
/// Renders Scriban templates to Markdown for one edition. All mistakes in all templates are gathered; where one stands, «??» is printed
/// and the rest is still read. A template that Scriban cannot parse is rendered with its code left out, so that mistakes in its text are
/// found in the same run, and its calls are still held against the edition.
/// </summary>
public sealed class TemplateEngine
{
    private readonly DiagnosticBag _diagnostics;
    private readonly QuantityFunctions _functions;
    private readonly ScriptObject _names = new();
    private readonly string[] _knownNames;
    private readonly Dictionary<string, TemplateFunction> _calls = new(StringComparer.Ordinal);

    /// <summary>Makes an engine.</summary>
    public TemplateEngine(Edition edition, LabelSet labels, BookMetadata metadata, DiagnosticBag diagnostics, BookTexts? texts = null)
    {
        texts ??= BookTexts.None;
        _diagnostics = diagnostics;
        _functions = new QuantityFunctions(edition, labels, diagnostics);
        foreach (var function in _functions.All.Append(texts.Function(diagnostics)))
        {
            _calls.Add(function.Name, function);
            _names.SetValue(function.Name, new ScribanFunction(function, ReportArgumentCount), readOnly: true);
        }

        foreach (var (name, members) in TemplateObjects.Of(edition.Origin, metadata, labels))
        {
            AddObject(name, members);
        }

        foreach (var (name, thing) in texts.Objects)
        {
            AddObject(name, TemplateObjects.Of(thing));
        }

        _names.SetValue("utelatt", TemplateObjects.ListOf(texts.LeftOut), readOnly: true);
        foreach (var (name, items) in texts.Lists)
        {
            _names.SetValue(name, TemplateObjects.ListOf(items), readOnly: true);
        }

        _knownNames = [.. _names.Keys, "if", "else", "end", "for", "in"];
    }

    private void AddObject(string name, IEnumerable<(string Member, object Value)> members)
    {
        var target = new ScriptObject();
        foreach (var (member, value) in members)
        {
            target.SetValue(member, value, readOnly: true);
        }

        _names.SetValue(name, target, readOnly: true);
    }

    /// <summary>Renders one template.</summary>
    public RenderedTemplate Render(TemplateSource source)
    {
        var output = new MappedOutput(source.Text);
        var parsed = source.Parsed;
        var code = parsed.Code(_calls);
        if (parsed.IsWhole)
        {
            Run(source, parsed.Template, output);
        }
        else
        {
            ReportSyntax(source, parsed.Scan, parsed.Template);
            ReportUnknownNames(source, code);
            WriteWithoutCode(source, parsed.Scan, output);
        }

        _functions.ReportUnknown(code.SelectMany(b => b.Calls), source);
        var map = new SourceMap(source, output.Segments);
        return new RenderedTemplate(source, output.Text, map, _functions.TakePrinted(), _functions.TakeClaims())
        {
            Code = code,
            IsWhole = parsed.IsWhole,
        };
    }

    private void Run(TemplateSource source, Template template, MappedOutput output)
    {
        var failures = new RuntimeFailures(source, _diagnostics, _functions.IsQuantity, _knownNames);
        // A copy, as what a template gives a name is its own: which templates share an engine shows nowhere.
        var names = (ScriptObject)_names.Clone(deep: false);
        var context = new BookTemplateContext(source, output, names)
        {
            TryGetVariable = failures.UnknownName,
            TryGetMember = failures.UnknownMember,
            RenderRuntimeException = failures.Failed,
        };
        try
        {
            template.Render(context);
        }
        catch (ScriptRuntimeException exception)
        {
            failures.Failed(exception);
        }
    }

    private void ReportSyntax(TemplateSource source, CodeScanner scan, Template template)
    {
        foreach (var problem in scan.Problems)
        {
            _diagnostics.Add(Diagnostic.Error(problem.Code, source.PlaceOf(problem.Offset)) with { Found = problem.Found });
        }

        // What Scriban says of the whole is mostly a consequence; what it says of one block alone is about that block.
        var inBlocks = BlockSyntax.Check(source.Text, scan).ToList();
        foreach (var (offset, message) in inBlocks)
        {
            Report("RB3300", source.PlaceOf(offset), message);
        }

        if (scan.Problems.Count == 0 && inBlocks.Count == 0)
        {
            var message = template.Messages.OrderBy(m => m.Span.Start.Offset).First();
            Report("RB3300", source.PlaceOf(Math.Min(message.Span.Start.Offset, source.Text.Length)), message.Message);
        }
    }

    /// <summary>Misspelt functions in a template that cannot be run.</summary>
    private void ReportUnknownNames(TemplateSource source, IReadOnlyList<CodeBlock> code)
    {
        foreach (var name in code.SelectMany(b => b.Statements).Select(s => s.UnknownName).OfType<CodeToken>())
        {
            if (!_knownNames.Contains(name.Text))
            {
                _diagnostics.Add(
                    Diagnostic.Error("RB3301", source.PlaceOf(name.Offset)) with
                    {
                        Found = name.Text,
                        Nearest = NearestName.Find(name.Text, _knownNames),
                    }
                );
            }
        }
    }

    private static void WriteWithoutCode(TemplateSource source, CodeScanner scan, MappedOutput output)
    {
        var written = 0;
        foreach (var (start, end) in scan.Blocks)
        {
            output.Write(source.Text, written, start - written);
            written = end;
        }

        output.Write(source.Text, written, source.Text.Length - written);
    }

    private void ReportArgumentCount(FunctionCall call) => Report("RB3304", call.Place, call.Function);

    private void Report(string code, SourcePlace place, params string[] arguments) =>
        _diagnostics.Add(Diagnostic.Error(code, place, arguments));
}
