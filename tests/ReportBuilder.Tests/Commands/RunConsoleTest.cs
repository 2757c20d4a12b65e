using ReportBuilder.Commands;
using ReportBuilder.Diagnostics;
using Spectre.Console;
using Xunit;

namespace ReportBuilder.Tests.Commands;

public class RunConsoleTest
{
    [Theory]
    [InlineData(InteractionSupport.Yes)]
    [InlineData(InteractionSupport.No)]
    public async Task LiveAsync_StagesWithPausesBetween_RunsThemAll(InteractionSupport interaction)
    {
        var (console, said, _) = Make(interaction);

        var result = await console.LiveAsync(async () =>
        {
            // Between the stages nothing runs, which a live status must stand.
            await console.StageAsync("run.stage.data", () => 1);
            console.Line("en linje");
            return await console.StageAsync("run.stage.models", () => 2);
        });

        Assert.Equal(2, result);
        Assert.Equal(["Lesing av data", "Analyser og modeller"], console.Times.Select(t => t.Stage));
        Assert.Contains("en linje", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LiveAsync_StageThatThrows_LetsTheExceptionThrough()
    {
        var (console, _, _) = Make(InteractionSupport.Yes);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            console.LiveAsync(() => console.StageAsync("run.stage.data", new Func<int>(() => throw new InvalidOperationException())))
        );
    }

    [Fact]
    public void Line_NoTerminal_IsNotBroken()
    {
        var (console, said, _) = Make(InteractionSupport.No);
        var text = string.Join(' ', Enumerable.Repeat("ord", 100));

        console.Line(text);

        Assert.Equal(text, said.ToString().TrimEnd());
    }

    [Fact]
    public void Show_MoreThanIsKept_CountsTheRest()
    {
        var (console, _, complained) = Make(InteractionSupport.No);
        var bag = new DiagnosticBag(limitPerFile: 2);
        for (var line = 1; line <= 5; line++)
        {
            bag.Add(Diagnostic.Error("RB2004", new SourcePlace("x.csv", line)));
        }

        console.Show(bag);

        var lines = complained.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("3", lines[2], StringComparison.Ordinal);
    }

    private static (RunConsole Console, StringWriter Said, StringWriter Complained) Make(InteractionSupport interaction)
    {
        var (said, complained) = (new StringWriter(), new StringWriter());
        var output = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(said),
                Interactive = interaction,
                Ansi = interaction == InteractionSupport.Yes ? AnsiSupport.Yes : AnsiSupport.No,
            }
        );
        return (new RunConsole(output, complained), said, complained);
    }
}
