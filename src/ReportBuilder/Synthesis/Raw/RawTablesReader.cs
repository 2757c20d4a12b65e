using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>Reads the tables of the raw twin, checking every name against the schema and every harmonised value for a source category.</summary>
internal sealed class RawTablesReader(string folder, string shownAs, DatasetSchema schema, DiagnosticBag bag)
{
    private static readonly string[] Registers = [RawTables.Nir, RawTables.Jobbsjansen, RawTables.Kostra, RawTables.Accounts];

    private static readonly Dictionary<string, RawContent> Contents = new(StringComparer.Ordinal)
    {
        ["lopenummer"] = RawContent.Id,
        ["kilde"] = RawContent.Provenance,
        ["kategori"] = RawContent.Category,
        ["sluttkategori"] = RawContent.FinalCategory,
        ["indikator"] = RawContent.Indicator,
        ["fritt"] = RawContent.Free,
        ["fodselsaar"] = RawContent.BirthYear,
        ["forste_vedtak"] = RawContent.FirstDecision,
        ["oppstart"] = RawContent.Start,
        ["sluttdato"] = RawContent.Exit,
        ["kommune"] = RawContent.Municipality,
        ["kommunenavn"] = RawContent.MunicipalityName,
        ["delprove"] = RawContent.Test,
        ["forste_spor"] = RawContent.FirstTrack,
        ["siste_spor"] = RawContent.LastTrack,
        ["fravaerstimer"] = RawContent.AbsentHours,
        ["fravaersdager"] = RawContent.AbsentDays,
        ["timer_norsk"] = RawContent.NorwegianHours,
        ["timer_samf"] = RawContent.SocialHours,
        ["timer_nknv"] = RawContent.OtherHours,
        ["prosjekt"] = RawContent.Project,
        ["avsluttet"] = RawContent.Finished,
        ["alder"] = RawContent.Age,
        ["botid"] = RawContent.Residence,
        ["varighet"] = RawContent.Duration,
        ["prove_samlet"] = RawContent.TestLevel,
        ["vurdering"] = RawContent.AssessedLevel,
        ["aar"] = RawContent.Year,
        ["lonn"] = RawContent.Wages,
    };

    private readonly int _errors = bag.ErrorCount;

    /// <summary>Reads all files, or gives null.</summary>
    public RawTables? Read()
    {
        var formats = ReadFormats();
        var columns = Rows("kolonner.csv", "register,variabel,innhold,mal")
            .Select(r => (Register: Word(r["register"], Registers), Column: ReadColumn(r)))
            .ToLookup(p => p.Register, p => p.Column);
        var choices = Rows("kategorier.csv", "register,mal,verdi,variabel,kategori,vekt")
            .Select(r => (Register: Word(r["register"], Registers), Key: ReadKey(r), Text: r["kategori"].Text, Weight: Number(r["vekt"])))
            .ToLookup(c => c.Register);
        var measures = Rows("tiltak.csv", "register,variabel,mal,andel_pst")
            .Select(r =>
                (
                    Register: Word(r["register"], Registers),
                    Measure: new RawMeasure(r["variabel"].Text, Target(r["mal"]), Number(r["andel_pst"]) / 100)
                )
            )
            .ToLookup(p => p.Register, p => p.Measure);
        var constants = Rows("konstanter.csv", "navn,verdi")
            .ToDictionary(r => r["navn"].Text, r => Number(r["verdi"]), StringComparer.Ordinal);
        var registers = Registers.ToDictionary(
            r => r,
            r => new RawRegister(
                schema,
                [.. columns[r]],
                [.. measures[r]],
                choices[r]
                    .GroupBy(c => c.Key)
                    .ToDictionary(g => g.Key, g => new WeightedChoice([.. g.Select(c => c.Text)], [.. g.Select(c => c.Weight)]))
            ),
            StringComparer.Ordinal
        );
        var statBank = Rows("ssb.csv", "tabell,tittel,mal,utvalg,rolle,vekt,desimaler").Select(ReadStatBankCell).ToList();
        if (bag.ErrorCount == _errors)
        {
            foreach (var (name, register) in registers)
            {
                Check(name, register);
            }

            CheckNames(constants.Keys, RawConstants.All, "konstanter.csv");
            CheckNames(formats.Keys, RawFiles.WithFormat, "formater.csv");
        }

        return bag.ErrorCount > _errors ? null : new RawTables(registers, formats, constants, statBank);
    }

    private RawColumn ReadColumn(CsvSheetRow row)
    {
        var content = Contents.GetValueOrDefault(Word(row["innhold"], Contents.Keys));
        return new RawColumn(row["variabel"].Text, content, Target(row["mal"]));
    }

    private (string Variable, string Target, string Value) ReadKey(CsvSheetRow row)
    {
        var (target, value) = (Target(row["mal"]), row["verdi"]);
        if (value.Text.Length > 0 && schema.Find(target) is { Kind: ValueKind.Code } column)
        {
            Word(value, column.Levels.Select(l => l.Token));
        }

        return (row["variabel"].Text, target, value.Text);
    }

