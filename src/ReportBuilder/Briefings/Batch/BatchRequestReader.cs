using System.Globalization;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>What the user wrote after <c>briefings</c>, unread.</summary>
public sealed record BatchWords
{
    /// <summary><c>--only</c>: numbers with commas between; null without it.</summary>
    public string? Only { get; init; }

    /// <summary><c>--language</c>: languages with commas between; null without it.</summary>
    public string? Language { get; init; }

    /// <summary><c>--workers</c>; null without it.</summary>
    public string? Workers { get; init; }

    /// <summary><c>--shard</c>; null without it.</summary>
    public string? Shard { get; init; }

    /// <summary><c>--merge</c>: the folders named after it; null without it.</summary>
    public IReadOnlyList<string>? Merge { get; init; }

    /// <summary><c>--again</c>.</summary>
    public bool Again { get; init; }
}

/// <summary>Reads what was asked for; all that is wrong is told together.</summary>
public static class BatchRequestReader
{
    private const int MostWorkers = 256;

    /// <summary>
    /// The request; null when something is wrong, and the bag says what: RB8040 (workers), RB8041 (language), RB8042–RB8046 (slice), RB8047 (number that no municipality has had), RB8048
    /// (number of an earlier year), RB8064 (options that do not go together).
    /// </summary>
    /// <param name="words">What the user wrote.</param>
    /// <param name="municipalities">The municipalities of all years.</param>
    /// <param name="processors">How many briefings are made at a time unless told otherwise.</param>
    /// <param name="variable">The environment variable of a name, or null.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static BatchRequest? Read(
        BatchWords words,
        MunicipalityTable municipalities,
        int processors,
        Func<string, string?> variable,
        DiagnosticBag bag
    )
    {
        var errors = bag.ErrorCount;
        var request = new BatchRequest
        {
            Languages = ReadLanguages(words.Language, bag),
            Only = words.Only is { } only ? ReadNumbers(only, municipalities, bag) : null,
            Shard = words.Shard is { } shard ? new ShardReader(variable, bag).Read(shard) : null,
            Workers = words.Workers is { } workers ? ReadWorkers(workers, bag) : processors,
            IsAgain = words.Again,
        };
        if (words is { Only: not null, Shard: not null })
        {
            Refuse(bag, "--only", "--shard");
        }

        return bag.ErrorCount > errors ? null : request;
    }

    /// <summary>Refuses options that say how briefings are made, when slices are only to be merged (RB8064).</summary>
    public static void CheckMerge(BatchWords words, DiagnosticBag bag)
    {
        foreach (
            var option in new[]
            {
                (Name: "--only", IsThere: words.Only is not null),
                (Name: "--language", IsThere: words.Language is not null),
                (Name: "--workers", IsThere: words.Workers is not null),
                (Name: "--shard", IsThere: words.Shard is not null),
                (Name: "--again", IsThere: words.Again),
            }.Where(o => o.IsThere)
        )
        {
            Refuse(bag, "--merge", option.Name);
        }
    }

    /// <summary>Reports each number that there is no briefing for (RB8065): the municipality has had no participants.</summary>
    public static void CheckTargets(
        BatchRequest request,
        IReadOnlyList<BriefingTarget> targets,
        MunicipalityTable municipalities,
        DiagnosticBag bag
    )
    {
        var codes = targets.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var code in (request.Only ?? []).Where(c => !codes.Contains(c)))
        {
            var name = municipalities.Find(municipalities.Years[^1], code)?.Name ?? string.Empty;
            bag.Add(Diagnostic.Error("RB8065", new SourcePlace("--only"), code, name));
        }
    }

    private static IReadOnlyList<string> ReadLanguages(string? text, DiagnosticBag bag)
    {
        if (text is null)
        {
            return [BriefingLanguages.Bokmaal];
        }

        var words = text.Split(',', StringSplitOptions.TrimEntries);
        foreach (var word in words.Where(w => !BriefingLanguages.All.Contains(w)))
        {
            bag.Add(
                Diagnostic.Error("RB8041", new SourcePlace("--language")) with
                {
                    Found = word,
                    Expected = string.Join(", ", BriefingLanguages.All),
                    Nearest = NearestName.Find(word, BriefingLanguages.All),
                }
            );
        }

        return [.. BriefingLanguages.All.Where(words.Contains)];
    }

    private static IReadOnlyList<string> ReadNumbers(string text, MunicipalityTable municipalities, DiagnosticBag bag)
    {
        var year = municipalities.Years[^1];
        var numbers = text.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        foreach (var number in numbers.Where(n => !municipalities.Exists(year, n)))
        {
            var now = municipalities.SameAreaIn(year, number);
            bag.Add(
                now.Count > 0
                    ? Diagnostic.Error("RB8048", new SourcePlace("--only"), number, year.ToText()) with
                    {
                        Expected = string.Join(", ", now.Select(m => $"{m.Code} ({m.Name})")),
                    }
                    : Diagnostic.Error("RB8047", new SourcePlace("--only")) with
                    {
                        Found = number,
                        Nearest = NearestName.Find(number, municipalities.InYear(year).Select(m => m.Code)),
                    }
            );
        }

        return [.. numbers.Order(StringComparer.Ordinal)];
    }

    private static int ReadWorkers(string text, DiagnosticBag bag)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var workers) && workers is >= 1 and <= MostWorkers)
        {
            return workers;
        }

        bag.Add(Diagnostic.Error("RB8040", new SourcePlace("--workers")) with { Found = text, Expected = $"1–{MostWorkers.ToText()}" });
        return 1;
    }

    private static void Refuse(DiagnosticBag bag, string one, string other) =>
        bag.Add(Diagnostic.Error("RB8064", new SourcePlace("briefings"), one, other));
}
