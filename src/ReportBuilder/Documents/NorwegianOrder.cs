namespace ReportBuilder.Documents;

/// <summary>
/// Alphabetical order in Norwegian: case ignored, accents ignored, æ (ä), ø (ö) and å after z. Written out because the tool runs without the
/// culture data of the operating system, so that the order is the same everywhere.
/// </summary>
public sealed class NorwegianOrder : IComparer<string>
{
    /// <summary>The only one needed.</summary>
    public static readonly NorwegianOrder Instance = new();

    private const string Accented = "áàâãéèêëíìîïóòôõúùûüýÿñç";
    private const string Plain = "aaaaeeeeiiiioooouuuyyync";

    private NorwegianOrder() { }

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? string.Empty, y ?? string.Empty);
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var difference = Weight(a[i]) - Weight(b[i]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return a.Length != b.Length ? a.Length - b.Length : string.CompareOrdinal(a, b);
    }

    private static int Weight(char character)
    {
        var lower = char.ToLowerInvariant(character);
        var accent = Accented.IndexOf(lower, StringComparison.Ordinal);
        return accent >= 0
            ? Plain[accent]
            : lower switch
            {
                'æ' or 'ä' => 'z' + 1,
                'ø' or 'ö' => 'z' + 2,
                'å' => 'z' + 3,
                // Past å: other letters keep their order after the Norwegian ones.
                > 'z' => lower + 3,
                _ => lower,
            };
    }
}
