using System.Globalization;
using System.Text;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Tests.Support;

/// <summary>The simulated individual file and the individual model on it.</summary>
public static class Synth19k
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

    private static readonly Lazy<Dictionary<string, string[]>> Columns = new(Read);

    public static int RowCount => Columns.Value["id"].Length;

    public static string[] Words(string column) => Columns.Value[column];

    public static double?[] Numbers(string column) =>
        [
            .. Words(column)
                .Select(cell => cell.Length == 0 ? (double?)null : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)),
        ];

    public static bool?[] Truths(string column) => [.. Words(column).Select(cell => cell.Length == 0 ? (bool?)null : cell == "1")];

    public static DummyTerm Outcome() => new("maaloppnaaelse", Truths("maaloppnaaelse"));

    /// <summary>The covariates of the individual model, in the order of m1_glm_tight.R.</summary>
    public static IReadOnlyList<Term> Terms() =>
        [
            Dummy("ordning"),
            Numeric("utdanningsnivaa"),
            Dummy("kjonn"),
            Numeric("alder"),
            Numeric("botid"),
            Numeric("norsknivaa"),
            Numeric("varighet"),
            Dummy("fravaer"),
            new FactorTerm("landbakgrunn", Regions, Words("landbakgrunn")),
            .. Columns.Value.Keys.Where(name => name.StartsWith("t_", StringComparison.Ordinal)).Select(Dummy),
        ];

    private static DummyTerm Dummy(string column) => new(column, Truths(column));

    private static NumericTerm Numeric(string column) => new(column, Numbers(column));

    private static Dictionary<string, string[]> Read()
    {
        var lines = File.ReadAllLines(ReferenceFiles.PathOf("synth19k.csv"), Encoding.UTF8);
        string[][] cells = [.. lines.Select(line => line.Split(','))];
        return cells[0]
            .Select((name, column) => (name, column))
            .ToDictionary(c => c.name, c => cells.Skip(1).Select(row => row[c.column]).ToArray());
    }
}
