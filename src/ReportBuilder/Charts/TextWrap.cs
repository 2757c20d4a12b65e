namespace ReportBuilder.Charts;

/// <summary>
/// Breaks a label into lines no wider than given, as even in length as possible. Breaks at spaces and after «/» and «-»;
/// a single word that is too wide is cut, since a clipped word cannot be read at all.
/// </summary>
public static class TextWrap
{
    /// <summary>Breaks a text into lines.</summary>
    /// <param name="text">The label; no-break spaces hold.</param>
    /// <param name="maxWidth">Greatest width of a line.</param>
    /// <param name="width">Width of a piece of text.</param>
    public static IReadOnlyList<string> Lines(string text, double maxWidth, Func<string, double> width)
    {
        if (width(text) <= maxWidth)
        {
            return [text];
        }

        var pieces = Pieces(text).SelectMany(p => Cut(p, maxWidth, width)).ToArray();
        var lines = Fill(pieces, maxWidth, width);
        // The same number of lines in the narrowest measure that holds them: even lines read better than one full and one stub.
        var low = 0.0;
        var high = maxWidth;
        for (var step = 0; step < 12; step++)
        {
            var middle = (low + high) / 2;
            var tried = Fill(pieces, middle, width);
            if (tried.Count <= lines.Count && tried.All(l => width(l) <= middle))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return Fill(pieces, high, width);
    }

    /// <summary>Width of the widest part that cannot be broken.</summary>
    public static double WidestPiece(string text, Func<string, double> width) => Pieces(text).Max(p => width(p.TrimEnd(' ')));

    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            // «–» between words has spaces around it; «-» and «/» join words.
            if (text[i] is ' ' or '/' or '-' && text[i + 1] != ' ' && i > start)
            {
                pieces.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }

        pieces.Add(text[start..]);
        return pieces;
    }

    private static IEnumerable<string> Cut(string piece, double maxWidth, Func<string, double> width)
    {
        while (piece.Length > 1 && width(piece.TrimEnd(' ')) > maxWidth)
        {
            var length = piece.Length - 1;
            while (length > 1 && width(piece[..length]) > maxWidth)
            {
                length--;
            }

            yield return piece[..length];
            piece = piece[length..];
        }

        yield return piece;
    }

    private static List<string> Fill(string[] pieces, double maxWidth, Func<string, double> width)
    {
        var lines = new List<string>();
        var line = string.Empty;
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && width((line + piece).TrimEnd(' ')) > maxWidth)
            {
                lines.Add(line.TrimEnd(' '));
                line = string.Empty;
            }

            line += piece;
        }

        lines.Add(line.TrimEnd(' '));
        return lines;
    }
}
