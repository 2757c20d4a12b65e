namespace ReportBuilder.Registers;

/// <summary>A field within its record, in bytes from the record's start.</summary>
/// <param name="Start">Where it starts, quotes and blanks included.</param>
/// <param name="From">Where its content starts.</param>
/// <param name="To">Where its content ends.</param>
/// <param name="HasDoubledQuotes">True when quotes within it are written twice.</param>
internal readonly record struct FieldSpan(int Start, int From, int To, bool HasDoubledQuotes);

/// <summary>What can be wrong with the quotes of a record.</summary>
internal enum QuoteFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A quote within a cell that is not quoted.</summary>
    Stray,

    /// <summary>Something stands between the closing quote and the separator.</summary>
    TextAfter,

    /// <summary>A quoted cell that does not end.</summary>
    Unclosed,
}
