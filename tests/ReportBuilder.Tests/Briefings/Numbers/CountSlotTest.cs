using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Numbers;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Numbers;

public class CountSlotTest
{
    [Fact]
    public void All_Slots_StandAtTheirIndex() => Assert.Equal(Enumerable.Range(0, CountSlot.Count), CountSlot.All.Select(s => s.Index));

    [Fact]
    public void All_Outcomes_HaveTheNetSampleOfTheirYearAsBase()
    {
        Assert.Equal(5, CountSlot.All.Count(s => s.Kind == CountKind.Reached));
        Assert.All(
            CountSlot.All.Where(s => s.Kind == CountKind.Reached),
            s => Assert.Equal((CountKind.Participants, s.Category), (CountSlot.All[s.Base].Kind, CountSlot.All[s.Base].Category))
        );
    }

    [Fact]
    public void All_CategoriesAndMeasures_HaveTheNetSampleAsBase()
    {
        var parts = CountSlot.All.Where(s => s.Kind is CountKind.Category or CountKind.Measure).ToList();

        Assert.Equal(BriefingVariables.Composition.Sum(v => v.Categories.Count) + BriefingVariables.Measures.Count, parts.Count);
        Assert.All(parts, s => Assert.Equal(CountSlot.Participants.Index, s.Base));
    }

    [Fact]
    public void All_Variables_AreThoseThatMayHaveAThreshold() =>
        Assert.Equal(
            BriefingVariables.Protected.Append(CountSlot.Persons).Order(StringComparer.Ordinal),
            CountSlot.All.Select(s => s.Variable).Distinct().Order(StringComparer.Ordinal)
        );
}
