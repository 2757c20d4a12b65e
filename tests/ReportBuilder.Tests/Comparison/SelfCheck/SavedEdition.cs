using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>An edition with its drawings, as a folder holds them.</summary>
/// <param name="Edition">The numbers.</param>
/// <param name="Drawings">Drawings as SVG, by id of the figure.</param>
internal sealed record SavedEdition(Edition Edition, ImmutableSortedDictionary<string, byte[]> Drawings)
{
    /// <summary>An edition saved in a folder.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static SavedEdition Load(string folder)
    {
        var bag = new DiagnosticBag();
        var edition = EditionReader.Read(folder, "utgave", bag);
        if (edition is null || bag.HasErrors)
        {
            throw new InvalidDataException($"No edition in {folder}.");
        }

        var drawings = Path.Combine(folder, EditionFolder.DrawingFolder);
        var files = Directory.Exists(drawings) ? Directory.EnumerateFiles(drawings, "*.svg") : [];
        return new(
            edition,
            files.ToImmutableSortedDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllBytes, StringComparer.Ordinal)
        );
    }

    /// <summary>An edition with a small drawing of its own for each figure; <paramref name="run"/> tells runs apart.</summary>
    public static SavedEdition WithPlainDrawings(Edition edition, string run)
    {
        var drawings = edition.Figures.ToImmutableSortedDictionary(
            f => f.Id,
            f => Encoding.UTF8.GetBytes($"""<svg xmlns="http://www.w3.org/2000/svg"><title>{f.Id} {run}</title></svg>"""),
            StringComparer.Ordinal
        );
        return new(edition with { Figures = [.. edition.Figures.Select(f => f with { Drawing = Fingerprint(drawings[f.Id]) })] }, drawings);
    }

    /// <summary>SHA-256 as an edition tells it.</summary>
    public static string Fingerprint(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Writes the folder; nothing else is in it afterwards.</summary>
    public void Save(string folder)
    {
        var drawings = Path.Combine(folder, EditionFolder.DrawingFolder);
        Directory.CreateDirectory(drawings);
        File.WriteAllBytes(Path.Combine(folder, EditionFolder.EditionFile), EditionWriter.Write(Edition));
        foreach (var left in Directory.EnumerateFiles(drawings).Where(f => !Drawings.ContainsKey(Path.GetFileNameWithoutExtension(f))))
        {
            File.Delete(left);
        }

        foreach (var (id, bytes) in Drawings)
        {
            File.WriteAllBytes(Path.Combine(folder, EditionFolder.DrawingOf(id)), bytes);
        }
    }
}
