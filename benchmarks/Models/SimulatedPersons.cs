using ReportBuilder.Models.Design;

namespace ReportBuilder.Benchmarks.Models;

/// <summary>Persons of the shape of the individual model: 7 numbers, a factor of 10 levels, 16 dummies, so 33 columns with the intercept.</summary>
internal static class SimulatedPersons
{
    private const int Numbers = 7;
    private const int Levels = 10;
    private const int Dummies = 16;

    public static (DummyTerm Outcome, IReadOnlyList<Term> Terms) Draw(int rows, int seed)
    {
        var random = new Random(seed);
        var linear = new double[rows];
        Array.Fill(linear, -0.5);
        var terms = new List<Term>();
        for (var j = 0; j < Numbers; j++)
        {
            var values = new double?[rows];
            for (var i = 0; i < rows; i++)
            {
                var standard = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
                values[i] = Math.Round(20 + 10 * standard, 1);
                linear[i] += 0.15 * standard;
            }

            terms.Add(new NumericTerm($"number{j}", values));
        }

        string[] levels = [.. Enumerable.Range(0, Levels).Select(level => $"level{level}")];
        int?[] codes = [.. Enumerable.Range(0, rows).Select(_ => (int?)random.Next(Levels))];
        terms.Add(new FactorTerm("factor", ReportBuilder.Models.Categorical.FromCodes(levels, codes)));
        for (var j = 0; j < Dummies; j++)
        {
            var values = new bool?[rows];
            for (var i = 0; i < rows; i++)
            {
                values[i] = random.NextDouble() < 0.1 + 0.02 * j;
                linear[i] += values[i] == true ? 0.1 * (j % 5 - 2) : 0;
            }

            terms.Add(new DummyTerm($"dummy{j}", values));
        }

        bool?[] outcome = [.. linear.Select(eta => (bool?)(random.NextDouble() < 1 / (1 + Math.Exp(-eta))))];
        return (new DummyTerm("outcome", outcome), terms);
    }
}
