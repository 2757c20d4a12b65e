namespace ReportBuilder.Models.Multilevel;

/// <summary>Runs two pieces of work that share nothing at the same time, when there are rows enough for it to pay.</summary>
internal static class TwoThreads
{
    private const int LeastRows = 4096;

    public static void Run(int rows, Action first, Action second)
    {
        if (rows < LeastRows)
        {
            first();
            second();
            return;
        }

        Parallel.Invoke(first, second);
    }
}
