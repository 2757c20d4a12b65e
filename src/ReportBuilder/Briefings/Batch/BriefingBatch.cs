using System.Collections.Concurrent;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>
/// Makes briefings: those that have changed, several at a time. One that fails does not stop the rest. It can be killed at any moment: what has a final name is whole, and the next run
/// goes on from there and ends with the same files, byte for byte.
/// </summary>
public sealed class BriefingBatch
{
    private readonly IBriefingMaker _maker;
    private readonly BatchRequest _request;
    private readonly BatchFolder _folder;
    private readonly IBatchDisk _disk;
    private readonly TimeProvider _time;
    private readonly DiagnosticBag _bag;
    private readonly ConcurrentDictionary<(string Code, string Language), BriefingEntry> _entries = new();

    /// <summary>Makes a run.</summary>
    /// <param name="maker">What makes one briefing.</param>
    /// <param name="request">Which are to be made.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="disk">The file system.</param>
    /// <param name="time">The clock.</param>
    /// <param name="bag">Receives what stops the run: RB8049 when another is at work in the folder, RB8050 when the disk fails; and RB8066 as a warning.</param>
    public BriefingBatch(
        IBriefingMaker maker,
        BatchRequest request,
        BatchFolder folder,
        IBatchDisk disk,
        TimeProvider time,
        DiagnosticBag bag
    )
    {
        _maker = maker;
        _request = request;
        _folder = folder;
        _disk = disk;
        _time = time;
        _bag = bag;
    }

    /// <summary>What was wrong with single briefings.</summary>
    public BatchFaults Faults { get; } = new();

    /// <summary>Runs to the end, or until it is cancelled or the disk fails (<see cref="BatchOutcome.IsBroken"/>).</summary>
    /// <param name="tell">Is told how far it has come, from one thread at a time.</param>
    /// <param name="cancellation">Stops it; briefings in the making are given up.</param>
    public async Task<BatchOutcome> RunAsync(Action<BatchProgress> tell, CancellationToken cancellation)
    {
        var plan = BatchPlan.Make(_maker, _request);
        if (!_request.IsAgain && Standing(plan) is { } standing)
        {
            return standing;
        }

        BatchMeter? meter = null;
        var hasChangedFiles = false;
        try
        {
            using var store = BatchStore.Open(_folder, _request.Shard, _disk);
            if (store is null)
            {
                _bag.Add(Diagnostic.Error("RB8049", new SourcePlace(_folder.ShownAs)));
                return Outcome(null) with { IsBroken = true };
            }

            try
            {
                // Read under the lock: another run may have ended since.
                var known = KnownBriefings.Read(_folder, _request.Shard, _bag);
                var jobs = plan.Jobs.Where(j => _request.IsAgain || !TakeOver(known, j)).ToList();
                meter = new BatchMeter(_time, jobs.Count, tell);
                await MakeAsync(jobs, store, meter, cancellation);
                return Finish(plan, known, store, meter) with { HasChangedFiles = store.HasChangedFiles };
            }
            finally
            {
                hasChangedFiles = store.HasChangedFiles;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _bag.Add(BatchDiskFault.Of(_folder, exception));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What is finished is in place and in the journal.
        }

        return Outcome(meter) with
        {
            IsBroken = true,
            HasChangedFiles = hasChangedFiles,
        };
    }

    /// <summary>The outcome when everything is there as it should be, so that nothing need be touched; otherwise null.</summary>
    private BatchOutcome? Standing(BatchPlan plan)
    {
        var known = KnownBriefings.Read(_folder, _request.Shard, new DiagnosticBag());
        var found = plan.Jobs.Select(known.Find).OfType<BriefingEntry>().ToList();
        if (found.Count < plan.Jobs.Count || Directory.Exists(_folder.WorkPath) || (_request.IsFull && _folder.ShardManifests().Count > 0))
        {
            return null;
        }

        var manifest = plan.ManifestOf(found, known);
        return
            BatchStore.IsAlready(_folder.PathOf(BatchFolder.ManifestOf(_request.Shard)), BriefingManifestWriter.Write(manifest))
            && plan.Outdated(known, manifest).Count == 0
            ? new BatchOutcome { Unchanged = found.Count, Outdated = manifest.Entries.Count(plan.IsOutdated) }
            : null;
    }

    private bool TakeOver(KnownBriefings known, BriefingJob job) => known.Find(job) is { } entry && _entries.TryAdd(job.Id, entry);

    private async Task MakeAsync(IReadOnlyList<BriefingJob> jobs, BatchStore store, BatchMeter meter, CancellationToken cancellation)
    {
        var scouts = BatchScouts.Choose(jobs);
        await EachAsync(scouts.SelectMany(s => s.Value));
        foreach (var (language, sent) in scouts)
        {
            if (BatchScouts.CommonReason(sent, Faults) is { } reason)
            {
                var rest = jobs.Where(j => j.Language == language && !_entries.ContainsKey(j.Id)).ToList();
                foreach (var job in rest)
                {
                    NotMade(job, BriefingStatus.None, reason);
                }

                meter.GivenUp(rest.Count);
            }
        }

        await EachAsync(jobs.Where(j => !_entries.ContainsKey(j.Id)).ToList());

        Task EachAsync(IEnumerable<BriefingJob> some) =>
            Parallel.ForEachAsync(
                some,
                new ParallelOptions { MaxDegreeOfParallelism = _request.Workers, CancellationToken = cancellation },
                async (job, token) => await MakeAsync(job, store, meter, token, cancellation)
            );
    }

    /// <param name="job">What to make.</param>
    /// <param name="store">Where to.</param>
    /// <param name="meter">Counts it.</param>
    /// <param name="cancellation">Cancelled when this or another gives up.</param>
    /// <param name="stop">Cancelled by the user; known a moment before <paramref name="cancellation"/>, which follows from it.</param>
    private async Task MakeAsync(
        BriefingJob job,
        BatchStore store,
        BatchMeter meter,
        CancellationToken cancellation,
        CancellationToken stop
    )
    {
        var since = meter.Now;
        var (key, made) = await TryAsync(job, cancellation);
        if (made.Pdf is null)
        {
            // Ctrl-C and a machine that closes down reach the typesetter too: what it was at did not fail, and its earlier file stays.
            stop.ThrowIfCancellationRequested();
        }

        Faults.Add(job, made.Diagnostics);
        if (made.Pdf is { IsEmpty: false } pdf && key is not null && made.Diagnostics.All(d => d.Severity != Severity.Error))
        {
            var entry = new BriefingEntry
            {
                Code = job.Target.Code,
                Name = job.Target.Name,
                Language = job.Language,
                Status = BriefingStatus.Made,
                File = job.File,
                Pages = made.Pages,
                Bytes = pdf.Length,
                Fingerprint = BatchFolder.FingerprintOf(pdf.Span),
                Key = key,
            };
            store.Place(entry, pdf.Span);
            _entries[job.Id] = entry;
            meter.Made(since);
        }
        else
        {
            var codes = made.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code);
            NotMade(job, BriefingStatus.Failed, string.Join(", ", codes.Distinct().Order(StringComparer.Ordinal)));
            meter.GivenUp(1);
        }
    }

