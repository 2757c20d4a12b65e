using System.Text;
using CsCheck;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Registers;

/// <summary>What is written in any form comes back, wherever the buffer happens to end.</summary>
public class RegisterPropertyTest
{
    /// <summary>
    /// Pieces that mean something to a reader, letters of one to three bytes, and words. Å and é are followed by a: before a sign such as «–»
    /// they would be valid UTF-8 in Windows-1252.
    /// </summary>
    private static readonly Gen<string> Cell = Gen.OneOf(
            "a",
            "N1",
            "ø",
            "Åa",
            "éa",
            "€",
            "–",
            "\"",
            "\"\"",
            ",",
            ";",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\u00A0",
            "'",
            "x y",
            "sep=",
            "0",
            "12,5",
            "Måløy",
            "En lang tekst som går over flere vinduer på trettito byte"
        )
        .Array[0, 6]
        .Select(parts => string.Concat(parts));

    private static readonly Gen<Example> Examples = Gen.Select(
        Gen.Int[2, 9].SelectMany(columns => Cell.Array[columns].Array[0, 8]),
        Gen.OneOf(',', ';'),
        Gen.OneOf("\n", "\r\n", "\r"),
        Gen.OneOf("utf-8", "bom", "windows-1252"),
        Gen.Int[8, 80],
        Gen.Bool,
        Gen.Bool,
        (rows, separator, end, encoding, buffer, quotesAll, endsWithLine) =>
            new Example(rows, separator, end, encoding, buffer, quotesAll, endsWithLine)
    );

    [Fact]
    public void Read_AnythingWritten_ComesBackWithItsPlace() => Property.Holds(Examples, Check, 1500);

    [Fact]
    public void Read_AnyBytes_NeverThrowsAndLosesNoLine() =>
        Property.Holds(
            Gen.Select(
                Gen.OneOf<byte>(
                    (byte)'a',
                    (byte)'1',
                    (byte)';',
                    (byte)',',
                    (byte)'"',
                    (byte)'\n',
                    (byte)'\r',
                    (byte)' ',
                    0xC3,
                    0xB8,
                    0xF8,
                    0x81
                ).Array[0, 200],
                Gen.Int[8, 40]
            ),
            example =>
            {
                byte[] bytes = [.. "A;B\n"u8, .. example.Item1];
                var (small, large) = (Read(bytes, example.Item2), Read(bytes, 4096));
                Assert.Equal(large.Diagnostics.Select(DiagnosticFormatter.Format), small.Diagnostics.Select(DiagnosticFormatter.Format));
                Assert.Equal(large.Records, small.Records);
                Assert.Equal(large.Fingerprint, small.Fingerprint);

                // Each line that holds a letter or a digit is in a record or in a fault.
                var lines = Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
                var told = large.Places.Select(p => p[0].Line).Concat(large.Faulty.Select(f => f.Place.Line)).Order().ToList();
                var unquoted = !lines.Any(l => l.Contains('"'));
                Assert.True(!unquoted || lines.Skip(1).Count(l => l.Any(char.IsAsciiLetterOrDigit)) <= told.Count);
            },
            1500
        );

    private static void Check(Example example)
    {
        var columns = example.Rows.Length == 0 ? 2 : example.Rows[0].Length;
        var text = new StringBuilder(string.Join(example.Separator, Enumerable.Range(0, columns).Select(c => $"k{c}")));
        var places = new List<(int Line, int Column)[]>();
        var (line, column) = (1, 1);
        foreach (var row in example.Rows)
        {
            text.Append(example.End);
            (line, column) = (line + 1, 1);
            places.Add(new (int, int)[columns]);
            for (var c = 0; c < columns; c++)
            {
                var cell = (c == 0 ? "" : example.Separator.ToString()) + Quoted(row[c], example);
                text.Append(cell);
                places[^1][c] = (line, column + (c == 0 ? 0 : 1));
                (line, column) = Advance(cell, line, column);
            }
        }

        text.Append(example.EndsWithLine ? example.End : "");
        var bytes = example.Encoding == "windows-1252" ? Windows(text.ToString()) : Encoding.UTF8.GetBytes(text.ToString());

        var content = Read(example.Encoding == "bom" ? [.. Encoding.UTF8.GetPreamble(), .. bytes] : bytes, example.Buffer, columns);

        var expected = example.Rows.Select(r => r.Select(Trimmed).ToArray()).ToList();
        var kept = Enumerable.Range(0, expected.Count).Where(r => expected[r].Any(c => c.Length > 0)).ToList();
        Assert.Empty(content.Diagnostics.Where(d => d.Code is not ("RB2112" or "RB2128")).Select(DiagnosticFormatter.Format));
        Assert.Equal(kept.Select(r => expected[r]), content.Records);
        Assert.Equal(kept.SelectMany(r => places[r]), content.Places.SelectMany(p => p.Select(x => (x.Line, x.Column))));
    }

    private static RegisterContent Read(byte[] bytes, int buffer, int columns = 2)
    {
        var names = columns == 2 && bytes.AsSpan().StartsWith("A;B"u8) ? ["A", "B"] : Enumerable.Range(0, columns).Select(c => $"k{c}");
        var schema = new RegisterSchema(
            "prove",
            [.. names.Select(n => RegisterText.Variable(n, RegisterValueKind.Text, RegisterUse.Source))]
        );
        return RegisterText.Read(bytes, schema, buffer);
    }

    private static string Quoted(string cell, Example example) =>
        example.QuotesAll || cell.AsSpan().ContainsAny("\"\r\n,;") ? "\"" + cell.Replace("\"", "\"\"") + "\"" : cell;

    private static string Trimmed(string cell)
    {
        var trimmed = cell.Trim(' ', '\u00A0', '\r', '\n');
        return trimmed.Length > 1 && trimmed[0] == '\'' && char.IsAsciiDigit(trimmed[1]) ? trimmed[1..] : trimmed;
    }

    private static (int Line, int Column) Advance(string text, int line, int column)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isBreak = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            (line, column) = isBreak ? (line + 1, 1) : (line, column + 1);
        }

        return (line, column);
    }

    private static byte[] Windows(string text) =>
        [
            .. text.Select(c =>
                c switch
                {
                    '€' => (byte)0x80,
                    '–' => (byte)0x96,
                    _ => (byte)c,
                }
            ),
        ];

    private sealed record Example(
        string[][] Rows,
        char Separator,
        string End,
        string Encoding,
        int Buffer,
        bool QuotesAll,
        bool EndsWithLine
    );
}
