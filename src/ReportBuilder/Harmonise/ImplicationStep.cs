using ReportBuilder.Datasets;

namespace ReportBuilder.Harmonise;

/// <summary>Two columns that must agree when both have a value, as the schema of the dataset declares.</summary>
/// <param name="column">The column that implies another.</param>
/// <param name="from">Its slot.</param>
/// <param name="to">Slot of the other.</param>
/// <param name="implied">Level of the other that each level implies.</param>
/// <param name="variable">Variable to point at.</param>
internal sealed class ImplicationStep(SchemaColumn column, int from, int to, int[] implied, int variable) : Step
{
    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        var (own, other) = (record.Slots[from], record.Slots[to]);
        if (!double.IsNaN(own) && !double.IsNaN(other) && implied[(int)own] != (int)other)
        {
            record.Contradict("RB2238", variable, null, column.Name, column.Implies!.Column);
        }
    }
}
