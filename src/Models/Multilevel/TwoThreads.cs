namespace ReportBuilder.Models.Multilevel;

/// <summary>Runs two pieces of work that share nothing at the same time, when there is enough of it to pay.</summary>
internal static class TwoThreads
{
    private const long LeastWork = 300_000;

    /// <param name="work">Number of multiplications, about.</param>
    /// <param name="first">One piece.</param>
    /// <param name="second">The other.</param>
    public static void Run(long work, Action first, Action second)
    {
        if (work < LeastWork)
        {
            first();
            second();
            return;
        }

        Parallel.Invoke(first, second);
    }
}
