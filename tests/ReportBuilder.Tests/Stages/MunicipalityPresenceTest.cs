using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class MunicipalityPresenceTest
{
    [Fact]
    public void Of_Sample_HasMunicipalitiesWithEnoughPersonsInOrder()
    {
        // 1112 has five, of whom one lacks what the model needs; 1103 has five; 0301 has all others.
        var people = Participants.Make(
            40,
            change: (i, row) =>
            {
                row["kommune"] = i switch
                {
                    < 5 => "1112",
                    < 10 => "1103",
                    _ => "0301",
                };
                row["norsknivaa"] = i == 0 ? null : "1";
                row["utdanningsnivaa"] = "en_del";
                row["alder"] = "30";
                row["t_amo_kurs"] = "nei";
            }
        );

        Assert.Equal(["0301", "1103"], MunicipalityPresence.Of(people.Data, Sample.Complete(people.Data), 5));
        Assert.Equal(["0301", "1103", "1112"], MunicipalityPresence.Of(people.Data, Sample.All(people.Data), 5));
        Assert.Equal(["0301"], MunicipalityPresence.Of(people.Data, Sample.All(people.Data), 6));
    }
}
