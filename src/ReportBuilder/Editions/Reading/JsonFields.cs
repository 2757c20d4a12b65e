using System.Text;

namespace ReportBuilder.Editions.Reading;

/// <summary>The fields that a kind of object has.</summary>
internal sealed class JsonFieldNames
{
    private readonly byte[][] _utf8;

    /// <summary>Names the fields in the order in which they are written.</summary>
    /// <param name="required">Fields that must be there.</param>
    /// <param name="optional">Fields that may be there.</param>
    public JsonFieldNames(IReadOnlyList<string> required, params IReadOnlyList<string> optional)
    {
        All = [.. required, .. optional];
        Required = required.Count;
        _utf8 = [.. All.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>All names, those of required fields first.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Number of required fields.</summary>
    public int Required { get; }

    /// <summary>Index of a name.</summary>
    /// <exception cref="InvalidOperationException">The kind of object has no such field: a programming error.</exception>
    public int IndexOf(string name) => All.Index().First(n => string.Equals(n.Item, name, StringComparison.Ordinal)).Index;

    /// <summary>A name as it is compared with the file.</summary>
    public ReadOnlySpan<byte> Utf8(int index) => _utf8[index];
}

/// <summary>The fields of one object as they are read.</summary>
internal struct JsonFields
{
    private ulong _seen;

    /// <summary>Begins an object.</summary>
    public JsonFields(JsonFieldNames names, long start)
    {
        Names = names;
        Start = start;
    }

    /// <summary>What it may have.</summary>
    public JsonFieldNames Names { get; }

    /// <summary>Where it begins.</summary>
    public long Start { get; }

    /// <summary>The field that most likely comes next: they nearly always come in the order in which they are written.</summary>
    public int Next { get; private set; }

    /// <summary>True when a field has been read.</summary>
    public readonly bool Has(int index) => (_seen & (1UL << index)) != 0;

    /// <summary>True when a field of this name has been read.</summary>
    public readonly bool Has(string name) => Has(Names.IndexOf(name));

    /// <summary>Marks a field as read; false when it was before.</summary>
    public bool Mark(int index)
    {
        var isFirst = !Has(index);
        _seen |= 1UL << index;
        Next = index + 1;
        return isFirst;
    }
}
