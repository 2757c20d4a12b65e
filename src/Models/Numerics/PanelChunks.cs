namespace ReportBuilder.Models.Numerics;

/// <summary>
/// The panels of a matrix cut into chunks, whose sums are made apart and put together in order. Where the cuts are depends on the size of the
/// matrix only, so that a sum has the same bits whatever the number of threads.
/// </summary>
internal sealed class PanelChunks
{
    private const int MostChunks = 16;
    private const int LeastPanels = 16;

    /// <summary>
    /// Below this many values one thread does a pass in about 1 ms. Two would do it in half of that on an idle machine, but on a busy one each
    /// pass waits for whichever thread was set aside.
    /// </summary>
    private const int LeastValues = 1 << 19;

    private readonly int _panelCount;
    private readonly int _panelsPerChunk;
    private readonly int _threads;

    public PanelChunks(int panelCount, int columnCount, int threads)
    {
        _panelCount = panelCount;
        // A chunk's sums, of the order of columns², should take less room than its rows.
        var forColumns = 4 * columnCount / PanelMatrix.PanelRows;
        _panelsPerChunk = Math.Max(Math.Max(LeastPanels, forColumns), (panelCount + MostChunks - 1) / MostChunks);
        Count = Math.Max(1, (panelCount + _panelsPerChunk - 1) / _panelsPerChunk);
        _threads = Threads(panelCount * PanelMatrix.PanelRows, columnCount, threads);
    }

    public int Count { get; }

    /// <summary>How many threads a pass over a matrix of this size is worth.</summary>
    public static int Threads(int rowCount, int columnCount, int most) => (long)rowCount * columnCount < LeastValues ? 1 : most;

    /// <summary>Runs the work of each chunk, given its number and its panels.</summary>
    public void Run(Action<int, Range> work) => Workers.Run(Count, _threads, chunk => work(chunk, Panels(chunk)));

    private Range Panels(int chunk)
    {
        var first = Math.Min(chunk * _panelsPerChunk, _panelCount);
        return first..Math.Min(first + _panelsPerChunk, _panelCount);
    }
}
