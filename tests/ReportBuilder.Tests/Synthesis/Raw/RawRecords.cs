using System.Globalization;
using System.Text;

namespace ReportBuilder.Tests.Synthesis.Raw;

/// <summary>A raw file as records, read apart from the program: separator and encoding are found from the bytes.</summary>
internal sealed class RawRecords
{
    private readonly Dictionary<string, int> _columns;

    private RawRecords(string text)
    {
        var separator = text[..text.IndexOf('\n', StringComparison.Ordinal)].Count(c => c == ';') > 3 ? ';' : ',';
        var rows = Split(text, separator);
        Header = rows[0];
        _columns = Header.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        Rows = rows[1..];
    }

    public string[] Header { get; }

    public List<string[]> Rows { get; }

    public static RawRecords Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return new RawRecords(new UTF8Encoding(false, true).GetString(bytes).TrimStart('﻿'));
        }
        catch (DecoderFallbackException)
        {
            return new RawRecords(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes));
        }
    }

    public string this[int row, string column] => Rows[row][_columns[column]];

    public double Number(int row, string column) => double.Parse(this[row, column].Replace(',', '.'), CultureInfo.InvariantCulture);

    public DateOnly? Date(int row, string column)
    {
        var text = this[row, column];
        return text.Length == 0
            ? null
            : DateOnly.ParseExact(text, text.Contains('-') ? "yyyy-MM-dd" : "dd.MM.yyyy", CultureInfo.InvariantCulture);
    }

    private static List<string[]> Split(string text, char separator)
    {
        var (rows, cells, cell, isQuoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        foreach (var sign in text)
        {
            if (sign == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted || (sign != separator && sign is not ('\n' or '\r')))
            {
                cell.Append(sign);
            }
            else if (sign != '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (sign == '\n')
                {
                    rows.Add([.. cells]);
                    cells.Clear();
                }
            }
        }

        return rows;
    }
}
