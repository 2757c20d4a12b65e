using System.Text.RegularExpressions;

namespace ReportBuilder.Editions;

/// <summary>
/// The name of a number: what it is, for whom and of which kind, never where it is printed.
/// Lower-case ASCII words (æ, ø, å written ae, o, aa) joined by dots, general to special: <c>maaloppnaaelse.kjonn.kvinne.jobbsjansen</c>.
/// </summary>
public readonly partial record struct QuantityId
{
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

    /// <summary>True when the text has the form of an id.</summary>
    public static bool IsValid(string value) => Pattern().IsMatch(value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^[a-z0-9_]+(\.[a-z0-9_]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
