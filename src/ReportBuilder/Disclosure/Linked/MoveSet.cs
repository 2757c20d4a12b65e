namespace ReportBuilder.Disclosure.Linked;

/// <summary>How far a cell goes in one step of a move.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Amount">Persons, not 0.</param>
internal readonly record struct Step(int Cell, int Amount);

/// <summary>Moves of the cells of a component, each of which keeps every sum; the shortest first, as they disturb least.</summary>
internal sealed class MoveSet
{
    private readonly Dictionary<int, List<(int Move, int Amount)>> _byCell = [];

    public MoveSet(IEnumerable<Step[]> moves)
    {
        All = [.. moves.OrderBy(m => m.Length)];
        for (var m = 0; m < All.Count; m++)
        {
            foreach (var (cell, amount) in All[m])
            {
                if (!_byCell.TryGetValue(cell, out var moving))
                {
                    _byCell[cell] = moving = [];
                }

                moving.Add((m, amount));
            }
        }
    }

    public IReadOnlyList<Step[]> All { get; }

    public Step[] this[int move] => All[move];

    /// <summary>The moves that a cell is part of, with how far it goes.</summary>
    public IReadOnlyList<(int Move, int Amount)> Of(int cell) => _byCell.TryGetValue(cell, out var moves) ? moves : [];
}
