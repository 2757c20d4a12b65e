using System.Security.Cryptography;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>The drawings that an edition says it has, held against those that lie beside it: a chart of another run is found here.</summary>
internal sealed class DrawingRefs
{
    private readonly List<(FigureContent Figure, long At)> _drawn = [];

    /// <summary>Remembers a figure that has a drawing.</summary>
    public void Add(FigureContent figure, long at)
    {
        if (figure.Drawing is not null)
        {
            _drawn.Add((figure, at));
        }
    }

    /// <summary>Reports drawings that are absent (RB7016) or not the edition's own (RB7017).</summary>
    /// <param name="folder">Folder of the edition.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public void Check(string folder, JsonFaults faults)
    {
        foreach (var (figure, at) in _drawn)
        {
            var name = EditionFolder.DrawingOf(figure.Id);
            if (Fingerprint(Path.Combine(folder, name)) is not { } found)
            {
                faults.Add(Diagnostic.Error("RB7016", faults.At(at), name));
            }
            else if (!string.Equals(found, figure.Drawing, StringComparison.Ordinal))
            {
                faults.Add(Diagnostic.Error("RB7017", faults.At(at), name) with { Found = found, Expected = figure.Drawing });
            }
        }
    }

    private static string? Fingerprint(string path)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
