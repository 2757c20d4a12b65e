using ReportBuilder.Datasets;

namespace ReportBuilder.Reconciliation;

/// <summary>Asks units whether a condition holds.</summary>
internal sealed class ConditionTest(PublishedSamples samples)
{
    /// <summary>For each unit: true, false, or null where a value it asks for is not known.</summary>
    public bool?[] Ask(RowCondition condition, UnitTable units)
    {
        bool?[] answers = [.. units.Rows.Select(_ => (bool?)true)];
        foreach (var term in condition.Terms)
        {
            var answer = Ask(term, units);
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] &= answer(i);
            }
        }

        return answers;
    }

    private Func<int, bool?> Ask(ConditionTerm term, UnitTable units)
    {
        var data = samples.Data;
        switch (term)
        {
            case MissingTerm missing:
                DatasetColumn[] columns = [.. missing.Columns.Select(data.Column)];
                return i => columns.Any(c => c.IsMissing(units.Rows[i]));
            case CategoryTerm category:
                CodeColumn[] codes = [.. category.Columns.Select(data.Codes)];
                return i => AnyIn(codes, category.Levels, units.Rows[i]);
            case PartTerm part:
                var parts = samples.Parts(units.Basis, part.Column, part.PartCount);
                return i => parts[units.Rows[i]] is 0 ? null : part.Parts.Contains(parts[units.Rows[i]]);
            case RangeTerm range:
                var numbers = units.Numbers(data, range.Column);
                return i => numbers[i] is { } value ? value >= range.From && value <= range.To : null;
            default:
                throw new ArgumentOutOfRangeException(nameof(term));
        }
    }

    private static bool? AnyIn(CodeColumn[] codes, IReadOnlyList<int> levels, int row)
    {
        bool? any = false;
        foreach (var column in codes)
        {
            any |= column.IsMissing(row) ? null : levels.Contains(column.Indices[row]);
        }

        return any;
    }
}
