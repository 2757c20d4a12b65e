using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Templating.Claims;

/// <summary>
/// <c>paastand "kind" ids…</c>: tries what a sentence says against the numbers as the reader sees them. Prints nothing. A claim that does not
/// hold (RB3424), or cannot be tried (RB3423), is a warning, so that a draft can be read and a release cannot be made; a claim that makes no
/// sense is an error (RB3401–RB3405, RB3420, RB3421).
/// </summary>
internal sealed class ClaimFunction
{
    /// <summary>Name of the function in templates.</summary>
    public const string Name = "paastand";

    private readonly QuantityArguments _arguments;
    private readonly ClaimArguments _claimArguments;
    private readonly QuantityWords _words;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<Claim> _claims = [];

    public ClaimFunction(QuantityArguments arguments, QuantityWords words, DiagnosticBag diagnostics)
    {
        _arguments = arguments;
        _claimArguments = new ClaimArguments(arguments);
        _words = words;
        _diagnostics = diagnostics;
    }

    public object Run(FunctionCall call)
    {
        if (call.RestsOnFailure)
        {
            return string.Empty;
        }

        var name = call.Arguments[0] as string ?? string.Empty;
        if (!ClaimKind.All.TryGetValue(name, out var kind))
        {
            _arguments.FailNear("RB3420", call, name, NearestName.Find(name, ClaimKind.All.Keys));
        }
        else if (_claimArguments.Read(call, kind) is { } read)
        {
            Try(call, kind, read.Quantities, read.Limits);
        }

        return string.Empty;
    }

    /// <summary>Hands over the claims made since the last time.</summary>
    public IReadOnlyList<Claim> Take()
    {
        Claim[] claims = [.. _claims];
        _claims.Clear();
        return claims;
    }

    private void Try(FunctionCall call, ClaimKind kind, IReadOnlyList<Quantity> quantities, IReadOnlyList<decimal> limits)
    {
        var written = call.Arguments.Skip(1 + quantities.Count).Select(ClaimArguments.AsWritten).ToList();
        var outcome = ClaimOutcome.Untried;
        if (PrintedComparison.Values(quantities) is not { } printed)
        {
            var without = quantities.First(q => !q.HasValue).Id.Value;
            _diagnostics.Add(Diagnostic.Warning("RB3423", call.Place, InWords(kind, quantities, written), without));
        }
        else if (kind.Holds(new ClaimSubject(quantities, printed, limits)))
        {
            outcome = ClaimOutcome.Holds;
        }
        else
        {
            outcome = ClaimOutcome.Fails;
            var numbers = string.Join(", ", quantities.Select(AsPrinted));
            _diagnostics.Add(Diagnostic.Warning("RB3424", call.Place, InWords(kind, quantities, written), numbers));
        }

        _claims.Add(
            new Claim
            {
                Kind = kind.Name,
                QuantityIds = [.. quantities.Select(q => q.Id)],
                Limits = written,
                Outcome = outcome,
                Place = call.Place,
            }
        );
    }

    private static string InWords(ClaimKind kind, IReadOnlyList<Quantity> quantities, List<string> limits) =>
        ToolTexts.Get(
            "claim." + kind.Name,
            quantities[0].Id,
            string.Join("», «", quantities.Skip(1).Select(q => q.Id.Value).Concat(limits))
        );

    /// <summary>The number with unit, and with its interval where the claim is about that.</summary>
    private string AsPrinted(Quantity quantity) =>
        quantity.Interval is not null && Neutral.Of(quantity.Unit) is not null
            ? ToolTexts.Get("claim.number.interval", quantity.Id, _words.WithUnit(quantity), _words.Interval(quantity))
            : ToolTexts.Get("claim.number", quantity.Id, _words.WithUnit(quantity));
}
