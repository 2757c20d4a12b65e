using CsCheck;
using Xunit;

namespace ReportBuilder.Tests.Conventions;

/// <summary>Checks a property on generated examples from a fixed seed, so that a run that passed passes again.</summary>
internal static class Property
{
    private const uint Stream = 1;

    /// <summary>Checks examples one after another; the first that fails is told with its number and value.</summary>
    public static void Holds<T>(Gen<T> generator, Action<T> check, int examples = 2000, ulong seed = 2022)
    {
        var random = new PCG(Stream, seed);
        for (var i = 0; i < examples; i++)
        {
            var example = generator.Generate(random, null, out _);
            try
            {
                check(example);
            }
            catch (Exception e)
            {
                Assert.Fail($"Example {i}: {Check.Print(example)}\n{e.Message}");
            }
        }
    }
}
