using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>A slice that was found: its manifest, and the folder that its files lie in.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="File">The manifest as shown to the user.</param>
/// <param name="Manifest">The manifest.</param>
internal sealed record BriefingSlice(BatchFolder Folder, string File, BriefingManifest Manifest);

/// <summary>Finds the slices in the folders that the user named, and checks that they make one whole.</summary>
internal sealed class BriefingSlices
{
    private readonly DiagnosticBag _bag;

    private BriefingSlices(DiagnosticBag bag) => _bag = bag;

    /// <summary>
    /// The slices by number; null when they do not make a whole, and the bag says all that is wrong: no slice in a folder (RB8053), slices of different numbers (RB8054) or different
    /// wholes (RB8055), one that is missing (RB8056) or there twice (RB8057), briefings that are missing (RB8058), in two of them (RB8062) or others than the whole is of (RB8069), a file
    /// that is gone (RB8060), another (RB8061) or of another size (RB8063).
    /// </summary>
    public static IReadOnlyList<BriefingSlice>? Find(IReadOnlyList<BatchFolder> folders, DiagnosticBag bag)
    {
        var errors = bag.ErrorCount;
        var slices = new BriefingSlices(bag);
        var found = folders.SelectMany(slices.In).ToList();
        if (bag.ErrorCount == errors && folders is [var folder] && LeftByMerge(folder, found) is { } whole)
        {
            found = [whole];
            slices.CheckFiles(found);
            return bag.ErrorCount > errors ? null : found;
        }

        if (bag.ErrorCount == errors && slices.AreOfOneWhole(found) && slices.AreAllThere(found))
        {
            slices.CheckBriefings(found);
            slices.CheckFiles(found);
        }

        return bag.ErrorCount > errors ? null : [.. found.OrderBy(s => s.Manifest.Shard!.Number)];
    }

    private List<BriefingSlice> In(BatchFolder folder)
    {
        var names = folder.ShardManifests();
        if (names.Count == 0)
        {
            _bag.Add(
                Diagnostic.Error("RB8053", new SourcePlace(folder.ShownAs)) with
                {
                    Expected = BatchFolder.ManifestOf(new Shard(1, 2)),
                }
            );
        }

        var slices = new List<BriefingSlice>();
        foreach (var name in names)
        {
            var shownAs = $"{folder.ShownAs}/{name}";
            if (folder.ReadManifest(name, _bag) is not { } manifest)
            {
                continue;
            }

            if (manifest.Shard is null || BatchFolder.ManifestOf(manifest.Shard) != name)
            {
                _bag.Add(Diagnostic.Error("RB8059", new SourcePlace(shownAs)) with { Found = manifest.Shard?.Token });
                continue;
            }

            slices.Add(new BriefingSlice(folder, shownAs, manifest));
        }

        return slices;
    }

    /// <summary>
    /// The whole, when the slices are what a merge had not yet taken away when it was killed: its manifest is there, and tells the same of every briefing that they tell of. Otherwise null.
    /// </summary>
    private static BriefingSlice? LeftByMerge(BatchFolder folder, List<BriefingSlice> found)
    {
        if (folder.ReadManifest(BatchFolder.ManifestFile, new DiagnosticBag()) is not { Whole: { } whole } manifest)
        {
            return null;
        }

        var entries = manifest.Entries.ToHashSet();
        return found.TrueForAll(s => s.Manifest.Whole == whole && s.Manifest.Entries.All(entries.Contains))
            ? new BriefingSlice(folder, $"{folder.ShownAs}/{BatchFolder.ManifestFile}", manifest)
            : null;
    }

