using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>A rule that holds within a row, checked when all its cells are read.</summary>
internal abstract class RowRule
{
    /// <summary>Checks the row read last.</summary>
    public abstract void Check(IRecordSource file);
}

/// <summary>The municipality must have existed, by that number, in the year of the row.</summary>
internal sealed class MunicipalityRule(
    TextColumnBuilder municipality,
    int municipalityField,
    NumberColumnBuilder year,
    MunicipalityTable municipalities
) : RowRule
{
    private readonly Dictionary<(int Municipality, int Year), bool> _known = [];

    /// <inheritdoc/>
    public override void Check(IRecordSource file)
    {
        if (municipality.Last < 0 || year.Last is not { } number)
        {
            return;
        }

        var key = (municipality.Last, (int)number);
        if (!_known.TryGetValue(key, out var exists))
        {
            exists = municipalities.Exists(key.Item2, municipality.Text(key.Item1));
            _known.Add(key, exists);
        }

        if (!exists)
        {
            Report(file, municipality.Text(key.Item1), key.Item2);
        }
    }

    private void Report(IRecordSource file, string code, int inYear)
    {
        if (file.IsFull)
        {
            file.CountError("RB2018");
            return;
        }

        var place = file.Place(municipalityField);
        var isCode = code.Length == 4 && code.All(char.IsAsciiDigit);
        if (!isCode)
        {
            // Spreadsheets take the leading zero off.
            var padded = code.Length == 3 && municipalities.Exists(inYear, "0" + code) ? "0" + code : null;
            file.Report(Diagnostic.Error("RB2019", place) with { Found = code, Nearest = padded });
            return;
        }

        var became = municipalities.SameAreaIn(inYear, code);
        file.Report(
            Diagnostic.Error("RB2018", place, inYear.ToText()) with
            {
                Found = code,
                Expected = became.Count == 0 ? null : string.Join(", ", became.Select(m => $"{m.Code} {m.Name}")),
            }
        );
    }
}

/// <summary>Two columns that must agree when both have a value, as the schema declares.</summary>
internal sealed class ImplicationRule : RowRule
{
    private readonly CodeColumnBuilder _from;
    private readonly int _fromField;
    private readonly CodeColumnBuilder _to;
    private readonly sbyte[] _implied;

    /// <summary>Makes the rule of a column that declares one.</summary>
    public ImplicationRule(CodeColumnBuilder from, int fromField, CodeColumnBuilder to)
    {
        _from = from;
        _fromField = fromField;
        _to = to;
        var codes = to.Declared.Levels.Select(l => l.Code).ToList();
        _implied = [.. from.Declared.Implies!.Codes.Select(c => (sbyte)codes.IndexOf(c))];
    }

    /// <inheritdoc/>
    public override void Check(IRecordSource file)
    {
        if (_from.Last < 0 || _to.Last < 0 || _implied[_from.Last] == _to.Last)
        {
            return;
        }

        if (file.IsFull)
        {
            file.CountError("RB2020");
            return;
        }

        var (from, to) = (_from.Declared, _to.Declared);
        file.Error(
            "RB2020",
            _fromField,
            $"{to.Name} = {to.Levels[_implied[_from.Last]].Code}",
            $"{from.Name} = {from.Levels[_from.Last].Code}, {to.Name} = {to.Levels[_to.Last].Code}",
            from.Name,
            to.Name
        );
    }
}
