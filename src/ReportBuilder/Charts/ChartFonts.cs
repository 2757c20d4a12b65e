using System.Collections.Concurrent;
using System.Text;
using ReportBuilder.Diagnostics;
using SkiaSharp;

namespace ReportBuilder.Charts;

/// <summary>
/// The chart typeface, read from files: widths of text, and which characters it has.
/// Nothing is entered in ScottPlot's process-wide list of fonts, so that charts of different fonts and threads do not meet. Thread-safe.
/// </summary>
public sealed class ChartFonts : IDisposable
{
    private const float MeasuringSize = 100;

    private readonly SKTypeface[] _typefaces;
    private readonly ConcurrentDictionary<(TextFace Face, string Text), double> _widths = new();

    private ChartFonts(SKTypeface[] typefaces) => _typefaces = typefaces;

    /// <summary>Reads the font files. A file that is missing or no font is a diagnostic (RB5202); then there are no fonts.</summary>
    public static ChartFonts? Load(ChartFontFiles files, DiagnosticBag diagnostics)
    {
        var faces = Enum.GetValues<TextFace>();
        var typefaces = new SKTypeface?[faces.Length];
        foreach (var face in faces)
        {
            typefaces[(int)face] = File.Exists(files[face]) ? SKTypeface.FromFile(files[face]) : null;
            if (typefaces[(int)face] is null)
            {
                diagnostics.Add(Diagnostic.Error("RB5202", new SourcePlace(files[face])));
            }
        }

        return typefaces.All(t => t is not null) ? new ChartFonts(typefaces!) : null;
    }

    /// <summary>Width of a text in pixels, without kerning: by a per cent or two more than it takes when set.</summary>
    public double Width(string text, TextFace face, double size) =>
        _widths.GetOrAdd((face, text), static (key, fonts) => fonts.Measure(key.Text, key.Face), this) * size / MeasuringSize;

    /// <summary>The characters of a text that the typeface lacks, each once, in order.</summary>
    public IReadOnlyList<Rune> MissingGlyphs(string text, TextFace face)
    {
        var typeface = _typefaces[(int)face];
        // Ordinary text costs no list: glyph 0 is «not defined».
        List<Rune>? missing = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (typeface.GetGlyph(rune.Value) == 0 && missing?.Contains(rune) != true)
            {
                (missing ??= []).Add(rune);
            }
        }

        return missing ?? (IReadOnlyList<Rune>)[];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var typeface in _typefaces)
        {
            typeface.Dispose();
        }
    }

    private double Measure(string text, TextFace face)
    {
        using var font = new SKFont(_typefaces[(int)face], MeasuringSize)
        {
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };
        return font.MeasureText(text);
    }
}
