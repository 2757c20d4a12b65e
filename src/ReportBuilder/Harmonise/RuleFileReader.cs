using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>
/// Reads rule files as a spreadsheet may have saved them (comma or semicolon, with byte order mark or in Windows-1252). Cells that
/// cannot be read at all are reported here (RB2201, RB2202); what the rules say is checked by <see cref="RuleLineChecks"/>.
/// </summary>
internal sealed class RuleFileReader(DiagnosticBag bag)
{
    /// <summary>The file that declares the readings; it holds no rules.</summary>
    public const string ReadingsFile = "lesninger.csv";

    private static readonly RegisterSchema RuleSchema = SchemaOf([.. Enum.GetNames<RuleColumn>().Select(n => n.ToLowerInvariant())]);

    private static readonly RegisterSchema ReadingSchema = SchemaOf(["tvetydighet", "lesning", "standard", "beskrivelse"]);

    /// <summary>Reads all lines of a rule file; those that cannot be used are left out.</summary>
    public IReadOnlyList<RuleLine> ReadRules(string path, string shownAs)
    {
        var lines = new List<RuleLine>();
        foreach (var (cells, places) in Rows(path, shownAs, RuleSchema))
        {
            if (ReadLine(cells, places) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>Reads the declared readings.</summary>
    public IReadOnlyList<Reading> ReadReadings(string path, string shownAs)
    {
        var readings = new List<Reading>();
        foreach (var (cells, places) in Rows(path, shownAs, ReadingSchema))
        {
            if (cells[2] is not ("ja" or "nei"))
            {
                bag.Add(Diagnostic.Error("RB2201", places[2]) with { Found = cells[2], Expected = "ja, nei" });
            }

            readings.Add(new Reading(cells[0], cells[1], cells[2] == "ja", cells[3]));
        }

        foreach (var ambiguity in readings.GroupBy(r => r.Ambiguity, StringComparer.Ordinal).Where(g => g.Count(r => r.IsDefault) != 1))
        {
            bag.Add(Diagnostic.Error("RB2223", new SourcePlace(shownAs), ambiguity.Key));
        }

        return readings;
    }

    private IEnumerable<(string[] Cells, SourcePlace[] Places)> Rows(string path, string shownAs, RegisterSchema schema)
    {
        using var file = RegisterFile.Open(path, shownAs, schema, bag);
        while (file?.Read() ?? false)
        {
            var cells = new string[schema.Variables.Count];
            var places = new SourcePlace[cells.Length];
            for (var i = 0; i < cells.Length; i++)
            {
                (cells[i], places[i]) = (Encoding.UTF8.GetString(file.Cell(i)), file.Place(i));
            }

            // Spreadsheets leave rows of separators behind where lines were taken out.
            if (Array.Exists(cells, c => c.Length > 0))
            {
                yield return (cells, places);
            }
        }
    }

    private RuleLine? ReadLine(string[] cells, SourcePlace[] places)
    {
        string Cell(RuleColumn column) => cells[(int)column];
        SourcePlace At(RuleColumn column) => places[(int)column];
        int? Whole(RuleColumn column, bool mayBeEmpty)
        {
            if (Invariant.TryReadNumber(Cell(column), out var value) && value == Math.Truncate(value) && Math.Abs(value) < 10_000)
            {
                return (int)value;
            }

            if (!mayBeEmpty || Cell(column).Length > 0)
            {
                bag.Add(
                    Diagnostic.Error("RB2201", At(column)) with
                    {
                        Found = Cell(column),
                        Expected = ToolTexts.Get("data.expected.integer"),
                    }
                );
            }

            return null;
        }

        var (table, row) = (Whole(RuleColumn.Tabell, false), Whole(RuleColumn.Rad, false));
        var (from, to) = (Whole(RuleColumn.Fra, true), Whole(RuleColumn.Til, true));
        var form = RuleKinds.Find(Cell(RuleColumn.Regel));
        if (form is null)
        {
            var tokens = RuleKinds.All.Select(k => k.Token).ToList();
            bag.Add(
                Diagnostic.Error("RB2202", At(RuleColumn.Regel)) with
                {
                    Found = Cell(RuleColumn.Regel),
                    Expected = string.Join(", ", tokens),
                    Nearest = NearestName.Find(Cell(RuleColumn.Regel), tokens),
                }
            );
            return null;
        }

        var rule = new RecodingRule
        {
            Place = At(RuleColumn.Tabell) with { Column = 0 },
            Table = table ?? 0,
            Row = row ?? 0,
            Concept = Cell(RuleColumn.Konsept),
            Register = Cell(RuleColumn.Register),
            Variables = Cell(RuleColumn.Variabel).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Category = Cell(RuleColumn.Kategori),
            Label = Cell(RuleColumn.Etikett),
            Kind = form.Token,
            Target = Cell(RuleColumn.Mal),
            Value = Cell(RuleColumn.Verdi),
            FromYear = from,
            ToYear = to,
            Reading = Cell(RuleColumn.Lesning),
            Ambiguity = Cell(RuleColumn.Tvetydighet),
            Decision = Cell(RuleColumn.Avgjorelse),
            Remark = Cell(RuleColumn.Merknad),
        };
        return new RuleLine(rule, form, places);
    }

    private static RegisterSchema SchemaOf(IReadOnlyList<string> names) =>
        new(
            string.Empty,
            [
                .. names.Select(n => new RegisterVariable(
                    n,
                    RegisterValueKind.Text,
                    string.Empty,
                    Required: false,
                    MayBeAbsent: false,
                    RegisterUse.Source,
                    string.Empty,
                    string.Empty
                )),
            ]
        );
}
