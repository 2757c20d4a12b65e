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

    public static DummyTerm Outcome(int copies = 1) => Dummy("maaloppnaaelse", copies);

    /// <summary>The covariates of the individual model, in the order of m1_glm_tight.R; all rows so many times, one copy after another.</summary>
    public static IReadOnlyList<Term> Terms(int copies = 1) =>
        [
            Dummy("ordning", copies),
            Numeric("utdanningsnivaa", copies),
            Dummy("kjonn", copies),
            Numeric("alder", copies),
            Numeric("botid", copies),
            Numeric("norsknivaa", copies),
            Numeric("varighet", copies),
            Dummy("fravaer", copies),
            new FactorTerm("landbakgrunn", Regions, Stack(Words("landbakgrunn"), copies)),
            .. Columns.Value.Keys.Where(name => name.StartsWith("t_", StringComparison.Ordinal)).Select(name => Dummy(name, copies)),
        ];

    private static DummyTerm Dummy(string column, int copies) => new(column, Stack(Truths(column), copies));

    private static NumericTerm Numeric(string column, int copies) => new(column, Stack(Numbers(column), copies));

    private static T[] Stack<T>(T[] values, int copies) => [.. Enumerable.Repeat(values, copies).SelectMany(copy => copy)];

    private static Dictionary<string, string[]> Read()
    {
        var lines = File.ReadAllLines(ReferenceFiles.PathOf("synth19k.csv"), Encoding.UTF8);
        string[][] cells = [.. lines.Select(line => line.Split(','))];
        return cells[0]
            .Select((name, column) => (name, column))
            .ToDictionary(c => c.name, c => cells.Skip(1).Select(row => row[c.column]).ToArray());
    }
}
