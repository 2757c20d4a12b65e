using System.Text;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Registers;

/// <summary>Finds the header of a file and the separator in it.</summary>
internal static class HeaderReader
{
    /// <summary>
    /// Reads the names, with the separator that gives most declared ones; on equal terms most names. A name may hold the
    /// other separator, so counting characters would not do. Null at an empty file, at broken quotes and at a tab or bar, which are reported.
    /// </summary>
    public static IReadOnlyList<HeaderName>? Read(RegisterFile file, RecordScanner scanner, CellDecoder decoder)
    {
        if (!MoveToHeader(scanner))
        {
            return null;
        }

        var (best, bestKnown, bestCount) = ((byte)';', -1, 0);
        foreach (var separator in ";,\t|"u8)
        {
            var found = Names(file, scanner, decoder, separator);
            var known = RegisterHeader.CountKnown(file.Schema, found);
            if (known > bestKnown || (known == bestKnown && found.Count > bestCount))
            {
                (best, bestKnown, bestCount) = (separator, known, found.Count);
            }
        }

        var names = Names(file, scanner, decoder, best);
        if (scanner.Fault != QuoteFault.None)
        {
            file.Report(
                Diagnostic.Error(scanner.Fault == QuoteFault.Unclosed ? "RB2122" : "RB2123", file.PlaceOfOffset(scanner.FaultAt))
            );
            return null;
        }

        if (best is (byte)'\t' or (byte)'|')
        {
            file.Report(
                Diagnostic.Error("RB2100", file.PlaceOfOffset(scanner.Record.IndexOf(best))) with
                {
                    Found = best == (byte)'\t' ? ToolTexts.Get("data.tabulator") : "|",
                    Expected = ToolTexts.Get("register.expected.separator"),
                }
            );
            return null;
        }

        return names;
    }

    /// <summary>Passes over blank lines and Excel's <c>sep=;</c>, which is not believed: the header shows which it is.</summary>
    private static bool MoveToHeader(RecordScanner scanner)
    {
        while (scanner.Next())
        {
            var line = scanner.Record.Trim(" \t\",;"u8);
            if (!line.IsEmpty && !Ascii.EqualsIgnoreCase(line, "sep="u8))
            {
                return true;
            }
        }

        return false;
    }

    private static List<HeaderName> Names(RegisterFile file, RecordScanner scanner, CellDecoder decoder, byte separator)
    {
        scanner.Back();
        scanner.Separator = separator;
        scanner.Next();
        decoder.Reset();
        var names = new List<HeaderName>(scanner.FieldCount);
        foreach (var field in scanner.Fields)
        {
            var content = scanner.Record[field.From..field.To];
            names.Add(
                new HeaderName(
                    Encoding.UTF8.GetString(decoder.Decode(content, field.HasDoubledQuotes)),
                    file.PlaceOfOffset(field.Start),
                    CellTrim.Trim(content).Length < content.Length
                )
            );
        }

        return names;
    }
}
