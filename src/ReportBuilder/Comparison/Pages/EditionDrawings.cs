using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Pages;

/// <summary>
/// The drawings beside an edition, <c>figurer/fig-….svg</c>, read when they are asked for. Only a drawing that the edition vouches for by its fingerprint is its own: another may show what the
/// edition hides.
/// </summary>
public sealed partial class EditionDrawings
{
    private readonly string? _folder;
    private readonly string _shownAs;

    private EditionDrawings(string? folder, string shownAs)
    {
        _folder = folder;
        _shownAs = shownAs;
    }

    /// <summary>An edition without drawings.</summary>
    public static EditionDrawings None { get; } = new(null, string.Empty);

    /// <summary>The drawings of an edition.</summary>
    /// <param name="path">The edition's folder, or its <c>utgave.json</c>.</param>
    /// <param name="shownAs">The same as the user named it.</param>
    public static EditionDrawings Beside(string path, string shownAs) =>
        Directory.Exists(path)
            ? new EditionDrawings(path, shownAs)
            : new EditionDrawings(Path.GetDirectoryName(Path.GetFullPath(path)), Path.GetDirectoryName(shownAs) ?? string.Empty);

    /// <summary>
    /// The drawing of a figure; null when there is none. A drawing that is not the one the edition was made with (RB7081) or cannot be read (RB7080) is a warning and no drawing.
    /// </summary>
    public byte[]? Find(FigureContent figure, DiagnosticBag diagnostics)
    {
        if (_folder is null || figure.Drawing is null || !FigureId().IsMatch(figure.Id))
        {
            return null;
        }

        var path = Path.Combine(_folder, "figurer", figure.Id + ".svg");
        var place = new SourcePlace(Path.Combine(_shownAs, "figurer", figure.Id + ".svg").Replace('\\', '/'));
        byte[] drawing;
        try
        {
            drawing = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Diagnostic.Warning("RB7080", place, exception.Message));
            return null;
        }

        if (Convert.ToHexStringLower(SHA256.HashData(drawing)) == figure.Drawing)
        {
            return drawing;
        }

        diagnostics.Add(Diagnostic.Warning("RB7081", place));
        return null;
    }

    // The id comes from a file that may be foreign: nothing but a plain name becomes part of a path.
    [GeneratedRegex(@"^fig-[a-z0-9_-]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FigureId();
}
