using System.Collections.Immutable;
using System.Globalization;
using ReportBuilder.Models;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Benchmarks.Models;

/// <summary>The simulated individual file of the tests and the individual model on it (33 columns), the rows stacked some times.</summary>
internal static class IndividualFile
{
    private static readonly string[] Regions =
    [
        "Europa",
        "Asia for øvrig",
        "Afrika sør for Sahara",
        "Sørøst-Asia",
        "Vest-Asia",
        "Latin-Amerika og Karibia",
        "Nord-Amerika",
        "Sør-Asia",
        "Nord-Afrika",
        "Statsløs",
    ];

    public static string Path => System.IO.Path.Combine(Repository.Root, "tests", "Models.Tests", "Reference", "synth19k.csv");

    public static (DummyTerm Outcome, IReadOnlyList<Term> Terms) Read(int copies)
    {
        string[][] cells = [.. File.ReadLines(Path).Select(line => line.Split(','))];
        var header = cells[0];
        string[] Column(string name) => [.. cells.Skip(1).Select(row => row[Array.IndexOf(header, name)])];
        DummyTerm Dummy(string name) => new(name, new Stacked<bool?>([.. Column(name).Select(cell => (bool?)(cell == "1"))], copies));
        NumericTerm Numeric(string name)
        {
            double[] once = [.. Column(name).Select(cell => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture))];
            var values = ImmutableArray.CreateBuilder<double>(once.Length * copies);
            for (var copy = 0; copy < copies; copy++)
            {
                values.AddRange(once);
            }

            return NumericTerm.Of(name, values.MoveToImmutable());
        }

        int?[] region = [.. Column("landbakgrunn").Select(cell => (int?)Array.IndexOf(Regions, cell))];
        return (
            Dummy("maaloppnaaelse"),
            [
                Dummy("ordning"),
                Numeric("utdanningsnivaa"),
                Dummy("kjonn"),
                Numeric("alder"),
                Numeric("botid"),
                Numeric("norsknivaa"),
                Numeric("varighet"),
                Dummy("fravaer"),
                new FactorTerm("landbakgrunn", Categorical.FromCodes(Regions, new Stacked<int?>(region, copies))),
                .. header.Where(name => name.StartsWith("t_", StringComparison.Ordinal)).Select(Dummy),
            ]
        );
    }

    private sealed class Stacked<T>(T[] once, int copies) : IReadOnlyList<T>
    {
        public int Count => once.Length * copies;

        public T this[int index] => once[index % once.Length];

        public IEnumerator<T> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