    /// <summary>The most common number of slices and the most common whole are taken for what was meant, and the others named.</summary>
    private bool AreOfOneWhole(List<BriefingSlice> found)
    {
        var count = MostCommon(found.Select(s => s.Manifest.Shard!.Count));
        var whole = MostCommon(found.Where(s => s.Manifest.Shard!.Count == count).Select(s => (s.Manifest.Whole, s.Manifest.Total)));
        foreach (var slice in found)
        {
            if (slice.Manifest.Shard!.Count != count)
            {
                var fault = Diagnostic.Error("RB8054", new SourcePlace(slice.File));
                _bag.Add(fault with { Found = slice.Manifest.Shard.Count.ToText(), Expected = count.ToText() });
            }
            else if ((slice.Manifest.Whole, slice.Manifest.Total) != whole)
            {
                _bag.Add(Diagnostic.Error("RB8055", new SourcePlace(slice.File)));
            }
        }

        return !_bag.HasErrors;
    }

    private bool AreAllThere(List<BriefingSlice> found)
    {
        var byNumber = found.ToLookup(s => s.Manifest.Shard!.Number);
        var count = found[0].Manifest.Shard!.Count;
        var place = PlaceOf(found);
        foreach (var number in Enumerable.Range(1, count).Where(n => !byNumber.Contains(n)))
        {
            _bag.Add(Diagnostic.Error("RB8056", place, number.ToText(), count.ToText()));
        }

        foreach (var twice in byNumber.Where(g => g.Count() > 1).SelectMany(g => g.Skip(1), (g, s) => (First: g.First(), Second: s)))
        {
            _bag.Add(Diagnostic.Error("RB8057", new SourcePlace(twice.Second.File), twice.First.File));
        }

        return !_bag.HasErrors;
    }

    private void CheckBriefings(List<BriefingSlice> found)
    {
        var total = found[0].Manifest.Total;
        var number = found.Sum(s => s.Manifest.Entries.Count);
        if (number != total)
        {
            var fault = Diagnostic.Error("RB8058", PlaceOf(found));
            _bag.Add(fault with { Found = number.ToText(), Expected = total.ToText() });
        }

        var seen = new HashSet<(string, string)>();
        foreach (var (slice, entry) in found.SelectMany(s => s.Manifest.Entries, (s, e) => (s, e)).Where(p => !seen.Add(p.e.Id)))
        {
            _bag.Add(Diagnostic.Error("RB8062", new SourcePlace(slice.File), entry.Code, entry.Language));
        }

        var entries = BriefingManifest.Sorted(found.SelectMany(s => s.Manifest.Entries));
        if (
            !_bag.HasErrors
            && BriefingManifest.WholeOf(entries.Select(e => (e.Code, e.Name, e.Language, e.Key))) != found[0].Manifest.Whole
        )
        {
            _bag.Add(Diagnostic.Error("RB8069", PlaceOf(found)));
        }
    }

    /// <summary>Where all slices lie; null when they lie in folders of their own, of which none is more to blame.</summary>
    private static SourcePlace? PlaceOf(List<BriefingSlice> found) =>
        found.TrueForAll(s => s.Folder == found[0].Folder) ? new SourcePlace(found[0].Folder.ShownAs) : null;

    private void CheckFiles(List<BriefingSlice> found)
    {
        foreach (var (slice, entry) in found.SelectMany(s => s.Manifest.Entries, (s, e) => (s, e)).Where(p => p.e.File is not null))
        {
            var path = slice.Folder.PathOf(entry.File!);
            var place = new SourcePlace($"{slice.Folder.ShownAs}/{entry.File}");
            if (!File.Exists(path))
            {
                _bag.Add(Diagnostic.Error("RB8060", place));
            }
            else if (BatchFolder.FingerprintOf(path) is var now && now != entry.Fingerprint)
            {
                _bag.Add(Diagnostic.Error("RB8061", place) with { Found = now, Expected = entry.Fingerprint });
            }
            else if (new FileInfo(path).Length != entry.Bytes)
            {
                _bag.Add(Diagnostic.Error("RB8063", new SourcePlace(slice.File)) with { Found = $"{entry.File} {entry.Bytes.ToText()}" });
            }
        }
    }

    private static T? MostCommon<T>(IEnumerable<T> values) =>
        values.GroupBy(v => v).MaxBy(g => g.Count()) is { } group ? group.Key : default;
}