    /// <summary>Asks the maker; what it should not do becomes a diagnostic of the one briefing.</summary>
    private async Task<(string? Key, MadeBriefing Made)> TryAsync(BriefingJob job, CancellationToken cancellation)
    {
        try
        {
            var key = job.Key ?? _maker.KeyOf(job.Target, job.Language);
            var made = await _maker.MakeAsync(job.Target, job.Language, cancellation);
            var isToldOf = made.Pdf is { IsEmpty: false } && made.Pages > 0 || made.Diagnostics.Any(d => d.Severity == Severity.Error);
            return (key, isToldOf ? made : made with { Pdf = null, Diagnostics = [.. made.Diagnostics, Diagnostic.Error("RB8052", null)] });
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // The message may hold numbers of the municipality, or paths; kind and place are enough to find the fault.
            var place = exception.TargetSite is { } site ? $"{site.DeclaringType?.FullName}.{site.Name}" : string.Empty;
            return (null, new MadeBriefing(null, 0, [Diagnostic.Error("RB8051", null, exception.GetType().Name, place)]));
        }
    }

    private void NotMade(BriefingJob job, BriefingStatus status, string reason) =>
        _entries[job.Id] = new BriefingEntry
        {
            Code = job.Target.Code,
            Name = job.Target.Name,
            Language = job.Language,
            Status = status,
            Key = job.Key,
            Reason = reason,
        };

    private BatchOutcome Finish(BatchPlan plan, KnownBriefings known, BatchStore store, BatchMeter meter)
    {
        var outcome = Outcome(meter);
        var left = LeaveAsTheyWere(plan, known);
        var manifest = plan.ManifestOf(plan.Jobs.Select(j => _entries[j.Id]), known);
        // A file of earlier data must not stand beside those of today's. Before the manifest is written: after that nobody knows of them.
        var failed = plan.Jobs.Where(j => _entries[j.Id].Status != BriefingStatus.Made).Select(j => j.File);
        var removed = plan.Outdated(known, manifest).Union(failed, StringComparer.Ordinal).Count(store.Remove);
        store.Finish(BriefingManifestWriter.Write(manifest), _request.IsFull);
        return outcome with { Left = left, Removed = removed, Outdated = manifest.Entries.Count(plan.IsOutdated) - left };
    }

    /// <summary>
    /// Where nothing could be made in a language, as when a template has a slip, its earlier files are left as they were: they are of one piece, and nothing of today's stands beside them. Not in a
    /// slice, whose files belong together with those of others. Gives how many.
    /// </summary>
    private int LeaveAsTheyWere(BatchPlan plan, KnownBriefings known)
    {
        if (_request.Shard is not null)
        {
            return 0;
        }

        var stopped = plan
            .Jobs.GroupBy(j => j.Language)
            .Where(g => g.All(j => _entries[j.Id].Status != BriefingStatus.Made))
            .SelectMany(g => g)
            .Select(j => (Job: j, Earlier: known.Find(j.Id)))
            .Where(j => j.Earlier is { Status: BriefingStatus.Made } earlier && earlier.File == j.Job.File)
            .ToList();
        foreach (var (job, earlier) in stopped)
        {
            _entries[job.Id] = earlier!;
        }

        return stopped.Count;
    }

    private BatchOutcome Outcome(BatchMeter? meter)
    {
        var made = meter?.MadeCount ?? 0;
        return new BatchOutcome
        {
            Made = made,
            Unchanged = _entries.Values.Count(e => e.Status == BriefingStatus.Made) - made,
            Failed = _entries.Values.Count(e => e.Status != BriefingStatus.Made),
            NotTried = _entries.Values.Count(e => e.Status == BriefingStatus.None),
            Median = meter?.Median,
        };
    }
}
