namespace ReportBuilder.Briefings.Batch;

/// <summary>What a run has to do: its briefings with their keys, in the order of the manifest.</summary>
internal sealed class BatchPlan
{
    private readonly IBriefingMaker _maker;
    private readonly Dictionary<(string Code, string Language), BriefingJob> _jobs;

    private BatchPlan(IBriefingMaker maker, BatchRequest request, IReadOnlyList<BriefingJob> all)
    {
        _maker = maker;
        Request = request;
        _jobs = all.ToDictionary(j => j.Id);
        var targets = all.Select(j => j.Target).Distinct().ToList();
        var chosen = (request.Shard?.SliceOf(targets) ?? targets).Where(t => request.Only?.Contains(t.Code) ?? true).ToHashSet();
        Jobs = [.. all.Where(j => chosen.Contains(j.Target))];
        Total = all.Count;
        WholeOfRequest = FingerprintOf(all);
    }

    /// <summary>What was asked for.</summary>
    public BatchRequest Request { get; }

    /// <summary>The briefings of this run, by number and language in ordinal order.</summary>
    public IReadOnlyList<BriefingJob> Jobs { get; }

    /// <summary>How many briefings all slices have together.</summary>
    public int Total { get; }

    private string WholeOfRequest { get; }

    /// <summary>Asks the maker for its municipalities and for the key of each briefing.</summary>
    public static BatchPlan Make(IBriefingMaker maker, BatchRequest request)
    {
        var asked = maker
            .Targets.OrderBy(t => t.Code, StringComparer.Ordinal)
            .SelectMany(t => request.Languages.Order(StringComparer.Ordinal).Select(l => (t, l)));
        return new BatchPlan(maker, request, JobsOf(maker, request, asked));
    }

    private static IReadOnlyList<BriefingJob> JobsOf(
        IBriefingMaker maker,
        BatchRequest request,
        IEnumerable<(BriefingTarget Target, string Language)> briefings
    ) =>
        [
            .. briefings
                .AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(request.Workers)
                .Select(b => new BriefingJob(b.Target, b.Language, KeyOf(maker, b.Target, b.Language))),
        ];

    /// <summary>
    /// The manifest when these briefings have become what the entries say. After <c>--only</c> the others of the folder stay in it, as far as their files bear it out.
    /// </summary>
    /// <param name="entries">An entry for each of <see cref="Jobs"/>.</param>
    /// <param name="known">What earlier runs have made.</param>
    public BriefingManifest ManifestOf(IEnumerable<BriefingEntry> entries, KnownBriefings known)
    {
        if (Request.Only is null)
        {
            var sorted = BriefingManifest.Sorted(entries);
            return new BriefingManifest
            {
                Whole = sorted.Any(IsOutdated) ? null : WholeOfRequest,
                Shard = Request.Shard,
                Total = Total,
                Entries = sorted,
            };
        }

        var now = entries.ToList();
        var chosen = now.Select(e => e.Id).ToHashSet();
        var all = BriefingManifest.Sorted(
            now.Concat(known.Ids.Where(id => !chosen.Contains(id)).Select(known.Find).OfType<BriefingEntry>())
        );
        return new BriefingManifest
        {
            Whole = WholeOf(all),
            Total = all.Count,
            Entries = all,
        };
    }

    /// <summary>True when a briefing of the manifest is of other data, templates or rules than today's; false also where the maker cannot tell.</summary>
    public bool IsOutdated(BriefingEntry entry) => !_jobs.TryGetValue(entry.Id, out var job) || (job.Key is { } key && key != entry.Key);

    /// <summary>Files of earlier runs that are no longer those of any briefing that this run answers for.</summary>
    public IReadOnlyList<string> Outdated(KnownBriefings known, BriefingManifest manifest)
    {
        // A slice answers for no other's files, and which slice a municipality is in changes with the number of municipalities: merging cleans up.
        if (Request.Shard is not null)
        {
            return [];
        }

        var kept = manifest.Entries.Select(e => e.File).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var chosen = Jobs.Select(j => j.Id).ToHashSet();
        return
        [
            .. known
                .Names.Where(n => !kept.Contains(n) && (Request.IsFull || chosen.Contains(BriefingFile.PartsOf(n))))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The fingerprint of the whole that the entries make; null when they are not all briefings of their languages, or are not of today's data, templates and rules.</summary>
    private string? WholeOf(IReadOnlyList<BriefingEntry> entries)
    {
        var languages = entries.Select(e => e.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        // Of languages that were not asked for nothing is known yet.
        foreach (
            var job in JobsOf(
                _maker,
                Request,
                _maker.Targets.SelectMany(t => languages.Select(l => (t, l))).Where(b => !_jobs.ContainsKey((b.t.Code, b.l)))
            )
        )
        {
            _jobs.Add(job.Id, job);
        }

        var all = _maker
            .Targets.OrderBy(t => t.Code, StringComparer.Ordinal)
            .SelectMany(t => languages.Select(l => _jobs[(t.Code, l)]))
            .ToList();
        return all.Select(j => (j.Id, j.Key)).SequenceEqual(entries.Select(e => (e.Id, e.Key))) ? FingerprintOf(all) : null;
    }

    private static string FingerprintOf(IEnumerable<BriefingJob> jobs) =>
        BriefingManifest.WholeOf(jobs.Select(j => (j.Target.Code, j.Target.Name, j.Language, j.Key)));

    /// <summary>The key; null when the maker fails: then the briefing is tried, and its making tells what is wrong.</summary>
    private static string? KeyOf(IBriefingMaker maker, BriefingTarget target, string language)
    {
        try
        {
            return maker.KeyOf(target, language);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }
}
