using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Datasets;
using ReportBuilder.Tests.Stages;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Numbers;

public class PlaceCountsTest
{
    private static readonly Participants People = Participants.Make(1200);
    private static readonly ParticipantPlaces Places = ParticipantPlaces.Of(People.Data, DataFolder.Municipalities);
    private static readonly PlaceCounts Counts = PlaceCounts.Count(People.Data, Sample.Complete(People.Data), Places);

    [Fact]
    public void Count_EverySlot_IsWhatCountingTheRowsGives()
    {
        foreach (var (place, municipality) in Places.Municipalities.Index())
        {
            foreach (var scheme in Breakdown.Schemes)
            {
                var rows = People
                    .Rows.Where(r =>
                        Places.Municipalities[Places.OfRow[IndexOf(r)]] == municipality && r["ordning"] == Breakdown.Token(scheme)
                    )
                    .ToList();
                int[] expected = [.. CountSlot.All.Select(slot => rows.Count(r => IsIn(r, slot)))];
                Assert.Equal(expected, Counts.Of(place, scheme).ToArray());
            }
        }
    }

    [Fact]
    public void SumBy_OnePlace_IsEveryone()
    {
        var nation = Counts.SumBy(1, new int[Places.Municipalities.Count]);

        Assert.Equal(People.Rows.Count, Breakdown.Schemes.Sum(s => nation.Of(0, s)[CountSlot.Finished.Index]));
        Assert.Equal(Sample.Complete(People.Data).Rows.Count, Breakdown.Schemes.Sum(s => nation.Of(0, s)[CountSlot.Participants.Index]));
    }

    private static int IndexOf(Dictionary<string, string?> row) => int.Parse(row["id"]![1..], null);

    private static bool IsIn(Dictionary<string, string?> row, CountSlot slot)
    {
        var isComplete = StageColumns.OfIndividualModel.All(c => row[c] is not null);
        var isInYear = slot.Kind > CountKind.Reached || slot.Category is null || row["aar"] == slot.Category;
        return slot.Kind switch
        {
            CountKind.Finished => isInYear,
            CountKind.Participants => isComplete && isInYear,
            CountKind.Reached => isComplete && isInYear && row["maaloppnaaelse"] == "ja",
            CountKind.Measure => isComplete && row["t_" + slot.Category] == "ja",
            _ => isComplete && CategoryOf(row, slot.Variable) == slot.Category,
        };
    }

    private static string CategoryOf(Dictionary<string, string?> row, string variable) =>
        variable switch
        {
            "alder" => int.Parse(row["alder"]!, null) switch
            {
                < 30 => "under_30",
                < 40 => "30_39",
                _ => "40_og_over",
            },
            "norsknivaa" => double.Parse(row["norsknivaa"]!, System.Globalization.CultureInfo.InvariantCulture) switch
            {
                < 1.5 => "under_a2",
                < 2.5 => "a2",
                _ => "b1_og_over",
            },
            "landbakgrunn" => row["landbakgrunn"] is "vest_asia" or "afrika_sor_for_sahara" ? row["landbakgrunn"]! : "andre",
            _ => row[variable]!,
        };
}
