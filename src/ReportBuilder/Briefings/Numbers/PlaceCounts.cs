using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>The counts of <see cref="CountSlot"/> by place and scheme; sums of places are counts of a larger place. Immutable.</summary>
internal sealed class PlaceCounts
{
    private readonly int[][] _counts;

    private PlaceCounts(int[][] counts) => _counts = counts;

    /// <summary>How many places there are.</summary>
    public int PlaceCount => _counts.Length / Breakdown.Schemes.Count;

    /// <summary>The counts of a place and scheme, in the order of <see cref="CountSlot.All"/>.</summary>
    public ReadOnlySpan<int> Of(int place, Scheme scheme) => _counts[Index(place, scheme)];

    /// <summary>True when someone in the place has finished the scheme.</summary>
    public bool Has(int place, Scheme scheme) => Of(place, scheme)[CountSlot.Finished.Index] > 0;

    /// <summary>Counts participants by municipality, in one pass over the rows.</summary>
    public static PlaceCounts Count(Dataset data, Sample complete, ParticipantPlaces places)
    {
        var counts = Empty(places.Municipalities.Count);
        var isComplete = new bool[data.RowCount];
        foreach (var row in complete.Rows)
        {
            isComplete[row] = true;
        }

        var categories = new RowCategories(data);
        var years = data.Numbers(StageColumns.Year);
        var firstYear = int.Parse(DescriptiveVariables.Years.Categories[0], null);
        for (var row = 0; row < data.RowCount; row++)
        {
            var own = counts[Index(places.OfRow[row], complete.SchemeOf(row))];
            // The whole stands first and the years after it.
            var year = 1 + (int)years.Values[row] - firstYear;
            Add(own, CountSlot.Finished, year);
            if (isComplete[row])
            {
                Add(own, CountSlot.Participants, year);
                categories.Count(row, own);
                if (complete.Succeeded(row))
                {
                    Add(own, CountSlot.Reached, year);
                }
            }
        }

        return new PlaceCounts(counts);
    }

    /// <summary>The counts of larger places.</summary>
    /// <param name="count">How many larger places there are.</param>
    /// <param name="partOf">For each place, the larger place it is part of.</param>
    public PlaceCounts SumBy(int count, IReadOnlyList<int> partOf)
    {
        var sums = Empty(count);
        for (var place = 0; place < PlaceCount; place++)
        {
            foreach (var scheme in Breakdown.Schemes)
            {
                var sum = sums[Index(partOf[place], scheme)];
                var own = Of(place, scheme);
                for (var i = 0; i < own.Length; i++)
                {
                    sum[i] += own[i];
                }
            }
        }

        return new PlaceCounts(sums);
    }

    private static int[][] Empty(int places) =>
        [.. Enumerable.Range(0, places * Breakdown.Schemes.Count).Select(_ => new int[CountSlot.Count])];

    private static int Index(int place, Scheme scheme) => place * Breakdown.Schemes.Count + (int)scheme;

    private static void Add(int[] counts, CountSlot whole, int year)
    {
        counts[whole.Index]++;
        counts[whole.Index + year]++;
    }
}
