using System.Collections.Concurrent;
using ReportBuilder.Editions;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>Which counts may not be shown, as the shield decides for all briefings together. Families that have no count in common may be decided side by side.</summary>
internal sealed class HiddenCounts
{
    private static readonly bool[] None = new bool[CountSlot.Count];
    private readonly ConcurrentDictionary<(string Scope, int Place, Scheme Scheme), bool[]> _isHidden = new();
    private int _exposed;

    /// <summary>For how many hidden counts what is published elsewhere leaves fewer possible numbers than the threshold.</summary>
    public int Exposed => _exposed;

    /// <summary>For each count of a place and scheme, in the order of <see cref="CountSlot.All"/>, whether it may not be shown.</summary>
    public IReadOnlyList<bool> Of(string scope, int place, Scheme scheme) => _isHidden.GetValueOrDefault((scope, place, scheme), None);

    /// <summary>Whether a count may not be shown.</summary>
    public bool IsHidden(string scope, int place, Scheme scheme, CountSlot slot) => Of(scope, place, scheme)[slot.Index];

    /// <summary>Hides a count.</summary>
    internal void Hide(string scope, int place, Scheme scheme, CountSlot slot)
    {
        var own = _isHidden.GetOrAdd((scope, place, scheme), _ => new bool[CountSlot.Count]);
        own[slot.Index] = true;
    }

    /// <summary>Adds to <see cref="Exposed"/>.</summary>
    internal void AddExposed(int count) => Interlocked.Add(ref _exposed, count);
}
