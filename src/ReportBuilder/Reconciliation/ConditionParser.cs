using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Reconciliation;

/// <summary>Reads conditions, checking every name against the schema.</summary>
internal sealed class ConditionParser(DatasetSchema schema, DiagnosticBag bag)
{
    private const string Missing = " mangler";

    /// <summary>Reads a cell; an empty one holds for all. What is wrong is in the bag (RB2060, RB2061).</summary>
    public RowCondition Read(CsvSheetCell cell)
    {
        var terms = new List<ConditionTerm>();
        foreach (var text in cell.Text.Split('&', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadTerm(text, cell.Place) is { } term)
            {
                terms.Add(term);
            }
        }

        return new RowCondition(terms);
    }

    /// <summary>True when the name is a column of the dataset or of units; otherwise reported.</summary>
    public bool IsColumn(string name, SourcePlace place)
    {
        if (schema.Find(name) is not null || ReconciliationWords.UnitColumns.Contains(name))
        {
            return true;
        }

        string[] names = [.. schema.Names, .. ReconciliationWords.UnitColumns];
        bag.Add(Diagnostic.Error("RB2060", place) with { Found = name, Nearest = NearestName.Find(name, names) });
        return false;
    }

    private ConditionTerm? ReadTerm(string text, SourcePlace place)
    {
        if (text.EndsWith(Missing, StringComparison.Ordinal))
        {
            var columns = text[..^Missing.Length].Split('|', StringSplitOptions.TrimEntries);
            return columns.All(c => IsColumn(c, place)) ? new MissingTerm(columns) : null;
        }

        var sides = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (sides.Length < 2)
        {
            return Bad(text, place);
        }

        var column = sides[0].Split('|');
        if (!column.All(c => IsColumn(c, place)))
        {
            return null;
        }

        var words = sides[1].Split(' ');
        if (words.Length == 2 && ReconciliationWords.Parts.TryGetValue(words[0], out var partCount))
        {
            int[] parts = [.. words[1].Split('|').Select(p => Invariant.TryReadNumber(p, out var part) ? (int)part : 0)];
            return parts.All(p => p >= 1 && p <= partCount) ? new PartTerm(column, partCount, parts) : Bad(text, place);
        }

        return schema.Find(column[0]) is { Kind: ValueKind.Code } code ? ReadCategories(column, code, sides[1].Split('|'), place)
            : column.Length > 1 ? Bad(text, place)
            : ReadRange(column, sides[1]) ?? Bad(text, place);
    }

    private CategoryTerm? ReadCategories(string[] columns, SchemaColumn first, string[] tokens, SourcePlace place)
    {
        var known = first.Levels.Select(l => l.Token).ToList();
        if (Array.Find(tokens, t => !known.Contains(t)) is { } unknown)
        {
            bag.Add(Diagnostic.Error("RB2060", place) with { Found = unknown, Nearest = NearestName.Find(unknown, known) });
            return null;
        }

        return new CategoryTerm(columns, [.. tokens.Select(token => known.IndexOf(token))]);
    }

    private static RangeTerm? ReadRange(string[] column, string text)
    {
        var ends = text.Split("..");
        var (from, to) = (double.NegativeInfinity, double.PositiveInfinity);
        var isRead =
            ends.Length is 1 or 2
            && (ends[0].Length == 0 || Invariant.TryReadNumber(ends[0], out from))
            && (ends[^1].Length == 0 || Invariant.TryReadNumber(ends[^1], out to))
            && from <= to;
        return isRead ? new RangeTerm(column, from, to) : null;
    }

    private ConditionTerm? Bad(string text, SourcePlace place)
    {
        bag.Add(Diagnostic.Error("RB2061", place) with { Found = text });
        return null;
    }
}
