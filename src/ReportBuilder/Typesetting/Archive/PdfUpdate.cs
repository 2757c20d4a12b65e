using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>
/// Changes to a file that are written after its last byte (ISO 32000-1, 7.5.6). The bytes of the file stay as they are; the same changes to
/// the same file give the same bytes.
/// </summary>
internal sealed class PdfUpdate
{
    // As long as an identifier of the typesetter, which has 16 bytes in Base64.
    private const int IdentifierBytes = 16;

    private readonly PdfFile _file;
    private readonly SortedDictionary<int, PdfObject> _changed = [];

    public PdfUpdate(PdfFile file) => _file = file;

    /// <summary>The value itself, or what a reference leads to, as changed so far. Null for what does not exist.</summary>
    public PdfObject? Resolve(PdfObject? value) =>
        value switch
        {
            PdfReference reference when _changed.TryGetValue(reference.Number, out var changed) => changed,
            PdfReference reference => _file.Get(reference) is var found and not PdfNull ? found : null,
            PdfNull => null,
            _ => value,
        };

    /// <summary>The object that a reference in the given entry leads to, with the reference, so that it can be replaced.</summary>
    /// <exception cref="PdfShapeException">The entry is no reference to an object of that kind.</exception>
    public (PdfReference Reference, T Value) Target<T>(PdfDictionary dictionary, string key)
        where T : PdfObject =>
        dictionary[key] is PdfReference reference && Resolve(reference) is T value ? (reference, value) : throw new PdfShapeException(key);

    /// <summary>The catalog.</summary>
    /// <exception cref="PdfShapeException">There is none.</exception>
    public (PdfReference Reference, PdfDictionary Value) Catalog => Target<PdfDictionary>(_file.Trailer, "Root");

    /// <summary>Replaces an object.</summary>
    public void Set(PdfReference reference, PdfObject value) => _changed[reference.Number] = value;

    /// <summary>An identifier of this version of the file, computed from its bytes and the changes made until now.</summary>
    public string Identify()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_file.Bytes.Span);
        var changes = new ArrayBufferWriter<byte>();
        WriteObjects(changes);
        hash.AppendData(changes.WrittenSpan);
        return Convert.ToBase64String(hash.GetHashAndReset().AsSpan(0, IdentifierBytes));
    }

    /// <summary>The file with the changes after it.</summary>
    /// <param name="identifier">The second part of the file's <c>ID</c>; the first never changes.</param>
    /// <exception cref="PdfShapeException">The file has no <c>ID</c> or <c>Size</c>.</exception>
    public byte[] Write(string identifier)
    {
        if (_file.Trailer["ID"] is not PdfArray { Items: [PdfString permanent, PdfString] } || _file.Trailer["Size"] is not PdfNumber)
        {
            throw new PdfShapeException("trailer");
        }

        var output = new ArrayBufferWriter<byte>(_file.Bytes.Length * 3 / 2);
        output.Write(_file.Bytes.Span);
        output.Write("\n"u8);
        var offsets = WriteObjects(output);
        var start = output.WrittenCount;
        WriteTable(output, offsets);
        output.Write("trailer\n"u8);
        new PdfSerializer(output).Write(
            _file
                .Trailer.With("Prev", PdfNumber.Of(_file.CrossReferenceStart))
                .With("ID", new PdfArray([permanent, PdfString.OfText(identifier)]))
        );
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\nstartxref\n{start}\n%%EOF\n")));
        return output.WrittenSpan.ToArray();
    }

    private List<(int Number, int Offset)> WriteObjects(ArrayBufferWriter<byte> output)
    {
        var offsets = new List<(int Number, int Offset)>(_changed.Count);
        foreach (var (number, value) in _changed)
        {
            offsets.Add((number, output.WrittenCount));
            output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n")));
            new PdfSerializer(output).Write(value);
            output.Write("\nendobj\n"u8);
        }

        return offsets;
    }

    /// <summary>The table: a section for each run of numbers, entries of exactly 20 bytes.</summary>
    private static void WriteTable(ArrayBufferWriter<byte> output, List<(int Number, int Offset)> offsets)
    {
        output.Write("xref\n"u8);
        for (var from = 0; from < offsets.Count; )
        {
            var to = from + 1;
            while (to < offsets.Count && offsets[to].Number == offsets[to - 1].Number + 1)
            {
                to++;
            }

            var section = new StringBuilder();
            section.Append(CultureInfo.InvariantCulture, $"{offsets[from].Number} {to - from}\n");
            for (; from < to; from++)
            {
                section.Append(CultureInfo.InvariantCulture, $"{offsets[from].Offset:D10} 00000 n\r\n");
            }

            output.Write(Encoding.ASCII.GetBytes(section.ToString()));
        }
    }
}
