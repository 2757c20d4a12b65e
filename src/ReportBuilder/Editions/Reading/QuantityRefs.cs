using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>
/// The numbers of an edition while its file is read, and what tables, figures and claims say of them. A name that is not known yet is looked up again when the whole file has been read.
/// </summary>
internal sealed class QuantityRefs
{
    private readonly Dictionary<string, QuantityId> _known = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Owner, long At)> _open = [];

    /// <summary>Makes a name known.</summary>
    public void Add(QuantityId id) => _known.TryAdd(id.Value, id);

    /// <summary>A list of names (RB7011 for what is no name).</summary>
    public List<QuantityId> ReadList(ref JsonText json, string owner)
    {
        var ids = new List<QuantityId>();
        if (json.List())
        {
            while (json.Item())
            {
                Read(ref json, owner, ids);
            }
        }

        return ids;
    }

    /// <summary>One name, added to a list.</summary>
    public void Read(ref JsonText json, string owner, List<QuantityId> ids)
    {
        var at = json.At;
        if (json.Id() is not { } id)
        {
            return;
        }

        // The same text once in memory, however many tables show the number.
        if (_known.TryGetValue(id, out var known))
        {
            ids.Add(known);
            return;
        }

        ids.Add(new QuantityId(id));
        _open.Add((id, owner, at));
    }

    /// <summary>Reports names that no number of the edition has (RB7015).</summary>
    public void Close(JsonFaults faults)
    {
        var unknown = _open.FindAll(r => !_known.ContainsKey(r.Id));
        if (unknown.Count == 0)
        {
            return;
        }

        var nearest = new NearestId(_known.Keys);
        foreach (var (id, owner, at) in unknown)
        {
            var name = faults.AreShown ? nearest.Find(id) : null;
            faults.Add(Diagnostic.Error("RB7015", faults.At(at), owner) with { Found = JsonText.Shown(id), Nearest = name });
        }
    }
}
