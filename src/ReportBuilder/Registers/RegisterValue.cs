namespace ReportBuilder.Registers;

/// <summary>Reads the values of register cells; culture plays no part.</summary>
public static class RegisterValue
{
    /// <summary>Reads a number with decimal comma or point, without group separators.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> cell, out double value) => throw new NotSupportedException();

    /// <summary>Reads a date, dd.MM.yyyy or yyyy-MM-dd (a time of day after it is allowed and ignored).</summary>
    public static bool TryReadDate(ReadOnlySpan<byte> cell, out DateOnly value) => throw new NotSupportedException();
}
