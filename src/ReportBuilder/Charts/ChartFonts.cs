using System.Collections.Concurrent;
using System.Text;
using ReportBuilder.Diagnostics;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace ReportBuilder.Charts;

/// <summary>
/// The chart typeface, read from files: widths of text as the typesetter will set it, and which characters it has.
/// Nothing is entered in ScottPlot's process-wide list of fonts, so that charts of different fonts and threads do not meet. Thread-safe.
/// </summary>
public sealed class ChartFonts : IDisposable
{
    private const float MeasuringSize = 100;

    private readonly SKTypeface[] _typefaces;
    private readonly Lazy<SKShaper>[] _shapers;
    private readonly Lock _shaping = new();
    private readonly ConcurrentDictionary<(TextFace Face, string Text), double> _widths = new();

    private ChartFonts(SKTypeface[] typefaces)
    {
        _typefaces = typefaces;
        _shapers = [.. typefaces.Select(t => new Lazy<SKShaper>(() => new SKShaper(t)))];
    }

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

    /// <summary>The typeface of one cut.</summary>
    internal SKTypeface Typeface(TextFace face) => _typefaces[(int)face];

    /// <summary>
    /// Width of a text in pixels, kerned: Skia's own measure leaves kerning out, while Typst and browsers apply it, so right-aligned
    /// text would stand off its edge.
    /// </summary>
    public double Width(string text, TextFace face, double size) =>
        _widths.GetOrAdd((face, text), static (key, fonts) => fonts.Shape(key.Text, key.Face), this) * size / MeasuringSize;

    /// <summary>The characters of a text that the typeface lacks, each once, in order.</summary>
    public IReadOnlyList<Rune> MissingGlyphs(string text, TextFace face)
    {
        var typeface = Typeface(face);
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
        foreach (var shaper in _shapers.Where(s => s.IsValueCreated))
        {
            shaper.Value.Dispose();
        }

        foreach (var typeface in _typefaces)
        {
            typeface.Dispose();
        }
    }

    private double Shape(string text, TextFace face)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        using var font = new SKFont(Typeface(face), MeasuringSize)
        {
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };
        lock (_shaping)
        {
            return _shapers[(int)face].Value.Shape(text, font).Width;
        }
    }
}
