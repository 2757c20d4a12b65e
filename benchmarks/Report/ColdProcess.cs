using System.Diagnostics;
using System.Globalization;

namespace ReportBuilder.Benchmarks.Report;

/// <summary>One run of the built program as a user meets it: a process from start to exit, since start-up is part of what is measured.</summary>
/// <param name="Wall">Seconds from start to exit.</param>
/// <param name="Peak">Peak memory of the program and its typesetters together, MB; 0 where the system does not tell.</param>
internal readonly record struct ColdProcess(double Wall, double Peak)
{
    /// <summary>Runs the program.</summary>
    /// <param name="folder">Folder to run it in.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static ColdProcess Run(string folder, params string[] arguments) => Run(folder, 0, arguments);

    /// <summary>Runs the program.</summary>
    /// <param name="folder">Folder to run it in.</param>
    /// <param name="expected">The exit code that it should end with.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">It ended with another.</exception>
    public static ColdProcess Run(string folder, int expected, string[] arguments)
    {
        // The program where its own build puts it, libraries compiled ahead: beside the benchmarks lie copies of its libraries that are not.
        var name = OperatingSystem.IsWindows() ? "reportbuilder.exe" : "reportbuilder";
        var program = Path.Combine(Repository.Root, "src", "ReportBuilder", "bin", "Release", "net10.0", name);
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        var peaks = new Dictionary<int, double>();
        while (!process.WaitForExit(50))
        {
            foreach (var id in Family(process.Id))
            {
                peaks[id] = Math.Max(peaks.GetValueOrDefault(id), PeakMegabytes(id));
            }
        }

        var wall = watch.Elapsed.TotalSeconds;
        return process.ExitCode == expected
            ? new ColdProcess(wall, peaks.Values.Sum())
            : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}:\n{said.Result}\n{complained.Result}");
    }

    /// <summary>The process and its children; only Linux tells.</summary>
    private static IEnumerable<int> Family(int id)
    {
        yield return id;
        foreach (var folder in Directory.Exists($"/proc/{id}/task") ? Directory.EnumerateDirectories($"/proc/{id}/task") : [])
        {
            var text = TryRead(Path.Combine(folder, "children"));
            foreach (var child in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return int.Parse(child, CultureInfo.InvariantCulture);
            }
        }
    }

    private static double PeakMegabytes(int id)
    {
        var line = TryRead($"/proc/{id}/status").Split('\n').FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kilobytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return kilobytes is null ? 0 : double.Parse(kilobytes, NumberStyles.Integer, CultureInfo.InvariantCulture) / 1024;
    }

    // A process may end between being listed and being read.
    private static string TryRead(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}
