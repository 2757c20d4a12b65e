namespace ReportBuilder.Models.Numerics;

/// <summary>Runs independent pieces of work on several threads. What a piece does must not depend on which thread takes it, or when.</summary>
public static class Workers
{
    /// <summary>All processors.</summary>
    public static int All => Environment.ProcessorCount;

    /// <summary>Makes something of each item, on all processors; in the order of the items.</summary>
    public static TResult[] Map<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> make)
    {
        var results = new TResult[items.Count];
        Run(items.Count, All, piece => results[piece] = make(items[piece]));
        return results;
    }

    /// <summary>Runs pieces 0 to count − 1.</summary>
    public static void Run(int count, int threads, Action<int> work) => Run(count, threads, () => 0, (piece, _) => work(piece));

    /// <summary>Runs pieces 0 to count − 1, each thread with a workspace of its own.</summary>
    public static void Run<T>(int count, int threads, Func<T> makeWorkspace, Action<int, T> work)
    {
        if (threads <= 1 || count <= 1)
        {
            var own = makeWorkspace();
            for (var piece = 0; piece < count; piece++)
            {
                work(piece, own);
            }

            return;
        }

        var next = -1;
        Parallel.For(
            0,
            Math.Min(threads, count),
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            _ =>
            {
                var piece = Interlocked.Increment(ref next);
                if (piece >= count)
                {
                    return;
                }

                var own = makeWorkspace();
                for (; piece < count; piece = Interlocked.Increment(ref next))
                {
                    work(piece, own);
                }
            }
        );
    }
}