    private StatBankCell ReadStatBankCell(CsvSheetRow row)
    {
        var role = Word(row["rolle"], ["verdi", "nevner", "teller"]) switch
        {
            "verdi" => StatBankRole.Value,
            "nevner" => StatBankRole.Denominator,
            _ => StatBankRole.Numerator,
        };
        return new StatBankCell(
            row["tabell"].Text,
            row["tittel"].Text,
            Target(row["mal"]),
            [.. row["utvalg"].Text.Split(';').Select(p => ReadCategory(p, row["utvalg"]))],
            role,
            role == StatBankRole.Value ? 0 : Number(row["vekt"]),
            row["desimaler"].Integer(bag) ?? 0
        );
    }

    /// <summary>A category, written <c>variable=code|label</c>.</summary>
    private (string Variable, string Code, string Label) ReadCategory(string part, CsvSheetCell cell)
    {
        if (part.Split('=', 2) is [{ Length: > 0 } variable, var category] && category.Split('|', 2) is [{ Length: > 0 } code, var label])
        {
            return (variable, code, label);
        }

        bag.Add(Diagnostic.Error("RB2404", cell.Place) with { Found = part, Expected = ToolTexts.Get("rawtwin.expected.category") });
        return (part, part, part);
    }

    private Dictionary<string, RawFormat> ReadFormats()
    {
        var formats = new Dictionary<string, RawFormat>(StringComparer.Ordinal);
        foreach (var row in Rows("formater.csv", "fil,skilletegn,tegnsett,bom,linjeskift,dato,desimaltegn"))
        {
            var separator = Word(row["skilletegn"], ["komma", "semikolon"]) == "komma" ? ',' : ';';
            Encoding encoding =
                Word(row["tegnsett"], ["utf-8", "windows-1252"]) == "utf-8"
                    ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
                    : CodePagesEncodingProvider.Instance.GetEncoding(
                        1252,
                        EncoderFallback.ExceptionFallback,
                        DecoderFallback.ExceptionFallback
                    )!;
            formats[row["fil"].Text] = new RawFormat(
                row["fil"].Text,
                (byte)separator,
                encoding,
                Word(row["bom"], ["ja", "nei"]) == "ja",
                Word(row["linjeskift"], ["lf", "crlf"]) == "lf" ? "\n" : "\r\n",
                Word(row["dato"], ["dd.MM.yyyy", "yyyy-MM-dd"]) == "yyyy-MM-dd",
                (byte)(Word(row["desimaltegn"], ["komma", "punktum"]) == "komma" ? ',' : '.')
            );
        }

        return formats;
    }

    /// <summary>A harmonised value that no source category leads to could not be written; the twin would then lie about it.</summary>
    private void Check(string name, RawRegister register)
    {
        foreach (var column in register.Columns.Where(c => c.Content is RawContent.Category or RawContent.FinalCategory))
        {
            var levels = schema.Find(column.Target)!.Levels;
            for (var i = 0; i < levels.Count; i++)
            {
                if (register.ByLevel(column.Name, column.Target)[i] is null)
                {
                    bag.Add(Missing("RB2402", "kategorier.csv", name, column.Name, levels[i].Token));
                }
            }
        }

        foreach (var group in register.Columns.Where(c => c.Content == RawContent.Indicator).GroupBy(c => c.Target))
        {
            var found = group.Select(c => register.ByLevel(c.Name, c.Target)).ToList();
            var levels = schema.Find(group.Key)!.Levels;
            foreach (var i in Enumerable.Range(0, levels.Count).Where(i => found.Count(f => f[i] is not null) != 1))
            {
                bag.Add(Missing("RB2402", "kategorier.csv", name, group.Key, levels[i].Token));
            }
        }

        var hasPersons = register.Columns.Any(c => c.Content == RawContent.Id);
        foreach (
            var target in schema.Columns.Where(c =>
                hasPersons && c.Role == ColumnRole.Measure && register.Measures.All(m => m.Target != c.Name)
            )
        )
        {
            bag.Add(Missing("RB2403", "tiltak.csv", name, target.Name));
        }
    }

    private void CheckNames(IEnumerable<string> found, IEnumerable<string> expected, string file)
    {
        foreach (var name in expected.Except(found, StringComparer.Ordinal))
        {
            bag.Add(Missing("RB2401", file, name));
        }
    }

    private Diagnostic Missing(string code, string file, params string[] arguments) =>
        Diagnostic.Error(code, new SourcePlace(shownAs + "/" + file), arguments);

    private IReadOnlyList<CsvSheetRow> Rows(string file, string columns) =>
        CsvSheet.Read(Path.Combine(folder, file), shownAs + "/" + file, columns.Split(','), bag)?.Rows ?? [];

    private string Target(CsvSheetCell cell) => cell.Text.Length == 0 ? cell.Text : Word(cell, schema.Names);

    private double Number(CsvSheetCell cell) => cell.Number(bag) ?? 0;

    /// <summary>The text of a cell that must be one of a few words (RB2400); the first of them when it is not.</summary>
    private string Word(CsvSheetCell cell, IEnumerable<string> valid)
    {
        var words = valid.ToList();
        if (words.Contains(cell.Text))
        {
            return cell.Text;
        }

        bag.Add(
            Diagnostic.Error("RB2400", cell.Place) with
            {
                Found = cell.Text,
                Expected = string.Join(", ", words),
                Nearest = NearestName.Find(cell.Text, words),
            }
        );
        return words[0];
    }
}
