using System.Collections.Frozen;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Registers;

/// <summary>Reads the declared variables of a register, gathering all that is wrong with them.</summary>
public sealed class RegisterSchemaReader
{
    private const string Ending = ".schema.csv";
    private static readonly string[] Header = ["navn", "type", "enhet", "paakrevd", "kolonne_kan_mangle", "bruk", "kilde", "beskrivelse"];

    private static readonly FrozenDictionary<string, RegisterValueKind> Kinds = new Dictionary<string, RegisterValueKind>
    {
        ["tekst"] = RegisterValueKind.Text,
        ["heltall"] = RegisterValueKind.Integer,
        ["desimaltall"] = RegisterValueKind.Decimal,
        ["dato"] = RegisterValueKind.Date,
        ["ja_nei"] = RegisterValueKind.YesNo,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, RegisterUse> Uses = new Dictionary<string, RegisterUse>
    {
        ["kilde"] = RegisterUse.Source,
        ["nokkel"] = RegisterUse.Key,
        ["opphav"] = RegisterUse.Provenance,
        ["slutt"] = RegisterUse.End,
        ["kommune"] = RegisterUse.Municipality,
        ["prosjekt"] = RegisterUse.Project,
        ["aar"] = RegisterUse.Year,
        ["tiltak"] = RegisterUse.Measure,
        ["ikke_brukt"] = RegisterUse.Unused,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, bool> YesNo = new Dictionary<string, bool>
    {
        ["ja"] = true,
        ["nei"] = false,
    }.ToFrozenDictionary();

    private readonly DiagnosticBag _bag;
    private int _errors;

    private RegisterSchemaReader(DiagnosticBag bag) => _bag = bag;

    /// <summary>
    /// Reads <c>{register}.schema.csv</c>; the register has the name before the ending. Null when something is wrong: a name that is empty or
    /// has outer blanks (RB2141) or stands twice (RB2142), a value that is not known (RB2143), a column that may be absent but no cell
    /// empty (RB2144), two variables for one use (RB2145), no variable (RB2146), no municipality (RB2147), and the faults of any table.
    /// </summary>
    public static RegisterSchema? Read(string path, string shownAs, DiagnosticBag bag)
    {
        var name = Path.GetFileName(path);
        var register = name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name[..^Ending.Length] : Path.GetFileNameWithoutExtension(path);
        return new RegisterSchemaReader(bag).Read(path, shownAs, register);
    }

    private RegisterSchema? Read(string path, string shownAs, string register)
    {
        if (CsvSheet.Read(path, shownAs, Header, _bag) is not { } sheet)
        {
            return null;
        }

        var variables = sheet.Rows.Select(ReadVariable).ToList();
        for (var i = 0; i < variables.Count; i++)
        {
            CheckAgainstEarlier(i, variables, sheet);
        }

        if (variables.Count == 0)
        {
            Report(Diagnostic.Error("RB2146", new SourcePlace(shownAs)));
        }
        else if (_errors == 0 && !variables.Exists(v => v.Use == RegisterUse.Municipality))
        {
            Report(Diagnostic.Error("RB2147", new SourcePlace(shownAs)));
        }

        return _errors == 0 ? new RegisterSchema(register, variables) : null;
    }

    private RegisterVariable ReadVariable(CsvSheetRow row)
    {
        var variable = new RegisterVariable(
            Composition.Compose(row["navn"].Text),
            Choice(row["type"], Kinds),
            row["enhet"].Text,
            Choice(row["paakrevd"], YesNo),
            Choice(row["kolonne_kan_mangle"], YesNo),
            Choice(row["bruk"], Uses),
            row["kilde"].Text,
            row["beskrivelse"].Text
        );
        if (variable.Name.Length == 0 || variable.Name.Trim() != variable.Name)
        {
            Report(Diagnostic.Error("RB2141", row["navn"].Place));
        }

        if (variable is { Required: true, MayBeAbsent: true })
        {
            Report(Diagnostic.Error("RB2144", row["kolonne_kan_mangle"].Place, variable.Name));
        }

        return variable;
    }

    /// <summary>A name or a use that can stand once must not have stood before. Names that differ in case alone are one name.</summary>
    private void CheckAgainstEarlier(int at, List<RegisterVariable> variables, CsvSheet sheet)
    {
        var variable = variables[at];
        if (variables.FindIndex(v => v.Name.Equals(variable.Name, StringComparison.OrdinalIgnoreCase)) is var first && first < at)
        {
            Report(Diagnostic.Error("RB2142", sheet.Rows[at]["navn"].Place, variable.Name, sheet.Rows[first]["navn"].Place.Line.ToText()));
        }

        var canRepeat = variable.Use is RegisterUse.Source or RegisterUse.Measure or RegisterUse.Unused;
        if (!canRepeat && variables.FindIndex(v => v.Use == variable.Use) is var other && other < at)
        {
            Report(
                Diagnostic.Error("RB2145", sheet.Rows[at]["bruk"].Place, variables[other].Name) with
                {
                    Found = sheet.Rows[at]["bruk"].Text,
                }
            );
        }
    }

    private T Choice<T>(CsvSheetCell cell, FrozenDictionary<string, T> choices)
    {
        if (choices.TryGetValue(cell.Text, out var value))
        {
            return value;
        }

        var names = choices.Keys.Order(StringComparer.Ordinal).ToList();
        Report(
            Diagnostic.Error("RB2143", cell.Place) with
            {
                Found = cell.Text,
                Expected = string.Join(", ", names),
                Nearest = NearestName.Find(cell.Text, names),
            }
        );
        return default!;
    }

    private void Report(Diagnostic diagnostic)
    {
        _errors++;
        _bag.Add(diagnostic);
    }
}
