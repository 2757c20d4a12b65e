namespace ReportBuilder.Harmonise;

/// <summary>One way to read a rule of the published report that can be read in several ways; declared in <c>data/recodings/lesninger.csv</c>.</summary>
/// <param name="Ambiguity">The ambiguity, as «A1».</param>
/// <param name="Name">Name of the reading, as «tekst».</param>
/// <param name="IsDefault">True for the one that holds unless another is chosen.</param>
/// <param name="Description">What it says, in Norwegian.</param>
public sealed record Reading(string Ambiguity, string Name, bool IsDefault, string Description)
{
    /// <summary>The reading as a rule names it: «A1=tekst».</summary>
    public string Key => $"{Ambiguity}={Name}";
}

/// <summary>One reading for each ambiguity that has several; immutable.</summary>
public sealed class ReadingChoice
{
    private readonly HashSet<string> _keys;

    internal ReadingChoice(IEnumerable<Reading> readings)
    {
        Chosen = [.. readings];
        _keys = Chosen.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The chosen readings, in the order they are declared.</summary>
    public IReadOnlyList<Reading> Chosen { get; }

    /// <summary>True when a rule holds under these readings.</summary>
    public bool Includes(RecodingRule rule) => rule.Reading.Length == 0 || _keys.Contains(rule.Reading);

    /// <summary>True when the reading is chosen.</summary>
    public bool Includes(Reading reading) => _keys.Contains(reading.Key);

    /// <summary>The same choice but for one ambiguity.</summary>
    public ReadingChoice With(Reading reading) => new(Chosen.Select(r => r.Ambiguity == reading.Ambiguity ? reading : r));
}
