namespace ReportBuilder.Registers;

/// <summary>What stood in a cell.</summary>
public enum RegisterCellState
{
    /// <summary>Nothing, or there is no such column.</summary>
    Empty,

    /// <summary>A value.</summary>
    Value,

    /// <summary>Something that is not a value of its kind; it has been reported.</summary>
    Faulty,
}

/// <summary>A cell read as a value.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="State">Whether there is a value.</param>
/// <param name="Value">The value; the default of its type when there is none.</param>
public readonly record struct RegisterCell<T>(RegisterCellState State, T Value)
    where T : struct
{
    /// <summary>True when there is a value.</summary>
    public bool HasValue => State == RegisterCellState.Value;

    /// <summary>The value, or null when the cell is empty or faulty.</summary>
    public T? OrNull => HasValue ? Value : null;
}
