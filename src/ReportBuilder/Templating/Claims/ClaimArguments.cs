using System.Globalization;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Templating.Claims;

/// <summary>Reads what stands after the kind of a claim, and reports what is wrong with it.</summary>
internal sealed class ClaimArguments
{
    private readonly QuantityArguments _arguments;

    public ClaimArguments(QuantityArguments arguments) => _arguments = arguments;

    /// <summary>Ids and limits; null after a report.</summary>
    public (IReadOnlyList<Quantity> Quantities, IReadOnlyList<decimal> Limits)? Read(FunctionCall call, ClaimKind kind)
    {
        var given = call.Arguments.Count - 1;
        var (ids, limits) = kind.Shape switch
        {
            ClaimShape.One => (1, 0),
            ClaimShape.Two => (2, 0),
            ClaimShape.Several => (Math.Max(2, given), 0),
            ClaimShape.Limit => (1, 1),
            ClaimShape.Range => (1, 2),
            _ => IsId(call, 2) ? (2, 0) : (1, 1),
        };
        if (given != ids + limits || !Enumerable.Range(1, ids).All(i => call.Arguments[i] is string))
        {
            return WrongShape(call, kind);
        }

        var quantities = Enumerable.Range(1, ids).Select(i => _arguments.Quantity(call, i)).ToList();
        if (quantities.OfType<Quantity>().ToList() is not { } found || found.Count < ids || !FitEachOther(call, kind, found))
        {
            return null;
        }

        var numbers = Enumerable.Range(ids + 1, limits).Select(i => Limit(call.Arguments[i], kind, found[0].Unit)).ToList();
        return numbers.Contains(null) || (numbers.Count == 2 && numbers[0] > numbers[1])
            ? WrongShape(call, kind)
            : (found, [.. numbers.OfType<decimal>()]);
    }

    /// <summary>A limit as its author wrote it.</summary>
    public static string AsWritten(object? limit) => Convert.ToString(limit, CultureInfo.InvariantCulture) ?? string.Empty;

    private bool FitEachOther(FunctionCall call, ClaimKind kind, List<Quantity> quantities)
    {
        if (quantities.Find(q => !PrintedComparison.AreComparable(quantities[0], q)) is { } other)
        {
            _arguments.Fail("RB3405", call, quantities[0].Id.Value, other.Id.Value);
            return false;
        }

        if (kind.RestsOn != ClaimBasis.Value && quantities.Find(q => Neutral.Of(q.Unit) is null) is { } without)
        {
            _arguments.Fail("RB3402", call, kind.Name, without.Id.Value, ToolTexts.Get("unit." + without.Unit));
            return false;
        }

        if (kind.RestsOn == ClaimBasis.Interval && quantities.Find(q => q is { HasValue: true, Interval: null }) is { } vague)
        {
            _arguments.Fail("RB3403", call, vague.Id.Value);
            return false;
        }

        return true;
    }

    private static bool IsId(FunctionCall call, int argument) =>
        call.Arguments.Count > argument && call.Arguments[argument] is string text && QuantityId.IsValid(text);

    private static decimal? Limit(object? value, ClaimKind kind, Unit unit) =>
        QuantityArguments.AsNumber(value) is { } number ? (decimal)number
        : kind.Shape == ClaimShape.Target && value is string text ? Approximation.Fraction(text, unit)
        : null;

    private (IReadOnlyList<Quantity> Quantities, IReadOnlyList<decimal> Limits)? WrongShape(FunctionCall call, ClaimKind kind)
    {
        _arguments.Fail("RB3421", call, kind.Name, ToolTexts.Get("claim.shape." + kind.Shape));
        return null;
    }
}
