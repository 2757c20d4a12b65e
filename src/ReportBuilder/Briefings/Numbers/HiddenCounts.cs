using ReportBuilder.Editions;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>Which counts may not be shown, as the shield has decided for all briefings together.</summary>
internal sealed class HiddenCounts
{
    private static readonly bool[] None = new bool[CountSlot.Count];
    private readonly Dictionary<(string Scope, int Place, Scheme Scheme), bool[]> _isHidden;

    /// <summary>Keeps a decision.</summary>
    /// <param name="isHidden">For each place and scheme, one flag a count; places without the scheme have nothing to hide.</param>
    /// <param name="exposed">How many hidden counts what is published elsewhere narrows down more than promised.</param>
    public HiddenCounts(Dictionary<(string Scope, int Place, Scheme Scheme), bool[]> isHidden, int exposed) =>
        (_isHidden, Exposed) = (isHidden, exposed);

    /// <summary>How many hidden counts what is published elsewhere narrows down more than promised.</summary>
    public int Exposed { get; }

    /// <summary>For each count of a place and scheme, in the order of <see cref="CountSlot.All"/>, whether it may not be shown.</summary>
    public IReadOnlyList<bool> Of(string scope, int place, Scheme scheme) => _isHidden.GetValueOrDefault((scope, place, scheme), None);

    /// <summary>Whether a count may not be shown.</summary>
    public bool IsHidden(string scope, int place, Scheme scheme, CountSlot slot) => Of(scope, place, scheme)[slot.Index];
}
