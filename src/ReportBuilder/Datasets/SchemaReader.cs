using System.Text.RegularExpressions;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>Reads the declared schema, gathering all that is wrong with it.</summary>
internal sealed partial class SchemaReader(DiagnosticBag bag)
{
    private static readonly string[] Header =
    [
        "name",
        "kind",
        "unit",
        "codes",
        "min",
        "max",
        "required",
        "unique",
        "role",
        "implies",
        "source",
        "description",
    ];
    private static readonly ColumnRole[] SingleRoles =
    [
        ColumnRole.Key,
        ColumnRole.Provenance,
        ColumnRole.Scheme,
        ColumnRole.Year,
        ColumnRole.Municipality,
        ColumnRole.Project,
        ColumnRole.Outcome,
    ];
    private int _errors;

    /// <summary>Reads the file, or gives null.</summary>
    public DatasetSchema? Read(string path, string shownAs)
    {
        if (CsvSheet.Read(path, shownAs, Header, bag) is not { } sheet)
        {
            return null;
        }

        var columns = sheet.Rows.Select(ReadColumn).ToList();
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns.FindIndex(c => c.Name == columns[i].Name) != i)
            {
                Error("RB2030", sheet.Rows[i]["name"], null);
            }

            CheckImplication(columns[i], columns, sheet.Rows[i]["implies"]);
        }

        // A role that could not be read would seem to be missing as well.
        foreach (var role in SingleRoles.Where(r => _errors == 0 && columns.Count(c => c.Role == r) != 1).ToList())
        {
            Report(Diagnostic.Error("RB2036", new SourcePlace(shownAs), Name(role)));
        }

        return _errors == 0 ? new DatasetSchema(columns) : null;
    }

    private SchemaColumn ReadColumn(CsvSheetRow row)
    {
        var kind = Choice<ValueKind>(row["kind"]);
        return new SchemaColumn
        {
            Name = NameOf(row["name"]),
            Kind = kind,
            Unit = row["unit"].Text,
            Levels = ReadLevels(row["codes"], kind),
            Min = ReadLimit(row["min"]),
            Max = ReadLimit(row["max"]),
            Required = YesNo(row["required"]),
            Unique = YesNo(row["unique"]),
            Role = Choice<ColumnRole>(row["role"]),
            Implies = ReadImplication(row["implies"]),
            Source = row["source"].Text,
            Description = row["description"].Text,
        };
    }

    private string NameOf(CsvSheetCell cell)
    {
        if (!Token().IsMatch(cell.Text))
        {
            Error("RB2031", cell, "[a-z0-9_]");
        }

        return cell.Text;
    }

    private T Choice<T>(CsvSheetCell cell)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (cell.Text == Name(value))
            {
                return value;
            }
        }

        var names = Enum.GetValues<T>().Select(Name).ToList();
        Report(
            Diagnostic.Error("RB2032", cell.Place) with
            {
                Found = cell.Text,
                Expected = string.Join(", ", names),
                Nearest = NearestName.Find(cell.Text, names),
            }
        );
        return default;
    }

    private bool YesNo(CsvSheetCell cell)
    {
        if (cell.Text is not ("yes" or "no"))
        {
            Error("RB2032", cell, "yes, no");
        }

        return cell.Text == "yes";
    }

    private double? ReadLimit(CsvSheetCell cell)
    {
        if (cell.Text.Length == 0)
        {
            return null;
        }

        var value = cell.Number(bag);
        _errors += value is null ? 1 : 0;
        return value;
    }

    private List<CodeLevel> ReadLevels(CsvSheetCell cell, ValueKind kind)
    {
        if ((kind == ValueKind.Code) == (cell.Text.Length == 0))
        {
            Error("RB2033", cell, null);
            return [];
        }

        if (kind != ValueKind.Code)
        {
            return [];
        }

        var levels = cell.Text.Split('|').Select(ReadLevel).ToList();
        if (
            levels.Exists(l => l.Code.Length == 0 || !Token().IsMatch(l.Token))
            || levels.DistinctBy(l => l.Code).Count() < levels.Count
            || levels.DistinctBy(l => l.Token).Count() < levels.Count
            || levels.Count > sbyte.MaxValue
        )
        {
            Error("RB2034", cell, "1=ja|0=nei");
        }

        return levels;
    }

    private static CodeLevel ReadLevel(string text)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign < 0 ? new CodeLevel(text, text) : new CodeLevel(text[..sign], text[(sign + 1)..]);
    }

    /// <summary>«maaloppnaaelse: arbeid=1|ingen=0»; which codes there are is checked when all columns are known.</summary>
    private static ColumnImplication? ReadImplication(CsvSheetCell cell)
    {
        var colon = cell.Text.IndexOf(':', StringComparison.Ordinal);
        return cell.Text.Length == 0 ? null
            : colon < 0 ? new ColumnImplication(cell.Text, [])
            : new ColumnImplication(cell.Text[..colon], cell.Text[(colon + 1)..].Trim().Split('|'));
    }

    private void CheckImplication(SchemaColumn column, List<SchemaColumn> columns, CsvSheetCell cell)
    {
        if (column.Implies is not { } rule)
        {
            return;
        }

        var other = columns.Find(c => c.Name == rule.Column);
        var pairs = rule.Codes.Select(ReadLevel).ToList();
        var codes = column.Levels.Select(l => pairs.Find(p => p.Code == l.Code).Token).ToList();
        if (other is null || pairs.Count != column.Levels.Count || codes.Exists(c => !other.Levels.Any(l => l.Code == c)))
        {
            Error("RB2035", cell, null);
            return;
        }

        columns[columns.IndexOf(column)] = column with { Implies = new ColumnImplication(rule.Column, codes) };
    }

    private void Error(string code, CsvSheetCell cell, string? expected) =>
        Report(Diagnostic.Error(code, cell.Place) with { Found = cell.Text, Expected = expected });

    private void Report(Diagnostic diagnostic)
    {
        _errors++;
        bag.Add(diagnostic);
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    [GeneratedRegex(@"^[a-z0-9_]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
