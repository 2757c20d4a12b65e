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
    public async Task CountAsync_NoTerminal_WritesALineNowAndThenAndAtTheEnd()
    {
        var (console, said, _) = Make(InteractionSupport.No);

        await console.CountAsync("run.stage.briefings", 50, tell => CountTo(120, tell));

        Assert.Equal(
            ["50 av 120", "100 av 120", "120 av 120"],
            said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim())
        );
    }

    [Fact]
    public async Task CountAsync_Terminal_ShowsABarAndLetsLinesThrough()
    {
        var (console, said, _) = Make(InteractionSupport.Yes);

        // Words with brackets are no markup.
        var result = await console.LiveAsync(() => Task.FromResult(1));
        result += await console.CountAsync(
            "run.stage.briefings",
            50,
            async tell =>
            {
                console.Line("en linje");
                tell(3, 0, "[3] av [0]");
                return await CountTo(20, tell);
            }
        );

        Assert.Equal(21, result);
        Assert.Contains("en linje", said.ToString(), StringComparison.Ordinal);
    }

    private static async Task<int> CountTo(int total, Action<int, int, string> tell)
    {
        for (var done = 1; done <= total; done++)
        {
            tell(done, total, $"{done} av {total}");
            await Task.Yield();
        }

        return total;
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
