using System.Globalization;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Templating;

/// <summary>Reads the arguments of a function call and reports what is wrong with them.</summary>
internal sealed class QuantityArguments
{
    private const int MostDecimals = 10;
    private readonly Edition _edition;
    private readonly DiagnosticBag _diagnostics;
    private readonly NearestId _nearest;

    // A mistake that is run many times, or met again among code never run, is told once.
    private readonly HashSet<(SourcePlace Place, string Id)> _unknown = [];

    public QuantityArguments(Edition edition, DiagnosticBag diagnostics)
    {
        _edition = edition;
        _diagnostics = diagnostics;
        _nearest = new NearestId(edition.Quantities.Keys);
    }

    public bool IsQuantity(string id) => _edition.Find(id) is not null;

    /// <summary>True for the id of a number or of a fact in words.</summary>
    public bool IsKnown(string id) => IsQuantity(id) || _edition.Facts.ContainsKey(id);

    /// <summary>The quantity named by an argument, or null after a report: no text, no such id, or not in one of the units.</summary>
    public Quantity? Quantity(FunctionCall call, int argument, params Unit[] units)
    {
        if (call.RestsOnFailure)
        {
            return null;
        }

        if (call.Arguments[argument] is not string id)
        {
            Fail("RB3406", call);
            return null;
        }

        if (_edition.Find(id) is not { } quantity)
        {
            ReportUnknown(id, call.Place, _nearest);
            return null;
        }

        if (units.Length > 0 && !units.Contains(quantity.Unit))
        {
            Fail("RB3402", call, call.Function, id, ToolTexts.Get("unit." + quantity.Unit));
            return null;
        }

        return quantity;
    }

    /// <summary>Reports an id that the edition does not have, unless it is reported on the same line already.</summary>
    public void ReportUnknownOnLine(string id, SourcePlace place)
    {
        if (!_unknown.Contains((place with { Column = 0 }, id)))
        {
            ReportUnknown(id, place, _nearest);
        }
    }

    /// <summary>Reports an id that the edition does not have, once for each place.</summary>
    public void ReportUnknown(string id, SourcePlace place, NearestId nearest)
    {
        if (_unknown.Add((place, id)))
        {
            _unknown.Add((place with { Column = 0 }, id));
            _diagnostics.Add(Diagnostic.Error("RB3401", place) with { Found = id, Nearest = nearest.Find(id) });
        }
    }

    /// <summary>The number of decimals asked for as second argument; null when none is. False after a report.</summary>
    public bool TryDecimals(FunctionCall call, out int? decimals)
    {
        decimals = null;
        if (call.Arguments.Count < 2)
        {
            return true;
        }

        if (AsNumber(call.Arguments[1]) is { } number && number == Math.Floor(number) && number is >= 0 and <= MostDecimals)
        {
            decimals = (int)number;
            return true;
        }

        _diagnostics.Add(
            Diagnostic.Error("RB3408", call.Place) with
            {
                Found = Convert.ToString(call.Arguments[1], CultureInfo.InvariantCulture),
            }
        );
        return false;
    }

    public static double? AsNumber(object? value) =>
        value switch
        {
            int number => number,
            long number => number,
            float number => number,
            double number => number,
            decimal number => (double)number,
            _ => null,
        };

    public object Fail(string code, FunctionCall call, params string[] arguments)
    {
        _diagnostics.Add(Diagnostic.Error(code, call.Place, arguments));
        return FailedValue.Instance;
    }

    public object FailNear(string code, FunctionCall call, string found, string? nearest)
    {
        _diagnostics.Add(Diagnostic.Error(code, call.Place) with { Found = found, Nearest = nearest });
        return FailedValue.Instance;
    }

    /// <summary>A sentence with a sign where a number should be reads badly; the author is told to write a variant.</summary>
    public void WarnOfSign(FunctionCall call, string id, string sign) =>
        _diagnostics.Add(Diagnostic.Warning("RB3409", call.Place, id) with { Found = sign });
}
