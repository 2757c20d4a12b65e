using ReportBuilder.Editions;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>Which counts may not be shown, as the shield decides for all briefings together.</summary>
internal sealed class HiddenCounts
{
    private static readonly bool[] None = new bool[CountSlot.Count];
    private readonly Dictionary<(string Scope, int Place, Scheme Scheme), bool[]> _isHidden = [];

    /// <summary>For how many hidden counts what is published elsewhere leaves fewer possible numbers than the threshold.</summary>
    public int Exposed { get; set; }

    /// <summary>For each count of a place and scheme, in the order of <see cref="CountSlot.All"/>, whether it may not be shown.</summary>
    public IReadOnlyList<bool> Of(string scope, int place, Scheme scheme) => _isHidden.GetValueOrDefault((scope, place, scheme), None);

    /// <summary>Whether a count may not be shown.</summary>
    public bool IsHidden(string scope, int place, Scheme scheme, CountSlot slot) => Of(scope, place, scheme)[slot.Index];

    /// <summary>Hides a count.</summary>
    internal void Hide(string scope, int place, Scheme scheme, CountSlot slot)
    {
        if (!_isHidden.TryGetValue((scope, place, scheme), out var own))
        {
            own = new bool[CountSlot.Count];
            _isHidden.Add((scope, place, scheme), own);
        }

        own[slot.Index] = true;
    }
}
