using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Templating.Claims;
using ReportBuilder.Templating.Code;
using ReportBuilder.Templating.Words;

namespace ReportBuilder.Templating;

/// <summary>
/// The functions with which templates ask for numbers and compare them; described for authors in <c>templates/README.md</c>. Knows nothing of
/// the template language. Every mistake is a diagnostic with its place, and the function then gives a stand-in.
/// </summary>
public sealed class QuantityFunctions
{
    private readonly LabelSet _labels;
    private readonly QuantityWords _words;
    private readonly QuantityArguments _arguments;
    private readonly PrintLog _log;
    private readonly ClaimFunction _claims;

    /// <summary>
    /// Name of the mark of a sentence that compares without resting on a number of ours: <c>allment</c>. It prints nothing and checks nothing.
    /// </summary>
    public const string GeneralStatement = "allment";

    /// <summary>Makes the functions for one edition.</summary>
    public QuantityFunctions(Edition edition, LabelSet labels, DiagnosticBag diagnostics)
    {
        _labels = labels;
        _words = new QuantityWords(labels);
        _arguments = new QuantityArguments(edition, diagnostics);
        _log = new PrintLog(_arguments);
        var categories = new CategoryFunctions(edition, labels, _arguments, _log);
        _claims = new ClaimFunction(_arguments, _words, diagnostics);
        All =
        [
            new("tall", 1, 2, c => Print(c, (q, decimals) => NorwegianNumberText.Number(q, decimals))) { PrintsNumber = true },
            new("number", 1, 2, c => Print(c, EnglishNumberText.Number)) { PrintsNumber = true },
            new("verdi", 1, 2, c => Print(c, _words.WithUnit)) { PrintsNumber = true },
            new("intervall", 1, 2, Interval) { PrintsNumber = true },
            new("pverdi", 1, 1, c => Print(c, (q, _) => _words.PValue(q), Unit.PValue)) { PrintsNumber = true },
            new("endring", 1, 2, c => Print(c, _words.Change, Unit.OddsChange)) { Role = SentenceRole.Words, PrintsNumber = true },
            new("retning", 1, 1, c => Print(c, (q, _) => _words.Direction(q), Neutral.Units))
            {
                Role = SentenceRole.Words,
                PrintsNumber = true,
            },
            new("n", 1, 1, Base) { PrintsNumber = true },
            new("finnes", 1, 1, c => categories.IsKnown(c) ?? _arguments.Quantity(c, 0) is { HasValue: true }),
            new("har_intervall", 1, 1, c => _arguments.Quantity(c, 0) is { Interval: not null }),
            new("signifikant", 1, 1, c => IsSignificant(c)) { Role = SentenceRole.Comparison },
            new("storre", 2, 2, c => Compare(c) > 0) { Role = SentenceRole.Comparison, IdCount = 2 },
            new("mindre", 2, 2, c => Compare(c) < 0) { Role = SentenceRole.Comparison, IdCount = 2 },
            new("etikett", 1, 1, Label) { IdCount = 0 },
            new("stor", 1, 1, Capitalise) { IdCount = 0 },
            .. categories.All,
            new(ClaimFunction.Name, 2, int.MaxValue, _claims.Run)
            {
                Role = SentenceRole.Claim,
                FirstId = 1,
                IdCount = int.MaxValue,
            },
            new(GeneralStatement, 0, 0, _ => string.Empty) { Role = SentenceRole.General, IdCount = 0 },
            .. WordFunctions.InNorwegian(labels, _arguments, _log),
            .. WordFunctions.InEnglish(labels, _arguments, _log),
        ];
    }

    /// <summary>All functions.</summary>
    public IReadOnlyList<TemplateFunction> All { get; }

    /// <summary>Ids of the edition, for the hint given when an author forgets the quotation marks.</summary>
    public bool IsQuantity(string id) => _arguments.IsQuantity(id);

    /// <summary>Hands over the numbers printed since the last time.</summary>
    public IReadOnlyList<PrintedQuantity> TakePrinted() => _log.Take();

