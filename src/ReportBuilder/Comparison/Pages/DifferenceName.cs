namespace ReportBuilder.Comparison.Pages;

/// <summary>What a reader calls that which differs.</summary>
/// <param name="Words">From the general to the special: row and column, or category and series. Empty when nothing but the key names it.</param>
/// <param name="Place">The table or figure that the words are taken from, «Tabell 17»; empty when they are from none.</param>
internal sealed record DifferenceName(IReadOnlyList<string> Words, string Place)
{
    private const string Between = " · ";

    /// <summary>No words.</summary>
    public static DifferenceName None { get; } = new([], string.Empty);

    /// <summary>True when there are words.</summary>
    public bool IsKnown => Words.Count > 0;

    /// <summary>«Ordning · Oddsrate (Tabell 17)»; empty when there are no words.</summary>
    public override string ToString()
    {
        var words = string.Join(Between, Words);
        return IsKnown && Place.Length > 0 ? $"{words} ({Place})" : words;
    }
}
