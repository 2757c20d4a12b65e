using System.Text;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>An interval with its lower end in it and its upper end not: «[0;10)», «[10;)» or «(;0)» without an end.</summary>
/// <param name="From">Lower end; negative infinity for none.</param>
/// <param name="To">Upper end; positive infinity for none.</param>
internal readonly record struct Interval(double From, double To)
{
    /// <summary>True when the number is in it.</summary>
    public bool Contains(double value) => value >= From && value < To;

    /// <summary>Reads an interval; numbers with decimal comma or point.</summary>
    public static bool TryRead(string text, out Interval interval)
    {
        interval = default;
        var middle = text.IndexOf(';', StringComparison.Ordinal);
        if (middle < 1 || text.Length < 3 || text[^1] != ')')
        {
            return false;
        }

        var (lower, upper) = (text[1..middle].Trim(), text[(middle + 1)..^1].Trim());
        if (!TryEnd(lower, double.NegativeInfinity, out var from) || !TryEnd(upper, double.PositiveInfinity, out var to))
        {
            return false;
        }

        interval = new Interval(from, to);
        return text[0] == (lower.Length == 0 ? '(' : '[') && from < to;
    }

    private static bool TryEnd(string text, double none, out double end)
    {
        end = none;
        return text.Length == 0 || RegisterValue.TryReadNumber(Encoding.UTF8.GetBytes(text), out end);
    }
}