    /// <summary>Hands over the claims made since the last time.</summary>
    public IReadOnlyList<Claim> TakeClaims() => _claims.Take();

    /// <summary>Reports ids that the edition does not have, where they stand in code that this edition never runs.</summary>
    internal void ReportUnknown(IEnumerable<CodeCall> calls, TemplateSource source)
    {
        foreach (var call in calls)
        {
            foreach (var id in call.Ids.Where(id => !_arguments.IsKnown(id)))
            {
                _arguments.ReportUnknownOnLine(id, source.PlaceOf(call.Offset));
            }
        }
    }

    private object Print(FunctionCall call, Func<Quantity, int?, string> write, params Unit[] units)
    {
        if (_arguments.Quantity(call, 0, units) is not { } quantity || !_arguments.TryDecimals(call, out var decimals))
        {
            return FailedValue.Instance;
        }

        return _log.Remember(call, quantity, write(quantity, decimals));
    }

    private object Interval(FunctionCall call)
    {
        if (_arguments.Quantity(call, 0) is not { } quantity || !_arguments.TryDecimals(call, out var decimals))
        {
            return FailedValue.Instance;
        }

        return _words.Interval(quantity, decimals) is { } text
            ? _log.Remember(call, quantity, text)
            : _arguments.Fail("RB3403", call, quantity.Id.Value);
    }

    private object Base(FunctionCall call) =>
        _arguments.Quantity(call, 0) switch
        {
            null => FailedValue.Instance,
            { Base: { } count } quantity => _log.Remember(call, quantity, NorwegianNumberText.Number(count, 0)),
            { Status: QuantityStatus.Suppressed } quantity => _log.Remember(call, quantity, NorwegianNumberText.Sign(quantity.Status)),
            { } quantity => _arguments.Fail("RB3404", call, quantity.Id.Value),
        };

    private bool IsSignificant(FunctionCall call)
    {
        if (_arguments.Quantity(call, 0, Neutral.Units) is not { HasValue: true } quantity)
        {
            return false;
        }

        if (Neutral.IsExcluded(quantity) is { } excluded)
        {
            return excluded;
        }

        // A number given rounded, so that it tells of no hidden one, has lost its interval in this edition only: that is no fault of the template.
        if (quantity.Status != QuantityStatus.Rounded)
        {
            _arguments.Fail("RB3403", call, quantity.Id.Value);
        }

        return false;
    }

    /// <summary>
    /// Compares as the reader would: on the printed numbers, with the coarser rounding of the two. 0 when either does not exist, so that a
    /// claim that cannot be checked is not made.
    /// </summary>
    private int Compare(FunctionCall call)
    {
        var first = _arguments.Quantity(call, 0);
        if (call.Arguments.Count > 1 && QuantityArguments.AsNumber(call.Arguments[1]) is { } fixedNumber)
        {
            return first?.Value is { } only ? Neutral.AsPrinted(only, first.Unit, first.Decimals).CompareTo((decimal)fixedNumber) : 0;
        }

        var second = _arguments.Quantity(call, 1);
        if (first is null || second is null)
        {
            return 0;
        }

        if (!PrintedComparison.AreComparable(first, second))
        {
            _arguments.Fail("RB3405", call, first.Id.Value, second.Id.Value);
            return 0;
        }

        return PrintedComparison.Values([first, second]) is { } printed ? printed[0].CompareTo(printed[1]) : 0;
    }

    private object Label(FunctionCall call)
    {
        if (call.RestsOnFailure)
        {
            return FailedValue.Instance;
        }

        return call.Arguments[0] is not string key ? _arguments.Fail("RB3406", call)
            : _labels.Has(key) ? MarkdownText.Escape(_labels.Get(key))
            : _arguments.FailNear("RB3407", call, key, NearestName.Find(key, _labels.Keys));
    }

    private static object Capitalise(FunctionCall call) =>
        call.Arguments[0] is string { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : call.Arguments[0] ?? string.Empty;
}
