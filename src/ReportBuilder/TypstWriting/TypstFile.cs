using System.Collections.Immutable;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.TypstWriting;

/// <summary>One file of Typst source.</summary>
/// <param name="Path">Virtual path, from <c>/</c>.</param>
/// <param name="Content">UTF-8.</param>
/// <param name="Template">The template it was written from, as shown to the user; null for files no template stands behind.</param>
/// <param name="Lines">Where its blocks come from.</param>
public sealed record TypstFile(string Path, ImmutableArray<byte> Content, string? Template, IReadOnlyList<TypstLine> Lines)
{
    /// <summary>Its tables in their order.</summary>
    public IReadOnlyList<TypstTable> Tables { get; init; } = [];

    /// <summary>The place in a template that a line of this file (from 1) was written from; null when there is none.</summary>
    public SourcePlace? PlaceOf(int line)
    {
        SourcePlace? place = Template is null ? null : new SourcePlace(Template);
        foreach (var start in Lines)
        {
            if (start.Line > line)
            {
                break;
            }

            place = start.Place;
        }

        return place;
    }
}

/// <summary>Where a block begins.</summary>
/// <param name="Line">Line in the Typst file, from 1.</param>
/// <param name="Place">Place in the template.</param>
public readonly record struct TypstLine(int Line, SourcePlace Place);

/// <summary>The Typst source of a book.</summary>
/// <param name="Files">All files, the main one first, the others as they follow in the document.</param>
public sealed record TypstSource(IReadOnlyList<TypstFile> Files)
{
    /// <summary>Path of the main file.</summary>
    public const string MainPath = "/main.typ";

    /// <summary>All tables in the order of the document.</summary>
    public IEnumerable<TypstTable> Tables => Files.SelectMany(f => f.Tables);

    /// <summary>All that the typesetter needs, by virtual path: the source, the charts at <see cref="FigurePath"/>, and the style.</summary>
    /// <param name="drawings">The charts as SVG, by id of the figure.</param>
    /// <param name="style">The style (<see cref="Typesetting.TypstStyle"/>).</param>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> With(
        IEnumerable<KeyValuePair<string, byte[]>> drawings,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> style
    )
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(style, StringComparer.Ordinal);
        foreach (var file in Files)
        {
            files[file.Path] = file.Content.AsMemory();
        }

        foreach (var (id, svg) in drawings)
        {
            files[FigurePath.Of(id)] = svg;
        }

        return files;
    }

    /// <summary>Leads a place that Typst reports back to the template.</summary>
    /// <param name="path">Virtual path.</param>
    /// <param name="line">Line, from 1.</param>
    public SourcePlace? PlaceOf(string path, int line) => Files.FirstOrDefault(f => f.Path == path)?.PlaceOf(line);

    /// <summary>A typesetter's diagnostic with its place led back to the template, where there is one.</summary>
    public Diagnostic InTemplate(Diagnostic diagnostic) =>
        diagnostic.Place is { } place && PlaceOf(place.File, place.Line) is { } template
            ? diagnostic with
            {
                Place = template,
            }
            : diagnostic;
}
