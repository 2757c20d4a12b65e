using System.Numerics;
using System.Runtime.CompilerServices;

namespace ReportBuilder.Synthesis;

/// <summary>
/// xoshiro256** (Blackman and Vigna 2018), seeded by SplitMix64. Whole-number arithmetic only, so a seed gives the same sequence
/// on every machine and every version of .NET. Here and in the other long loops of the generator the compiler is told to optimise
/// at once: the program runs once, and would otherwise spend most of it in unoptimised code.
/// </summary>
internal sealed class RandomSource
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Starts the sequence of a seed.</summary>
    public RandomSource(ulong seed)
    {
        _a = SplitMix(ref seed);
        _b = SplitMix(ref seed);
        _c = SplitMix(ref seed);
        _d = SplitMix(ref seed);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A whole number from 0 up to, not including, the bound (Lemire's multiplication; its bias is below 2⁻³² for our bounds).</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>
    /// Near enough a standard normal: the sum of twelve uniform numbers less six. Only additions, so no library function decides
    /// its last bit; the tails end at ±6.
    /// </summary>
    public double Normal()
    {
        var sum = 0L;
        for (var i = 0; i < 6; i++)
        {
            var bits = Next();
            sum += (long)(bits >> 32) + (long)(bits & 0xFFFFFFFF);
        }

        return (sum - 6L * 0x1_0000_0000L) / (double)0x1_0000_0000L;
    }

    /// <summary>Many such numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Normals(int count)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = Normal();
        }

        return numbers;
    }

    /// <summary>Puts items in random order (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
