namespace ReportBuilder.Models.Tests.Support;

/// <summary>
/// Decides separation of whole-numbered data by enumeration, in whole numbers: the cone of directions in which no row moves away from its
/// outcome is spanned by rays, each at right angles to rank − 1 independent rows, so trying all sets of so many rows finds them all.
/// </summary>
public static class SeparationOracle
{
    public enum Answer
    {
        Overlap,
        Quasi,
        Complete,
    }

    /// <param name="rows">Covariates of each row, without the intercept.</param>
    /// <param name="outcome">Outcome of each row.</param>
    public static Answer Classify(IReadOnlyList<int[]> rows, IReadOnlyList<bool> outcome)
    {
        long[][] signed = [.. rows.Select((row, i) => (long[])[.. row.Prepend(1).Select(v => outcome[i] ? (long)v : -v)])];
        int[] independent = Independent(signed);
        signed = [.. signed.Select(row => independent.Select(c => row[c]).ToArray())];
        var width = independent.Length;
        var sum = new long[width];
        var found = false;
        foreach (var set in Subsets(signed.Length, width - 1))
        {
            var ray = Normal([.. set.Select(i => signed[i])], width);
            foreach (var sign in (int[])[1, -1])
            {
                long[] direction = [.. ray.Select(v => sign * v)];
                if (direction.Any(v => v != 0) && Array.TrueForAll(signed, row => Dot(row, direction) >= 0))
                {
                    found = true;
                    sum = [.. sum.Zip(direction, (a, b) => a + b)];
                }
            }
        }

        return !found ? Answer.Overlap
            : Array.TrueForAll(signed, row => Dot(row, sum) > 0) ? Answer.Complete
            : Answer.Quasi;
    }

    private static long Dot(long[] a, long[] b) => a.Zip(b, (x, y) => x * y).Sum();

    /// <summary>The generalised cross product of one vector fewer than their length.</summary>
    private static long[] Normal(long[][] vectors, int width) =>
        [
            .. Enumerable
                .Range(0, width)
                .Select(skip =>
                    (skip % 2 == 0 ? 1 : -1) * Determinant([.. vectors.Select(v => v.Where((_, column) => column != skip).ToArray())])
                ),
        ];

    private static long Determinant(long[][] m) =>
        m.Length == 0
            ? 1
            : Enumerable
                .Range(0, m.Length)
                .Where(c => m[0][c] != 0)
                .Sum(c => (c % 2 == 0 ? 1 : -1) * m[0][c] * Determinant([.. m.Skip(1).Select(r => r.Where((_, k) => k != c).ToArray())]));

    private static int[] Independent(long[][] rows)
    {
        var chosen = new List<int>();
        for (var column = 0; column < rows[0].Length; column++)
        {
            List<int> candidate = [.. chosen, column];
            if (
                Subsets(rows.Length, candidate.Count)
                    .Any(set => Determinant([.. set.Select(i => candidate.Select(c => rows[i][c]).ToArray())]) != 0)
            )
            {
                chosen = candidate;
            }
        }

        return [.. chosen];
    }

    private static IEnumerable<int[]> Subsets(int count, int size)
    {
        if (size > count)
        {
            yield break;
        }

        int[] set = [.. Enumerable.Range(0, size)];
        while (true)
        {
            yield return [.. set];
            var place = size - 1;
            while (place >= 0 && set[place] == count - size + place)
            {
                place--;
            }

            if (place < 0)
            {
                yield break;
            }

            set[place]++;
            for (var next = place + 1; next < size; next++)
            {
                set[next] = set[next - 1] + 1;
            }
        }
    }
}
