using System.Collections.Frozen;
using System.Text;

namespace ReportBuilder.Registers;

/// <summary>
/// Puts a letter and the mark that follows it together (a + ring = å), as Unicode's form C does; macOS and some databases write
/// them apart. The tool runs without culture data, where .NET does not normalise at all; these are the letters of the European
/// Latin alphabets, and o with a stroke laid over, which form C leaves alone but which nobody means as anything but ø.
/// </summary>
internal static class Composition
{
    /// <summary>First the mark, then letter and composed letter by turns.</summary>
    private static readonly string[] Table =
    [
        "\u0300AÀEÈIÌNǸOÒUÙaàeèiìnǹoòuù",
        "\u0301AÁCĆEÉIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeéiílĺnńoórŕsśuúyýzźÅǺåǻÆǼæǽØǾøǿ",
        "\u0302AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ",
        "\u0303AÃIĨNÑOÕUŨaãiĩnñoõuũ",
        "\u0304AĀEĒIĪOŌUŪaāeēiīoōuū",
        "\u0306AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ",
        "\u0307CĊEĖGĠIİZŻcċeėgġzż",
        "\u0308AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ",
        "\u030AAÅUŮaåuů",
        "\u030BOŐUŰoőuű",
        "\u030CCČDĎEĚGǦKǨNŇRŘSŠTŤZŽƷǮcčdďeěgǧkǩnňrřsštťzžʒǯ",
        "\u0327CÇGĢKĶLĻNŅRŖSŞTŢcçgģkķlļnņrŗsştţ",
        "\u0328AĄEĘIĮOǪUŲaąeęiįoǫuų",
        "\u0338OØoø",
    ];

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = Table
        .SelectMany(row => row.Skip(1).Chunk(2).Select(pair => ((pair[0], row[0]), pair[1])))
        .ToFrozenDictionary(p => p.Item1, p => p.Item2);

    /// <summary>True when UTF-8 text may hold a mark that belongs to the letter before: U+0300–U+036F begin with these bytes.</summary>
    public static bool MayApply(ReadOnlySpan<byte> utf8) => utf8.IndexOfAny((byte)0xCC, (byte)0xCD) >= 0;

    /// <summary>The text with letters and marks put together.</summary>
    public static string Compose(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (composed.Length > 0 && Composed.TryGetValue((composed[^1], c), out var one))
            {
                composed[^1] = one;
            }
            else
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }
}
