using System.Collections.Immutable;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>An element of a document's structure, such as a table or a cell (ISO 32000-1, 14.7.2).</summary>
internal sealed record TagElement(PdfReference Reference, PdfDictionary Dictionary)
{
    /// <summary>Its type: Table, TR, TD …</summary>
    public string Type => Dictionary["S"] is PdfName { Value: var name } ? name : string.Empty;

    /// <summary>True when it holds neither elements nor content.</summary>
    public bool IsEmpty => Dictionary["K"] is null or PdfArray { Items: [] };
}

/// <summary>Walks the structure of a document.</summary>
internal sealed class TagTree
{
    private readonly PdfUpdate _update;

    public TagTree(PdfUpdate update) => _update = update;

    /// <summary>All elements of a type in the order of the document.</summary>
    /// <exception cref="PdfShapeException">The structure is not a tree.</exception>
    public ImmutableArray<TagElement> Find(PdfDictionary root, string type)
    {
        var found = ImmutableArray.CreateBuilder<TagElement>();
        var seen = new HashSet<int>();
        var waiting = new Stack<TagElement>(Children(root).Reverse());
        while (waiting.TryPop(out var element))
        {
            if (!seen.Add(element.Reference.Number))
            {
                throw new PdfShapeException("StructTreeRoot");
            }

            if (element.Type == type)
            {
                found.Add(element);
            }

            foreach (var child in Children(element.Dictionary).Reverse())
            {
                waiting.Push(child);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The elements directly inside one; marked content and annotations are passed by.</summary>
    public IEnumerable<TagElement> Children(PdfDictionary parent)
    {
        ImmutableArray<PdfObject> kids = parent["K"] switch
        {
            PdfReference only => [only],
            PdfArray { Items: var items } => items,
            _ => [],
        };
        return kids.OfType<PdfReference>()
            .Select(reference => (Reference: reference, Value: _update.Resolve(reference) as PdfDictionary))
            .Where(kid => kid.Value?["S"] is PdfName)
            .Select(kid => new TagElement(kid.Reference, kid.Value!));
    }
}
