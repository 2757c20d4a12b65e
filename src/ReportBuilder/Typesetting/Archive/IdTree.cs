using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>The identifiers of elements, gathered to be written back into <c>IDTree</c> in one piece (ISO 32000-1, 14.7.2 and 7.9.6).</summary>
internal sealed class IdTree
{
    private readonly SortedDictionary<string, PdfReference> _elements = new(StringComparer.Ordinal);
    private bool _isChanged;

    private IdTree() { }

    /// <summary>Reads the tree of a document; empty when it has none.</summary>
    /// <exception cref="PdfShapeException">It is more than one node.</exception>
    public static IdTree Read(PdfUpdate update, PdfDictionary root)
    {
        var tree = new IdTree();
        switch (update.Resolve(root["IDTree"]))
        {
            case null:
                return tree;
            case PdfDictionary node when node["Kids"] is null && update.Resolve(node["Names"]) is PdfArray { Items: var items }:
                foreach (var pair in items.Chunk(2))
                {
                    if (pair is not [PdfString identifier, PdfReference element] || !tree._elements.TryAdd(identifier.Latin, element))
                    {
                        throw new PdfShapeException("IDTree");
                    }
                }

                return tree;
            default:
                throw new PdfShapeException("IDTree");
        }
    }

    /// <summary>The identifier of an element; gives it one when it has none. The element must then be written.</summary>
    public (PdfString Identifier, PdfDictionary Element) Identify(TagElement element, PdfDictionary dictionary)
    {
        if (dictionary["ID"] is PdfString known)
        {
            return (known, dictionary);
        }

        // The number of the object is unique, and the typesetter's own identifiers begin in another way.
        var identifier = PdfString.OfText("R" + element.Reference.Number.ToString(CultureInfo.InvariantCulture));
        if (!_elements.TryAdd(identifier.Latin, element.Reference))
        {
            throw new PdfShapeException("IDTree");
        }

        _isChanged = true;
        return (identifier, dictionary.With("ID", identifier));
    }

    /// <summary>Forgets an element that leaves the structure.</summary>
    public void Remove(TagElement element)
    {
        if (element.Dictionary["ID"] is PdfString identifier)
        {
            _isChanged |= _elements.Remove(identifier.Latin);
        }
    }

    /// <summary>The root of the structure with the tree as it now is.</summary>
    public PdfDictionary WriteInto(PdfDictionary root)
    {
        if (!_isChanged)
        {
            return root;
        }

        var names = ImmutableArray.CreateBuilder<PdfObject>(2 * _elements.Count);
        foreach (var (identifier, element) in _elements)
        {
            names.Add(new PdfString([.. Encoding.Latin1.GetBytes(identifier)]));
            names.Add(element);
        }

        return root.With("IDTree", PdfDictionary.Empty.With("Names", new PdfArray(names.MoveToImmutable())));
    }
}
