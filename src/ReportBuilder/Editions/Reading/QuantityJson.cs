using System.Globalization;
using System.Text.Json;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>Reads one number of an edition.</summary>
internal static class QuantityJson
{
    private const int MostDecimals = 15;

    // Beyond this a value has no decimals to be rounded to.
    private const double LargestRounded = 1e25;

    // Values have ten significant digits in the file.
    private const double Precision = 1e-9;

    private static readonly JsonFieldNames Names = new(
        ["id", "value", "unit", "decimals", "base", "low", "high", "level", "status"],
        "slack"
    );

    /// <summary>The number; null when something is wrong with it, which is then a fault.</summary>
    public static Quantity? Read(ref JsonText json, QuantityRefs numbers)
    {
        if (json.Object(Names) is not { } fields)
        {
            return null;
        }

        var (faults, place) = (json.Faults.Count, json.At);
        var parts = default(Parts);
        while (json.Next(ref fields) is { } field)
        {
            switch (field)
            {
                case "id":
                    parts.Id = json.Id();
                    break;
                case "value":
                    parts.Value = json.NumberOrNull();
                    break;
                case "unit":
                    parts.Unit = json.Word<Unit>();
                    break;
                case "decimals":
                    parts.Decimals = json.Integer(0, MostDecimals);
                    break;
                case "base":
                    parts.Base = json.Token == JsonTokenType.Null ? null : json.Integer(0, int.MaxValue);
                    break;
                case "low":
                    parts.Low = json.NumberOrNull();
                    break;
                case "high":
                    parts.High = json.NumberOrNull();
                    break;
                case "level":
                    parts.Level = json.NumberOrNull();
                    break;
                case "status":
                    parts.Status = json.Word<QuantityStatus>();
                    break;
                default:
                    parts.Slack = json.NumberOrNull();
                    break;
            }
        }

        if (parts.Id is { } id)
        {
            // Known also when something else is wrong with the number: those who name it are not at fault.
            numbers.Add(new QuantityId(id));
        }

        json.Close(fields);
        return json.Faults.Count == faults && parts.Check(json.Faults, place) ? parts.Build() : null;
    }

    /// <summary>The fields of one number, each of its kind.</summary>
    private struct Parts
    {
        public string? Id;
        public double? Value;
        public Unit Unit;
        public int Decimals;
        public int? Base;
        public double? Low;
        public double? High;
        public double? Level;
        public QuantityStatus Status;
        public double? Slack;

        private readonly bool IsRounded => Status == QuantityStatus.Rounded;

        private readonly bool IsSuppressed => Status == QuantityStatus.Suppressed;

        private readonly bool HasInterval => Low is not null || High is not null || Level is not null;

        /// <summary>True when the fields go together; otherwise a fault says which do not.</summary>
        public readonly bool Check(JsonFaults faults, long at)
        {
            var before = faults.Count;
            if (!ValueFits())
            {
                faults.Add(Diagnostic.Error("RB7013", faults.At(at), Id!, EditionWriter.NameOf(Status)) with { Found = Text(Value) });
            }

            if ((Base is not null || HasInterval) && IsSuppressed)
            {
                faults.Add(Diagnostic.Error("RB7019", faults.At(at), Id!));
            }
            else if (HasInterval && !(Low <= High && Level is > 0 and < 1))
            {
                var found = $"{Text(Low)}–{Text(High)} ({Text(Level)})";
                faults.Add(Diagnostic.Error("RB7014", faults.At(at), Id!) with { Found = found });
            }

            if (Slack is { } slack && !(IsRounded && slack >= 0))
            {
                faults.Add(Diagnostic.Error("RB7018", faults.At(at), Id!) with { Found = Text(slack) });
            }

            return faults.Count == before;
        }

        /// <summary>The number; its fields have been checked.</summary>
        public readonly Quantity Build()
        {
            var quantity = Status switch
            {
                QuantityStatus.Estimated => Quantity.Of(Id!, Value!.Value, Unit, Decimals),
                QuantityStatus.Rounded => Quantity.Rounded(Id!, Value!.Value, Unit, Decimals),
                _ => Quantity.Without(Id!, Unit, Decimals, Status),
            };
            return quantity with
            {
                Base = Base,
                Interval = HasInterval ? new Interval(Low!.Value, High!.Value, Level!.Value) : null,
                Slack = Slack,
            };
        }

        private readonly bool ValueFits() =>
            Status switch
            {
                QuantityStatus.Estimated => Value is not null,
                QuantityStatus.Rounded => Value is { } value && Math.Abs(value) < LargestRounded && IsAsPrinted(value),
                QuantityStatus.Nil => Value is 0,
                _ => Value is null,
            };

        private readonly bool IsAsPrinted(double value) =>
            Math.Abs(Quantity.Rounded(Id!, value, Unit, Decimals).Value!.Value - value) <= Precision * Math.Abs(value);

        private static string Text(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";
    }
}
