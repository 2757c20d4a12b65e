using ReportBuilder.Diagnostics;

namespace ReportBuilder.Registers;

/// <summary>
/// A register file read record by record in bounded memory. Separator (comma or semicolon), encoding (UTF-8 with or without byte
/// order mark, or Windows-1252) and quoted line breaks are found and handled; cells come as UTF-8.
/// </summary>
public sealed class RegisterFile : IDisposable
{
    /// <summary>The declared variables.</summary>
    public RegisterSchema Schema => throw new NotSupportedException();

    /// <summary>The file as shown to the user.</summary>
    public string ShownAs => throw new NotSupportedException();

    /// <summary>Line where the current record starts, from 1.</summary>
    public int Line => throw new NotSupportedException();

    /// <summary>SHA-256 of the bytes read, lower-case hexadecimal; known after the last record.</summary>
    public string Fingerprint => throw new NotSupportedException();

    /// <summary>Opens a file and matches its header with the schema. Null when that fails; the bag says why.</summary>
    public static RegisterFile? Open(string path, string shownAs, RegisterSchema schema, DiagnosticBag bag) =>
        throw new NotSupportedException();

    /// <summary>Moves to the next whole record; faulty ones are reported and passed over.</summary>
    public bool Read() => throw new NotSupportedException();

    /// <summary>A cell of the current record by index in the schema: UTF-8, quotes and outer blanks removed, empty where nothing stands. Valid until the next read.</summary>
    public ReadOnlySpan<byte> Cell(int variable) => throw new NotSupportedException();

    /// <summary>Where a cell of the current record starts; the line for a variable whose column is absent.</summary>
    public SourcePlace Place(int variable) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() { }
}
