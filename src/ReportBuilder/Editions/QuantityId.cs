using System.Buffers;

namespace ReportBuilder.Editions;

/// <summary>
/// The name of a number: what it is, for whom and of which kind, never where it is printed.
/// Lower-case ASCII words (æ, ø, å written ae, o, aa) joined by dots, general to special: <c>maaloppnaaelse.kjonn.kvinne.jobbsjansen</c>.
/// </summary>
public readonly record struct QuantityId
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_.");

    /// <summary>Makes an id.</summary>
    /// <exception cref="ArgumentException">The text is not an id.</exception>
    public QuantityId(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException($"'{value}' is not a quantity id.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>True when the text has the form of an id: words of small letters, digits and «_», joined by single dots.</summary>
    public static bool IsValid(string value) =>
        value.Length > 0
        && value[0] != '.'
        && value[^1] != '.'
        && !value.AsSpan().ContainsAnyExcept(Allowed)
        && !value.Contains("..", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
