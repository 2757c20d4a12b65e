namespace ReportBuilder.Synthesis.Raw;

/// <summary>Results of one to four tests with a given mean.</summary>
internal sealed class NorwegianTests
{
    /// <summary>Number of tests there are.</summary>
    public const int Count = 4;

    private const double Tolerance = 1e-9;
    private readonly double[] _weights;
    private readonly int _highest;
    private readonly int[] _order = [0, 1, 2, 3];

    /// <summary>Prepares the draw.</summary>
    /// <param name="tables">How many tests are taken.</param>
    /// <param name="highest">Highest level.</param>
    public NorwegianTests(RawTables tables, int highest)
    {
        _weights =
        [
            tables.Constant(RawConstants.OneTest),
            tables.Constant(RawConstants.TwoTests),
            tables.Constant(RawConstants.ThreeTests),
            tables.Constant(RawConstants.FourTests),
        ];
        _highest = highest;
    }

    /// <summary>Fills in levels, −1 for a test not taken. False when no tests have that mean; the nearest mean of four is then used.</summary>
    /// <param name="mean">Mean; null for no tests.</param>
    /// <param name="levels">Receives a level for each test.</param>
    /// <param name="random">Random numbers.</param>
    public bool Draw(double? mean, int[] levels, RandomSource random)
    {
        Array.Fill(levels, -1);
        if (mean is not { } known)
        {
            return true;
        }

        var taken = DrawCount(known, random);
        var sum = (int)Math.Round(known * Math.Max(taken, 1));
        var isExact = taken > 0;
        if (!isExact)
        {
            taken = Count;
            sum = (int)Math.Round(known * Count);
        }

        random.Shuffle(_order.AsSpan());
        for (var i = 0; i < taken; i++)
        {
            levels[_order[i]] = sum / taken + (i < sum % taken ? 1 : 0);
        }

        // People speak better than they write, or the other way round: some move a level from one test to another.
        if (taken > 1 && random.Below(3) == 0 && levels[_order[0]] < _highest && levels[_order[taken - 1]] > 0)
        {
            levels[_order[0]]++;
            levels[_order[taken - 1]]--;
        }

        return isExact;
    }

    private int DrawCount(double mean, RandomSource random)
    {
        var sum = 0.0;
        for (var n = 1; n <= Count; n++)
        {
            sum += Fits(mean, n) ? _weights[n - 1] : 0;
        }

        var at = random.Below(1 << 20) / (double)(1 << 20) * sum;
        for (var n = 1; n <= Count; n++)
        {
            at -= Fits(mean, n) ? _weights[n - 1] : 0;
            if (at < 0)
            {
                return n;
            }
        }

        return 0;
    }

    private static bool Fits(double mean, int tests) => Math.Abs(mean * tests - Math.Round(mean * tests)) < Tolerance;
}
