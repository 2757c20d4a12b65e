using System.Globalization;
using System.Text;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;

namespace ReportBuilder.Benchmarks.Models;

/// <summary>The models of the report on <c>tests/Models.Tests/Reference/synth19k.csv</c>, as <c>benchmarks/r/multilevel.R</c> has them.</summary>
internal static class SimulatedFile
{
    private static readonly Lazy<Dictionary<string, string[]>> Columns = new(Read);

    public static (ModelDesign Design, IReadOnlyList<GroupingFactor> Groups) Model(string name) =>
        name switch
        {
            "m2" => (Small("innvandrerandel", "nettoinnflytting", "arbeidsmarked"), [Factor("kommune")]),
            "m3" => (Small("lonn_per_deltaker"), [Factor("prosjekt")]),
            "m4" => (Full(), [Factor("kommune")]),
            "m5" => (
                Full(),
                [
                    new GroupingFactor("prosjekt:kommune", ReportBuilder.Models.Categorical.Cross(Labels("kommune"), Labels("prosjekt"))),
                    Factor("kommune"),
                ]
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such model."),
        };

    private static ModelDesign Small(params string[] covariates) =>
        ModelDesign.Build(
            Dummy("maaloppnaaelse"),
            [Dummy("ordning"), Number("alder"), Dummy("kjonn"), Factors("utdanningsnivaa"), .. covariates.Select(Number), Dummy("fravaer")]
        );

    private static ModelDesign Full() =>
        ModelDesign.Build(
            Dummy("maaloppnaaelse"),
            [
                Dummy("ordning"),
                Number("utdanningsnivaa"),
                Dummy("kjonn"),
                Number("alder"),
                Number("botid"),
                Number("norsknivaa"),
                Number("varighet"),
                Dummy("fravaer"),
                Factors("landbakgrunn"),
                .. Columns.Value.Keys.Where(name => name.StartsWith("t_", StringComparison.Ordinal)).Select(Dummy),
            ]
        );

    private static GroupingFactor Factor(string column) => new(column, Labels(column));

    private static FactorTerm Factors(string column) => new(column, Labels(column));

    private static ReportBuilder.Models.Categorical Labels(string column) =>
        ReportBuilder.Models.Categorical.FromLabels(
            [.. Columns.Value[column].Distinct().Order(StringComparer.Ordinal)],
            Columns.Value[column]
        );

    private static DummyTerm Dummy(string column) =>
        new(column, [.. Columns.Value[column].Select(cell => cell.Length == 0 ? (bool?)null : cell == "1")]);

    private static NumericTerm Number(string column) =>
        new(
            column,
            [
                .. Columns
                    .Value[column]
                    .Select(cell =>
                        cell.Length == 0 ? (double?)null : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)
                    ),
            ]
        );

    private static Dictionary<string, string[]> Read()
    {
        var file = Path.Combine(Repository.Root, "tests", "Models.Tests", "Reference", "synth19k.csv");
        string[][] cells = [.. File.ReadAllLines(file, Encoding.UTF8).Select(line => line.Split(','))];
        return cells[0]
            .Select((name, column) => (name, column))
            .ToDictionary(c => c.name, c => cells.Skip(1).Select(row => row[c.column]).ToArray(), StringComparer.Ordinal);
    }
}
