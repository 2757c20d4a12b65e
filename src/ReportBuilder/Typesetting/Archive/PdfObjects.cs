using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>An object of a PDF file (ISO 32000-1, 7.3). Immutable; names and strings are decoded.</summary>
internal abstract record PdfObject;

/// <summary><c>null</c>.</summary>
internal sealed record PdfNull : PdfObject
{
    public static PdfNull Instance { get; } = new();
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record PdfBoolean(bool Value) : PdfObject;

/// <summary>A number, kept as it was written so that it is written back unchanged.</summary>
internal sealed record PdfNumber(string Text) : PdfObject
{
    public static PdfNumber Of(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The value when it is a whole number of 32 bits, otherwise null.</summary>
    public int? Integer => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>A name without its slash; one character for each byte.</summary>
internal sealed record PdfName(string Value) : PdfObject;

/// <summary>A string of bytes.</summary>
internal sealed record PdfString(ImmutableArray<byte> Bytes) : PdfObject
{
    /// <summary>A string that people read: ASCII where that is enough, otherwise UTF-16 with its mark.</summary>
    public static PdfString OfText(string text) =>
        new([.. Ascii.IsValid(text) ? Encoding.ASCII.GetBytes(text) : [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]]);

    /// <summary>The bytes as characters, for identifiers and plain English.</summary>
    public string Latin => Encoding.Latin1.GetString(Bytes.AsSpan());

    public bool Equals(PdfString? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    public override int GetHashCode() => Latin.GetHashCode(StringComparison.Ordinal);
}

/// <summary>An array.</summary>
internal sealed record PdfArray(ImmutableArray<PdfObject> Items) : PdfObject
{
    public static PdfArray Empty { get; } = new([]);

    public bool Equals(PdfArray? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Length;
}

/// <summary>A dictionary; its entries keep their order.</summary>
internal sealed record PdfDictionary(ImmutableArray<KeyValuePair<string, PdfObject>> Entries) : PdfObject
{
    public static PdfDictionary Empty { get; } = new([]);

    /// <summary>The value of a key, null when it is not there.</summary>
    public PdfObject? this[string key]
    {
        get
        {
            var index = IndexOf(key);
            return index < 0 ? null : Entries[index].Value;
        }
    }

    /// <summary>The same with one value set, in its place when the key was there, at the end otherwise.</summary>
    public PdfDictionary With(string key, PdfObject value)
    {
        var entry = KeyValuePair.Create(key, value);
        var index = IndexOf(key);
        return new PdfDictionary(index < 0 ? Entries.Add(entry) : Entries.SetItem(index, entry));
    }

    public bool HasName(string key, string name) => this[key] is PdfName { Value: var value } && value == name;

    public bool Equals(PdfDictionary? other) => other is not null && Entries.SequenceEqual(other.Entries);

    public override int GetHashCode() => Entries.Length;

    private int IndexOf(string key)
    {
        for (var i = 0; i < Entries.Length; i++)
        {
            if (Entries[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A stream with the bytes as they stand in the file. Its <c>Length</c> is written anew.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Data) : PdfObject;

/// <summary>A reference to an object of the file.</summary>
internal sealed record PdfReference(int Number, int Generation) : PdfObject;
