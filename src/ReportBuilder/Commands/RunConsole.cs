using System.Diagnostics;
using ReportBuilder.Diagnostics;
using Spectre.Console;

namespace ReportBuilder.Commands;

/// <summary>
/// What the user sees while a run goes on: a live line per stage on a terminal, plain lines elsewhere. Diagnostics go to standard error.
/// </summary>
public sealed class RunConsole
{
    private readonly IAnsiConsole _out;
    private readonly TextWriter _errors;
    private readonly Lock _gate = new();
    private readonly List<(string Stage, TimeSpan Time)> _times = [];
    private readonly List<string> _running = [];
    private StatusContext? _status;

    /// <summary>Makes a console.</summary>
    /// <param name="output">Where the run is shown.</param>
    /// <param name="errors">Where diagnostics go.</param>
    public RunConsole(IAnsiConsole output, TextWriter errors)
    {
        _out = output;
        _errors = errors;
    }

    /// <summary>Seconds of each stage, in the order they ended.</summary>
    public IReadOnlyList<(string Stage, TimeSpan Time)> Times
    {
        get
        {
            lock (_gate)
            {
                return [.. _times];
            }
        }
    }

    /// <summary>Writes a line.</summary>
    public void Line(string text)
    {
        lock (_gate)
        {
            Write(text);
        }
    }

    /// <summary>Runs the whole with a live status line when the output is a terminal.</summary>
    public async Task<T> LiveAsync<T>(Func<Task<T>> run)
    {
        if (!_out.Profile.Capabilities.Interactive)
        {
            return await run();
        }

        return await _out.Status()
            .Spinner(Spinner.Known.Line)
            .StartAsync(
                ToolTexts.Get("run.working"),
                async context =>
                {
                    _status = context;
                    try
                    {
                        return await run();
                    }
                    finally
                    {
                        _status = null;
                    }
                }
            );
    }

    /// <summary>Runs one stage and shows its name and time. Stages may overlap.</summary>
    public async Task<T> StageAsync<T>(string key, Func<Task<T>> run)
    {
        var name = ToolTexts.Get(key);
        var watch = Stopwatch.StartNew();
        Announce(() => _running.Add(name));
        try
        {
            return await run();
        }
        finally
        {
            Announce(() =>
            {
                _running.Remove(name);
                _times.Add((name, watch.Elapsed));
                Write(ToolTexts.Get("run.stage", name, Seconds(watch.Elapsed)));
            });
        }
    }

    /// <summary>Runs one stage on a thread of its own.</summary>
    public Task<T> StageAsync<T>(string key, Func<T> run) => StageAsync(key, () => Task.Run(run));

    /// <summary>
    /// Counts work of many like pieces: a bar on a terminal, elsewhere a line now and then and at the end. Not within <see cref="LiveAsync"/>.
    /// </summary>
    /// <param name="key">Key of the work's name.</param>
    /// <param name="every">How many pieces between two lines.</param>
    /// <param name="run">The work; it tells how many pieces are done, of how many, and in words. From one thread at a time.</param>
    public Task<T> CountAsync<T>(string key, int every, Func<Action<int, int, string>, Task<T>> run) =>
        _out.Profile.Capabilities.Interactive
            ? _out.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn())
                .StartAsync(context =>
                {
                    var bar = context.AddTask(Markup.Escape(ToolTexts.Get(key)));
                    return run(
                        (done, total, words) =>
                        {
                            bar.MaxValue = Math.Max(total, 1);
                            bar.Value = done;
                            bar.Description = Markup.Escape(words);
                        }
                    );
                })
            : run(
                (done, total, words) =>
                {
                    if (done % every == 0 || done == total)
                    {
                        Line("  " + words);
                    }
                }
            );

    /// <summary>Writes a line to where diagnostics go.</summary>
    public void Complain(string text)
    {
        lock (_gate)
        {
            _errors.WriteLine(text);
        }
    }

    /// <summary>Writes all diagnostics, and for each file how many more there were.</summary>
    public void Show(DiagnosticBag bag)
    {
        foreach (var diagnostic in bag.Sorted())
        {
            _errors.WriteLine(DiagnosticFormatter.Format(diagnostic));
        }

        foreach (var (file, count) in bag.LeftOut())
        {
            _errors.WriteLine(ToolTexts.Get("diagnostic.more", file, count));
        }
    }

    /// <summary>Seconds with one decimal, as Norwegian text.</summary>
    public static string Seconds(TimeSpan time) => Editions.NorwegianNumberText.Number(time.TotalSeconds, 1);

    // Where the output is no terminal there is no width to wrap at: one line is one line, for logs and for grep.
    private void Write(string text)
    {
        if (_out.Profile.Capabilities.Interactive)
        {
            _out.WriteLine(text);
        }
        else
        {
            _out.Profile.Out.Writer.WriteLine(text);
        }
    }

    private void Announce(Action change)
    {
        lock (_gate)
        {
            change();
            if (_status is not null)
            {
                // Between two stages nothing runs, and an empty status is refused.
                _status.Status = _running.Count > 0 ? string.Join(" · ", _running.Select(Markup.Escape)) : ToolTexts.Get("run.working");
            }
        }
    }
}
