using ReportBuilder.Briefings.Batch;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

public class BatchRequestReaderTest
{
    private static readonly MunicipalityTable Municipalities = MunicipalityTable.Read(
        Repository.PathOf("data/kommuner.csv"),
        "kommuner.csv",
        Repository.PathOf("data/kommuneendringer.csv"),
        "kommuneendringer.csv",
        new DiagnosticBag()
    )!;

    [Fact]
    public void Read_Nothing_IsAllInBokmaalOnAllProcessors()
    {
        var (request, diagnostics) = Read(new BatchWords());
        Assert.Empty(diagnostics);
        Assert.Equivalent(new BatchRequest { Languages = ["nb"], Workers = 3 }, request);
        Assert.True(request!.IsFull);
    }

    [Fact]
    public void Read_AllWords_AreTaken()
    {
        var (request, _) = Read(
            new BatchWords
            {
                Only = "4601, 0301,4601",
                Language = "nn,nb",
                Workers = "7",
                Again = true,
            }
        );
        Assert.Equal(["0301", "4601"], request!.Only);
        Assert.Equal(["nb", "nn"], request.Languages);
        Assert.Equal((7, true, false), (request.Workers, request.IsAgain, request.IsFull));
    }

    [Fact]
    public void Read_SeveralMistakes_AreToldTogether()
    {
        var (request, diagnostics) = Read(
            new BatchWords
            {
                Only = "0302,",
                Language = "nb,no",
                Workers = "0",
                Shard = "9/8",
            }
        );
        Assert.Null(request);
        Assert.Equal(["RB8040", "RB8041", "RB8042", "RB8047", "RB8047", "RB8064"], diagnostics.Select(d => d.Code).Order());
        Assert.Equal("0301", Assert.Single(diagnostics, d => d.Found == "0302").Nearest);
        Assert.Equal("nb", Assert.Single(diagnostics, d => d.Code == "RB8041").Nearest);
    }

    [Theory]
    [InlineData("1201", "4601 (Bergen)")]
    [InlineData("1243", "4624 (Bjørnafjorden)")]
    [InlineData("1601", "5001 (Trondheim)")]
    public void Read_NumberOfAnEarlierYear_SaysThePresentOne(string number, string now)
    {
        var fault = Assert.Single(Read(new BatchWords { Only = number }).Diagnostics);
        Assert.Equal(("RB8048", now), (fault.Code, fault.Expected));
    }

    [Fact]
    public void Read_NumberOfADividedMunicipality_SaysAll()
    {
        // Tysfjord was divided between Narvik and Hamarøy in 2020.
        var fault = Assert.Single(Read(new BatchWords { Only = "1850" }).Diagnostics);
        Assert.Equal(("RB8048", true), (fault.Code, fault.Expected!.Contains("1806", StringComparison.Ordinal)));
        Assert.Contains("1875", fault.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckTargets_MunicipalityWithoutParticipants_IsNamed()
    {
        var bag = new DiagnosticBag();
        var request = new BatchRequest
        {
            Languages = ["nb"],
            Workers = 1,
            Only = ["0301", "4601"],
        };
        BatchRequestReader.CheckTargets(request, [new BriefingTarget("0301", "Oslo")], Municipalities, bag);
        Assert.Equal(["4601", "Bergen"], Assert.Single(bag.Sorted()).Arguments);
    }

    [Fact]
    public void CheckMerge_OptionsOfMaking_AreRefused()
    {
        var bag = new DiagnosticBag();
        BatchRequestReader.CheckMerge(
            new BatchWords
            {
                Merge = [],
                Only = "0301",
                Shard = "1/2",
                Again = true,
                Language = "nb",
                Workers = "1",
            },
            bag
        );
        Assert.Equal(5, bag.Sorted().Count(d => d.Code == "RB8064"));
    }

    private static (BatchRequest? Request, IReadOnlyList<Diagnostic> Diagnostics) Read(BatchWords words)
    {
        var bag = new DiagnosticBag();
        var request = BatchRequestReader.Read(words, Municipalities, 3, _ => null, bag);
        return (request, bag.Sorted());
    }
}
