using ReportBuilder.Datasets;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>One step of a compiled set of rules: fills one slot of the record at hand.</summary>
internal abstract class Step
{
    /// <summary>Runs for the record at hand.</summary>
    public abstract void Run(RecordState record);
}

/// <summary>Reads a number.</summary>
internal sealed class NumberStep(int variable, int slot) : Step
{
    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        var cell = record.File.Cell(variable);
        var value = double.NaN;
        if (!cell.IsEmpty && !RegisterValue.TryReadNumber(cell, out value))
        {
            value = double.NaN;
            record.Unknown("RB2251", variable);
        }

        record.Slots[slot] = value;
    }
}

/// <summary>Reads a date, as its day number.</summary>
internal sealed class DateStep(int variable, int slot) : Step
{
    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        var cell = record.File.Cell(variable);
        var value = double.NaN;
        if (!cell.IsEmpty)
        {
            if (RegisterValue.TryReadDate(cell, out var date))
            {
                value = date.DayNumber;
            }
            else
            {
                record.Unknown("RB2251", variable);
            }
        }

        record.Slots[slot] = value;
    }
}

/// <summary>Gives every record the same value.</summary>
internal sealed class ConstantStep(double value, int slot, int rule) : Step
{
    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        record.Slots[slot] = value;
        record.Hit(rule);
    }
}

/// <summary>The year the file is for.</summary>
internal sealed class FileYearStep(int slot, int rule) : Step
{
    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        record.Slots[slot] = record.Year;
        record.Hit(rule);
    }
}

/// <summary>What a category becomes.</summary>
/// <param name="Rule">Index of the rule, −1 when it is not counted.</param>
/// <param name="Value">The value; NaN for missing.</param>
/// <param name="SetsAside">True when the record contradicts itself.</param>
internal readonly record struct Outcome(int Rule, double Value, bool SetsAside);

/// <summary>Yes when one of several yes/no variables is yes, no when all are no; missing when it cannot be known.</summary>
internal sealed class AnyOfStep(int[] variables, int[] rules, double no, double yes, int slot) : Step
{
    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        var (some, unanswered) = (false, false);
        for (var i = 0; i < variables.Length; i++)
        {
            var cell = record.File.Cell(variables[i]);
            if (cell.IsEmpty)
            {
                unanswered = true;
            }
            else if (!RegisterValue.TryReadYesNo(cell, out var answer))
            {
                record.Unknown("RB2250", variables[i]);
            }
            else if (answer)
            {
                some = true;
                record.Hit(rules[i]);
            }
        }

        record.Slots[slot] =
            some ? yes
            : unanswered ? double.NaN
            : no;
    }
}

/// <summary>The value of the one yes/no variable that is yes. None (with an answer) or several is a contradiction.</summary>
internal sealed class OneOfStep(int[] variables, int[] rules, double[] values, string target, int slot) : Step
{
    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        var (chosen, answered) = (-1, -1);
        for (var i = 0; i < variables.Length; i++)
        {
            var cell = record.File.Cell(variables[i]);
            if (cell.IsEmpty)
            {
                continue;
            }

            answered = answered < 0 ? i : answered;
            if (!RegisterValue.TryReadYesNo(cell, out var answer))
            {
                record.Unknown("RB2250", variables[i]);
            }
            else if (answer)
            {
                if (chosen >= 0)
                {
                    record.Contradict("RB2237", variables[i], null, target);
                }

                chosen = chosen < 0 ? i : chosen;
            }
        }

        if (chosen >= 0)
        {
            record.Hit(rules[chosen]);
        }
        else if (answered >= 0)
        {
            record.Contradict("RB2236", variables[answered], null, target);
        }

        record.Slots[slot] = chosen < 0 ? double.NaN : values[chosen];
    }
}

/// <summary>The interval that holds a number.</summary>
internal sealed class IntervalStep(int source, Interval[] intervals, double[] values, int[] rules, int slot) : Step
{
    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        var number = record.Slots[source];
        record.Slots[slot] = double.NaN;
        for (var i = 0; i < intervals.Length; i++)
        {
            if (intervals[i].Contains(number))
            {
                record.Slots[slot] = values[i];
                if (rules[i] >= 0)
                {
                    record.Hit(rules[i]);
                }

                return;
            }
        }
    }
}

/// <summary>The number that a computation gave, as the code of a category.</summary>
internal sealed class LevelStep(IReadOnlyList<double> codes, int slot, SchemaColumn column, int variable, bool isAlternative) : Step
{
    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        var number = record.Slots[slot];
        if (double.IsNaN(number))
        {
            return;
        }

        var level = codes.IndexOf(number);
        record.Slots[slot] = level < 0 ? double.NaN : level;
        if (level < 0 && !isAlternative)
        {
            record.Contradict("RB2234", variable, null, column.Name, number.ToText());
        }
    }
}

/// <summary>Sees to it that a number is within the limits of its column.</summary>
internal sealed class LimitStep(int slot, SchemaColumn column, int variable) : Step
{
    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        var number = record.Slots[slot];
        if (number < column.Min || number > column.Max)
        {
            record.Contradict("RB2234", variable, $"{column.Min?.ToText()}–{column.Max?.ToText()}", column.Name, number.ToText());
        }
        else if (column.Kind == ValueKind.Integer && !double.IsNaN(number) && number != Math.Truncate(number))
        {
            record.Unknown("RB2251", variable);
        }
    }
}
