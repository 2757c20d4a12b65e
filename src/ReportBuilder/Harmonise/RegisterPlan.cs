using ReportBuilder.Datasets;

namespace ReportBuilder.Harmonise;

/// <summary>A column as a reading that was not chosen would have given it, and the slot it comes out in.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Column">The column.</param>
/// <param name="Slot">The slot.</param>
internal sealed record AlternativeSlot(Reading Reading, SchemaColumn Column, int Slot);

/// <summary>The rules of one register, compiled for the chosen readings; the others run beside them on the same cells.</summary>
/// <param name="Steps">All steps in the order they must run.</param>
/// <param name="Municipality">The step that finds the municipality.</param>
/// <param name="Slots">Slot of each column of the dataset that rules make.</param>
/// <param name="SlotCount">Number of slots.</param>
/// <param name="Alternatives">What the other readings give.</param>
/// <param name="StartVariable">Variable with the date of start; −1 when the register has none.</param>
internal sealed record RegisterPlan(
    IReadOnlyList<Step> Steps,
    CellStep Municipality,
    IReadOnlyDictionary<string, int> Slots,
    int SlotCount,
    IReadOnlyList<AlternativeSlot> Alternatives,
    int StartVariable
)
{
    /// <summary>Runs all steps on the record at hand.</summary>
    public void Run(RecordState record)
    {
        foreach (var step in Steps)
        {
            step.Run(record);
        }
    }
}
