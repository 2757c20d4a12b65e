using CsCheck;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Diagnostics;

public class DiagnosticBagTest
{
    [Fact]
    public void Add_ErrorsAndWarnings_AreCountedApart()
    {
        var bag = new DiagnosticBag();
        Assert.False(bag.HasErrors);
        bag.Add(Diagnostic.Warning("RB2008", new SourcePlace("a.csv", 1, 1), "x"));
        Assert.False(bag.HasErrors);
        bag.AddRange([Diagnostic.Error("RB2001", new SourcePlace("b.csv")), Diagnostic.Error("RB6002", null, "x", "y")]);
        Assert.True(bag.HasErrors);
        Assert.Equal((2, 1), (bag.ErrorCount, bag.WarningCount));
    }

    [Fact]
    public void Add_MoreThanTheLimitOfAFile_KeepsTheFirstAndCountsTheRest()
    {
        var bag = new DiagnosticBag();
        for (var line = 1; line <= 53; line++)
        {
            bag.Add(At("a.csv", line, 1));
        }

        bag.Add(At("b.csv", 1, 1));
        var kept = bag.Sorted();
        Assert.Equal(50, DiagnosticBag.DefaultLimitPerFile);
        Assert.Equal(Enumerable.Range(1, 50), kept.Where(d => d.Place!.Value.File == "a.csv").Select(d => d.Place!.Value.Line));
        Assert.Single(kept, d => d.Place!.Value.File == "b.csv");
        Assert.Equal([("a.csv", 3)], bag.LeftOut());
        Assert.Equal(54, bag.ErrorCount);
    }

    [Fact]
    public void Add_ExactlyTheLimit_LeavesNothingOut()
    {
        var bag = new DiagnosticBag(limitPerFile: 2);
        bag.AddRange([At("a.csv", 1, 1), At("a.csv", 2, 1)]);
        Assert.Empty(bag.LeftOut());
        bag.Add(At("a.csv", 3, 1));
        Assert.Equal([("a.csv", 1)], bag.LeftOut());
    }

    [Fact]
    public void Add_WithoutPlace_HasALimitOfItsOwn()
    {
        var bag = new DiagnosticBag(limitPerFile: 1);
        bag.AddRange([Diagnostic.Warning("RB6002", null, "x", "y"), Diagnostic.Warning("RB6003", null, "x", "y"), At("a.csv", 1, 1)]);
        Assert.Equal(2, bag.Sorted().Count);
        Assert.Equal([(string.Empty, 1)], bag.LeftOut());
    }

    [Fact]
    public void Add_MoreWarningsThanTheLimit_NeverCrowdsOutAnError()
    {
        var bag = new DiagnosticBag(limitPerFile: 2);
        bag.AddRange(Enumerable.Range(1, 5).Select(line => Diagnostic.Warning("RB2008", new SourcePlace("a.csv", line, 1), "x")));
        bag.AddRange([At("a.csv", 9, 1), At("a.csv", 8, 1), At("a.csv", 7, 1)]);
        Assert.Equal([8, 9, 1, 2], bag.Sorted().Select(d => d.Place!.Value.Line));
        Assert.Equal([("a.csv", 4)], bag.LeftOut());
    }

    [Fact]
    public void Sorted_ErrorsAndWarnings_ErrorsComeFirstWhateverTheirFile()
    {
        var bag = new DiagnosticBag();
        bag.AddRange([
            Diagnostic.Warning("RB2008", new SourcePlace("a.csv", 1, 1), "x"),
            At("b.csv", 2, 1),
            Diagnostic.Warning("RB2008", new SourcePlace("b.csv", 1, 1), "x"),
            At("a.csv", 3, 1),
        ]);
        Assert.Equal(
            [("a.csv", 3), ("b.csv", 2), ("a.csv", 1), ("b.csv", 1)],
            bag.Sorted().Select(d => (d.Place!.Value.File, d.Place.Value.Line))
        );
    }

    [Fact]
    public void Sorted_ByFileLineColumnCode_IsOrdinal()
    {
        var bag = new DiagnosticBag();
        bag.AddRange([
            At("b.csv", 1, 1),
            At("a.csv", 10, 1),
            At("a.csv", 9, 2),
            At("a.csv", 9, 1, "RB2011"),
            At("a.csv", 9, 1, "RB2010"),
            At("a.csv", 0, 0),
            At("Å.csv", 1, 1),
            Diagnostic.Error("RB6002", null, "x", "y"),
        ]);
        Assert.Equal(
            [
                ":0:0 RB6002",
                "a.csv:0:0 RB2010",
                "a.csv:9:1 RB2010",
                "a.csv:9:1 RB2011",
                "a.csv:9:2 RB2010",
                "a.csv:10:1 RB2010",
                "b.csv:1:1 RB2010",
                "Å.csv:1:1 RB2010",
            ],
            bag.Sorted().Select(d => $"{d.Place?.File}:{d.Place?.Line ?? 0}:{d.Place?.Column ?? 0} {d.Code}")
        );
    }

    [Fact]
    public void Sorted_AnyOrderOfArrival_IsTheSame() =>
        Property.Holds(
            Gen.Select(
                    OneOf("a.csv", "b.csv").Select(f => f!),
                    Gen.Int[0, 2],
                    Gen.Int[0, 2],
                    OneOf("RB2010", "RB2011").Select(c => c!),
                    OneOf("x", "y", null),
                    OneOf("p", "q").Select(a => a!)
                )
                .Array[0, 12]
                .SelectMany(items => Gen.Shuffle(items).Select(shuffled => (items, shuffled))),
            pair =>
            {
                Assert.Equal(Formatted(pair.items), Formatted(pair.shuffled));

                static List<string> Formatted((string File, int Line, int Column, string Code, string? Found, string Argument)[] items)
                {
                    var bag = new DiagnosticBag();
                    foreach (var i in items)
                    {
                        bag.Add(Diagnostic.Error(i.Code, new SourcePlace(i.File, i.Line, i.Column), i.Argument) with { Found = i.Found });
                    }

                    return [.. bag.Sorted().Select(d => $"{DiagnosticFormatter.Format(d)} {d.Arguments[0]}")];
                }
            },
            examples: 500
        );

    [Fact]
    public void Add_FromSeveralThreads_LosesNothing()
    {
        var bag = new DiagnosticBag();
        Parallel.For(0, 4000, i => bag.Add(At($"{i % 100}.csv", i, 1)));
        Assert.Equal(4000, bag.ErrorCount);
        Assert.Equal(4000, bag.Sorted().Count);
        Assert.Equal(4000, bag.Sorted().Distinct().Count());
    }

    [Fact]
    public void Add_FromSeveralThreadsBeyondTheLimit_CountsAll()
    {
        var bag = new DiagnosticBag(limitPerFile: 5);
        Parallel.For(0, 1000, i => bag.Add(At($"{i % 10}.csv", i, 1)));
        Assert.Equal(1000, bag.Sorted().Count + bag.LeftOut().Sum(l => l.LeftOut));
        Assert.Equal(10, bag.LeftOut().Count);
    }

    private static Gen<string?> OneOf(params string?[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Diagnostic At(string file, int line, int column, string code = "RB2010") =>
        Diagnostic.Error(code, new SourcePlace(file, line, column));
}
