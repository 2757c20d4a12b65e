using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>What a count counts.</summary>
internal enum CountKind
{
    /// <summary>Everyone who finished.</summary>
    Finished,

    /// <summary>The net sample.</summary>
    Participants,

    /// <summary>Those of the net sample who reached work or education.</summary>
    Reached,

    /// <summary>Those of the net sample in a category of a variable.</summary>
    Category,

    /// <summary>Those of the net sample who had a measure.</summary>
    Measure,
}

/// <summary>One of the counts of a place and scheme, and where it stands among them.</summary>
/// <param name="Index">Its place in the list of counts.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Base">Index of the count that it is a part of; its own for those that are shown as counts.</param>
/// <param name="Variable">Token of the variable that the threshold of privacy is named by.</param>
/// <param name="Category">Year, category or measure; null for the whole.</param>
internal sealed record CountSlot(int Index, CountKind Kind, int Base, string Variable, string? Category)
{
    /// <summary>The variable of the counts of persons.</summary>
    public const string Persons = "deltakere";

    /// <summary>All counts, in order.</summary>
    public static IReadOnlyList<CountSlot> All { get; } = [.. Make()];

    /// <summary>How many there are.</summary>
    public static int Count => All.Count;

    /// <summary>Everyone who finished, all years.</summary>
    public static CountSlot Finished { get; } = Find(CountKind.Finished, null);

    /// <summary>The net sample, all years.</summary>
    public static CountSlot Participants { get; } = Find(CountKind.Participants, null);

    /// <summary>Those who reached the goal, all years.</summary>
    public static CountSlot Reached { get; } = Find(CountKind.Reached, null);

    /// <summary>True when the count is shown as a share of its base.</summary>
    public bool IsShare => Base != Index;

    /// <summary>The same in each year, in the order of the years.</summary>
    public static IReadOnlyList<CountSlot> ByYear(CountKind kind) => [.. All.Where(s => s.Kind == kind && s.Category is not null)];

    /// <summary>The categories of a variable, in its order.</summary>
    public static IReadOnlyList<CountSlot> Of(DescriptiveVariable variable) =>
        [.. All.Where(s => s.Kind == CountKind.Category && s.Variable == variable.Token)];

    /// <summary>The measures, in the order of <see cref="BriefingVariables.Measures"/>.</summary>
    public static IReadOnlyList<CountSlot> OfMeasures => [.. All.Where(s => s.Kind == CountKind.Measure)];

    private static CountSlot Find(CountKind kind, string? category) => All.Single(s => s.Kind == kind && s.Category == category);

    private static IEnumerable<CountSlot> Make()
    {
        string?[] years = [null, .. DescriptiveVariables.Years.Categories];
        var index = 0;
        foreach (var kind in new[] { CountKind.Finished, CountKind.Participants })
        {
            foreach (var year in years)
            {
                yield return new CountSlot(index, kind, index, Persons, year);
                index++;
            }
        }

        foreach (var year in years)
        {
            // The net sample of the same year stands as many places before it as there are years with the whole.
            yield return new CountSlot(index, CountKind.Reached, index - years.Length, StageColumns.Outcome, year);
            index++;
        }

        foreach (var variable in BriefingVariables.Composition)
        {
            foreach (var category in variable.Categories)
            {
                yield return new CountSlot(index++, CountKind.Category, years.Length, variable.Token, category);
            }
        }

        foreach (var measure in BriefingVariables.Measures)
        {
            yield return new CountSlot(index++, CountKind.Measure, years.Length, BriefingVariables.MeasureVariable, measure);
        }
    }
}
