using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Tests.Briefings.Batch;

/// <summary>Makes files that tell what they are of, without data or typesetter, and fails where it is told to.</summary>
internal sealed class FakeMaker : IBriefingMaker, IAsyncDisposable
{
    private static readonly string[] Names = ["Oslo", "Våler (Innlandet)", "Harstad - Hárstták", "Kárášjohka - Karasjok", "Bergen"];
    private readonly ConcurrentBag<string> _made = [];

    public FakeMaker(int targets = 12) =>
        Targets = [.. Enumerable.Range(0, targets).Select(i => new BriefingTarget($"{1101 + i}", Names[i % Names.Length]))];

    public IReadOnlyList<BriefingTarget> Targets { get; set; }

    /// <summary>Data, templates and rules; another word is another file for every municipality.</summary>
    public string Edition { get; set; } = "1";

    /// <summary>What has changed for single municipalities.</summary>
    public Dictionary<string, string> Changed { get; } = [];

    /// <summary>What is done instead of making a file; null to make it.</summary>
    public Func<BriefingTarget, string, MadeBriefing?> Instead { get; set; } = (_, _) => null;

    /// <summary>What is waited for before a file is made.</summary>
    public Func<CancellationToken, Task> Wait { get; set; } = _ => Task.CompletedTask;

    public bool IsDisposed { get; private set; }

    /// <summary>What was made, in ordinal order.</summary>
    public IReadOnlyList<string> Made => [.. _made.Order(StringComparer.Ordinal)];

    public string KeyOf(BriefingTarget target, string language) => HashOf(Words(target, language));

    public async Task<MadeBriefing> MakeAsync(BriefingTarget target, string language, CancellationToken cancellation)
    {
        await Wait(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (Instead(target, language) is { } other)
        {
            return other;
        }

        _made.Add($"{target.Code} {language}");
        return new MadeBriefing(PdfOf(target, language), 2 + (target.Code[3] % 3), []);
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }

    /// <summary>A few kilobytes that end as they begin, so that a part of a file is known.</summary>
    public byte[] PdfOf(BriefingTarget target, string language)
    {
        var words = Words(target, language);
        return Encoding.UTF8.GetBytes($"%PDF {words}\n{string.Concat(Enumerable.Repeat(HashOf(words), 40))}\n{words} %%EOF");
    }

    /// <summary>Forgets what was made.</summary>
    public void Forget() => _made.Clear();

    public static MadeBriefing Fails(string code, string file = "templates/kommunenotat/nb/x.md") =>
        new(null, 0, [Diagnostic.Error(code, new SourcePlace(file, 3))]);

    /// <summary>True when a file is whole.</summary>
    public static bool IsWhole(string path)
    {
        var text = File.ReadAllText(path);
        var words = text.Split('\n')[0]["%PDF ".Length..];
        return text.EndsWith($"\n{words} %%EOF", StringComparison.Ordinal) && text.Contains(HashOf(words) + "\n", StringComparison.Ordinal);
    }

    private string Words(BriefingTarget target, string language) =>
        $"{target.Code} {target.Name} {language} {Edition} {Changed.GetValueOrDefault(target.Code)}";

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
