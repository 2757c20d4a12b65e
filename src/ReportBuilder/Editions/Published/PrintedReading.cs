using System.Collections.Frozen;

namespace ReportBuilder.Editions.Published;

/// <summary>What a printed number says of the quantity: the column <c>lesning</c> of the mapping.</summary>
public enum PrintedReading
{
    /// <summary>It is the quantity, rounded to the printed decimals.</summary>
    Rounded,

    /// <summary>The quantity is near it («om lag», «rundt»).</summary>
    Around,

    /// <summary>The quantity is larger, but not by much («over», «mer enn»).</summary>
    Above,

    /// <summary>The quantity is smaller, but not by much («nesten», «under»).</summary>
    Below,

    /// <summary>The quantity is no smaller: the lower end of a range. It gives no value.</summary>
    AtLeast,

    /// <summary>The quantity is no larger: the upper end of a range. It gives no value.</summary>
    AtMost,

    /// <summary>It is the rest of a whole: 100 per cent less it is the quantity.</summary>
    Rest,

    /// <summary>Stars, whose key the table prints: the quantity is a p-value between two levels.</summary>
    Stars,
}

/// <summary>The words of <c>lesning</c>.</summary>
internal static class PrintedReadings
{
    /// <summary>Reading by word.</summary>
    public static readonly FrozenDictionary<string, PrintedReading> ByWord = new Dictionary<string, PrintedReading>
    {
        [""] = PrintedReading.Rounded,
        ["omkring"] = PrintedReading.Around,
        ["over"] = PrintedReading.Above,
        ["under"] = PrintedReading.Below,
        ["minst"] = PrintedReading.AtLeast,
        ["mest"] = PrintedReading.AtMost,
        ["resten"] = PrintedReading.Rest,
        ["stjerner"] = PrintedReading.Stars,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True when a number read so says how large the quantity is, and not only how large it may be.</summary>
    public static bool GivesValue(this PrintedReading reading) => reading is not (PrintedReading.AtLeast or PrintedReading.AtMost);

    /// <summary>True when the mapping must say how far the quantity may be from the number.</summary>
    public static bool NeedsSlack(this PrintedReading reading) =>
        reading is PrintedReading.Around or PrintedReading.Above or PrintedReading.Below;

    /// <summary>True when the mapping may say how far the quantity may be from the number.</summary>
    public static bool TakesSlack(this PrintedReading reading) => reading.NeedsSlack() || !reading.GivesValue();
}
