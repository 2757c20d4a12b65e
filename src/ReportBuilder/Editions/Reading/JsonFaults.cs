using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>
/// What is wrong with a file, kept back until it is known what kind of file it is. Places are found only for as many faults as are shown.
/// </summary>
internal sealed class JsonFaults
{
    private readonly JsonPlaces _places;
    private readonly int _limit;
    private readonly List<Diagnostic> _faults = [];

    /// <summary>Makes an empty list.</summary>
    /// <param name="places">Places of the file.</param>
    /// <param name="limit">Number of faults that will be shown.</param>
    public JsonFaults(JsonPlaces places, int limit)
    {
        _places = places;
        _limit = limit;
    }

    /// <summary>Number of faults so far.</summary>
    public int Count => _faults.Count;

    /// <summary>True while faults are shown and not only counted: then it is worth the time to look for the nearest name.</summary>
    public bool AreShown => _faults.Count < _limit;

    /// <summary>The whole file.</summary>
    public SourcePlace File => _places.File;

    /// <summary>The place of a byte; the whole file for a fault that will only be counted.</summary>
    public SourcePlace At(long offset) => AreShown ? _places.Of(offset) : _places.File;

    /// <summary>Adds a fault.</summary>
    public void Add(Diagnostic fault) => _faults.Add(fault);

    /// <summary>Reports a name that was used before (RB7010).</summary>
    public void Once(bool isFirst, string name, long at)
    {
        if (!isFirst)
        {
            Add(Diagnostic.Error("RB7010", At(at), name));
        }
    }

    /// <summary>Forgets what was found: the file is of another kind, and one fault says so.</summary>
    public void ReplaceBy(Diagnostic fault)
    {
        _faults.Clear();
        _faults.Add(fault);
    }

    /// <summary>Hands over all faults.</summary>
    public void MoveTo(DiagnosticBag bag) => bag.AddRange(_faults);
}
