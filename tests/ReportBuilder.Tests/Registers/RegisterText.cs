using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Tests.Registers;

/// <summary>A small register and ways to read it from text or bytes.</summary>
internal static class RegisterText
{
    public const string Header = "Id;Kommune;Kjønn;Timer;Spor;Start;Tiltak";

    public static readonly RegisterSchema Schema = new(
        "prove",
        [
            Variable("Id", RegisterValueKind.Text, RegisterUse.Key, required: true),
            Variable("Kommune", RegisterValueKind.Text, RegisterUse.Municipality, required: true),
            Variable("Kjønn", RegisterValueKind.Text, RegisterUse.Source),
            Variable("Timer", RegisterValueKind.Decimal, RegisterUse.Source),
            Variable("Spor", RegisterValueKind.Integer, RegisterUse.Source),
            Variable("Start", RegisterValueKind.Date, RegisterUse.Source),
            Variable("Tiltak", RegisterValueKind.YesNo, RegisterUse.Measure),
            Variable("Sivilstand", RegisterValueKind.Text, RegisterUse.Unused, mayBeAbsent: true),
        ]
    );

    public static RegisterVariable Variable(
        string name,
        RegisterValueKind kind,
        RegisterUse use,
        bool required = false,
        bool mayBeAbsent = false
    ) => new(name, kind, "", required, mayBeAbsent, use, "", "");

    /// <summary>Reads bytes to the end: cells as text, by record and variable, and what was said.</summary>
    public static RegisterContent Read(byte[] bytes, RegisterSchema? schema = null, int bufferSize = 256)
    {
        var bag = new DiagnosticBag();
        using var file = RegisterFile.Open(new MemoryStream(bytes), "prove.csv", schema ?? Schema, bag, bufferSize);
        return Read(file, bag);
    }

    /// <summary>Reads lines as UTF-8.</summary>
    public static RegisterContent ReadLines(params string[] lines) => Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public static RegisterContent Read(RegisterFile? file, DiagnosticBag bag)
    {
        var records = new List<string[]>();
        var places = new List<SourcePlace[]>();
        while (file?.Read() == true)
        {
            var variables = Enumerable.Range(0, file.Schema.Variables.Count).ToArray();
            // Backwards first: a cell must not depend on which were asked for before.
            _ = variables.Reverse().Sum(v => file.Cell(v).Length);
            records.Add([.. variables.Select(v => Encoding.UTF8.GetString(file.Cell(v)))]);
            places.Add([.. variables.Select(file.Place)]);
        }

        return new RegisterContent(
            file is not null,
            records,
            places,
            bag.Sorted(),
            file?.FaultyRecords.ToList() ?? [],
            file?.Encoding ?? default,
            file?.Separator ?? default,
            file?.Fingerprint ?? ""
        );
    }
}

/// <summary>A register file read to its end.</summary>
internal sealed record RegisterContent(
    bool IsOpen,
    IReadOnlyList<string[]> Records,
    IReadOnlyList<SourcePlace[]> Places,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<FaultyRecord> Faulty,
    RegisterEncoding Encoding,
    char Separator,
    string Fingerprint
)
{
    /// <summary>The cells of a variable in all records.</summary>
    public IEnumerable<string> Column(string name) => Records.Select(r => r[RegisterText.Schema.IndexOf(name)]);

    /// <summary>What was said, as code, line and column.</summary>
    public IEnumerable<(string Code, int Line, int Column)> Faults =>
        Diagnostics.Select(d => (d.Code, d.Place!.Value.Line, d.Place.Value.Column));
}
