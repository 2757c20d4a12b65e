namespace ReportBuilder.Disclosure.Linked;

/// <summary>Why a count is hidden.</summary>
public enum HidingReason
{
    /// <summary>It is shown.</summary>
    None,

    /// <summary>There are 1 to k−1 persons in it.</summary>
    Small,

    /// <summary>It rests on a base of 1 to k−1 persons.</summary>
    SmallBase,

    /// <summary>Fewer than k reached the outcome, or fewer than k did not.</summary>
    OneSided,

    /// <summary>Everyone is in the same category of the variable.</summary>
    AllInOne,

    /// <summary>It was hidden before (<see cref="CellState.HiddenElsewhere"/>).</summary>
    Elsewhere,

    /// <summary>Shown, it would give a hidden one away.</summary>
    Complement,

    /// <summary>It is shown nowhere and nothing is promised for it (<see cref="CellState.Untold"/>).</summary>
    Untold,
}

/// <summary>A hidden count that what is published already narrows down more than promised, whatever else is hidden.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Low">The lowest number that it is known to be able to have.</param>
/// <param name="High">The highest number that it is known to be able to have.</param>
/// <param name="Promised">How many numbers should have been possible.</param>
public sealed record ExposedCell(CellRef Cell, int Low, int High, int Promised);

/// <summary>What may be shown of a set of linked counts.</summary>
public sealed class LinkedDecision
{
    private readonly HidingReason[] _reasons;

    internal LinkedDecision(HidingReason[] reasons, IReadOnlyList<ExposedCell> exposed) => (_reasons, Exposed) = (reasons, exposed);

    /// <summary>Hidden cells that could not be protected as promised, because of what is published elsewhere. By cell; normally empty, and never to be passed over.</summary>
    public IReadOnlyList<ExposedCell> Exposed { get; }

    /// <summary>True when a count must not be shown.</summary>
    public bool IsHidden(CellRef cell) => _reasons[cell.Index] != HidingReason.None;

    /// <summary>Why it is hidden; none when it is shown. Not to be published: that a cell is a complement tells that it is large.</summary>
    public HidingReason ReasonOf(CellRef cell) => _reasons[cell.Index];
}
