using ReportBuilder.Editions;
using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class MappingCheckTest
{
    [Fact]
    public void Join_NumberWithoutALine_IsNamedWhereItStands()
    {
        using var folder = new PublishedFolder();
        folder.Write(MappingReader.FileName, PublishedFolder.Mapping[..PublishedFolder.Mapping.IndexOf("F001", StringComparison.Ordinal)]);
        Assert.Null(folder.Import());
        var fault = folder.Fault();
        Assert.Equal(("RB7028", "utgave/figures.csv", "F001 / prosent"), (fault.Code, fault.Place!.Value.File, fault.Arguments[0]));
    }

    [Fact]
    public void Join_LineWithoutANumber_HasTheNearest()
    {
        using var folder = new PublishedFolder();
        folder.Write(MappingReader.FileName, PublishedFolder.Mapping.Replace("01,Jobbsjansen", "01,Jobsjansen", StringComparison.Ordinal));
        Assert.Null(folder.Import());
        var line = folder.Bag.Sorted().Single(d => d.Code == "RB7029");
        Assert.Equal(("tabell-01 / Jobbsjansen / 2019 / prosent", 2), (line.Nearest, line.Place!.Value.Line));
        Assert.Equal("RB7028", folder.Bag.Sorted().Single(d => d != line).Code);
    }

    [Theory]
    [InlineData("F001,,,prosent,overgang.jobbsjansen,,share,,,,\n", "RB7030")]
    [InlineData("", "RB7031", "overgang.jobbsjansen,,share", "annet,,count")]
    [InlineData("", "RB7031", "overgang.jobbsjansen,,share,", "annet,,pValue,stjerner")]
    [InlineData("", "RB7033", "overgang.jobbsjansen,,share", "overgang.jobbsjansen,,probability")]
    public void Join_BadLine_SaysWhat(string added, string code, string from = "", string to = "")
    {
        using var folder = new PublishedFolder();
        var last = PublishedFolder.Mapping.IndexOf("F001", StringComparison.Ordinal);
        var end = PublishedFolder.Mapping[last..];
        folder.Write(
            MappingReader.FileName,
            PublishedFolder.Mapping[..last] + (from.Length > 0 ? end.Replace(from, to, StringComparison.Ordinal) : end) + added
        );
        Assert.Null(folder.Import());
        Assert.Equal(code, folder.Fault().Code);
    }

    [Fact]
    public void Join_MappedCellWithoutNumber_SaysSo()
    {
        using var folder = new PublishedFolder();
        folder.Write(TranscriptionReader.StatementFile, PublishedFolder.Statements.Replace(",74,", ",,", StringComparison.Ordinal));
        Assert.Null(folder.Import());
        Assert.Equal("RB7032", folder.Fault().Code);
    }

    [Fact]
    public void AgainstKnown_UnknownId_HasTheNearest()
    {
        using var folder = new PublishedFolder();
        Assert.Null(folder.Import(("overgang.jobbsjanse", Unit.Share), ("overgang.introduksjonsprogrammet", Unit.Share)));
        Assert.Equal(2, folder.Bag.ErrorCount); // In the table and in the text
        Assert.All(folder.Bag.Sorted(), d => Assert.Equal(("RB7034", "overgang.jobbsjanse"), (d.Code, d.Nearest)));
    }

    [Fact]
    public void AgainstKnown_IdInAnotherUnit_SaysWhichItHas()
    {
        using var folder = new PublishedFolder();
        Assert.Null(folder.Import(("overgang.jobbsjansen", Unit.Share), ("overgang.introduksjonsprogrammet", Unit.Probability)));
        Assert.Equal(("RB7035", "share", "probability"), (folder.Fault().Code, folder.Fault().Found, folder.Fault().Expected));
    }

    [Fact]
    public void AgainstKnown_DifferenceOfShares_MayBeInPercentagePoints()
    {
        using var folder = new PublishedFolder();
        folder.Write(
            TranscriptionReader.StatementFile,
            PublishedFolder.Statements.Replace(",74,prosent,", ",21,prosentpoeng,", StringComparison.Ordinal)
        );
        folder.Write(
            MappingReader.FileName,
            PublishedFolder.Mapping.Replace(
                "F001,,,prosent,overgang.jobbsjansen,,share",
                "F001,,,prosentpoeng,overgang.jobbsjansen,overgang.introduksjonsprogrammet,percentagePoints",
                StringComparison.Ordinal
            )
        );
        var import = folder.Import(("overgang.jobbsjansen", Unit.Share), ("overgang.introduksjonsprogrammet", Unit.Share))!;
        Assert.Equal((1, 0), (import.Agreements, import.Contradictions.Count));
    }
}
