namespace ReportBuilder.Disclosure.Linked;

/// <summary>
/// Proves that hidden cells are safe, by finding other counts that everything shown fits as well (<see cref="FittingCounts"/>). However clever an outsider is, he cannot exclude a number that is proved
/// so. Hiding more never takes a proof away, so that proofs are kept while more is hidden.
/// </summary>
internal sealed class Witnesses
{
    private const int Rounds = 4;
    private const int Sweeps = 3;

    private readonly LinkedSystem _system;

    public Witnesses(LinkedSystem system) => (_system, Counts) = (system, new FittingCounts(system));

    /// <summary>What is proved.</summary>
    public FittingCounts Counts { get; }

    /// <summary>Looks for proofs of the promises in every component that lacks some; the cells for which none was found, in order.</summary>
    public List<int> Search(Func<int, Promise> promiseOf) =>
        [.. HiddenComponent.AllOf(_system).SelectMany(component => Search(component, promiseOf)).Order()];

    private List<int> Search(HiddenComponent component, Func<int, Promise> promiseOf)
    {
        bool IsProved(int cell) => promiseOf(cell).IsProved(Counts, cell);
        List<int> wanting = [.. component.Cells.Where(c => _system.IsPromised(c) && !IsProved(c))];
        Counts.TakeFloors(_system, component);
        for (var round = 0; round < Rounds && wanting.Count > 0; round++)
        {
            // As the counts change, others have most room, and the moves become others.
            var moves = new MoveSet(new Elimination(_system, component, Counts.RoomOf).Moves());
            for (var sweep = 0; sweep < Sweeps; sweep++)
            {
                foreach (var move in moves.All)
                {
                    Counts.Sweep(move);
                }
            }

            var driver = new Driver(Counts, moves);
            foreach (var cell in wanting.Where(c => !IsProved(c)))
            {
                driver.Drive(cell, promiseOf(cell));
            }

            wanting.RemoveAll(IsProved);
        }

        return wanting;
    }
}
