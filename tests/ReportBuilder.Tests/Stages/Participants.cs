using System.Globalization;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;

namespace ReportBuilder.Tests.Stages;

/// <summary>Invented participants by the real schema: rows as tokens and numbers in text, and the dataset made of them.</summary>
internal sealed class Participants
{
    private static readonly string[] Regions =
    [
        "europa",
        "asia_for_ovrig",
        "afrika_sor_for_sahara",
        "sorost_asia",
        "vest_asia",
        "latin_amerika_og_karibia",
        "sor_asia",
        "nord_afrika",
        "statslos",
    ];

    private Participants(IReadOnlyList<Dictionary<string, string?>> rows)
    {
        Rows = rows;
        Data = Dataset.InMemory(Schema, [.. Schema.Columns.Select(Column)], "deltakere.csv");
    }

    /// <summary>The schema of the repository.</summary>
    public static DatasetSchema Schema { get; } =
        DatasetSchema.Read(Repository.PathOf("data/deltakere.schema.csv"), "data/deltakere.schema.csv", new DiagnosticBag())
        ?? throw new InvalidOperationException("The schema cannot be read.");

    /// <summary>The rows, by column; null where missing.</summary>
    public IReadOnlyList<Dictionary<string, string?>> Rows { get; }

    /// <summary>The same as a dataset.</summary>
    public Dataset Data { get; }

    /// <summary>Makes participants; the same seed gives the same.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="change">Changes a row (by number) after it has been drawn.</param>
    public static Participants Make(int count = 700, int seed = 2022, Action<int, Dictionary<string, string?>>? change = null)
    {
        var random = new Random(seed);
        var rows = new List<Dictionary<string, string?>>();
        for (var i = 0; i < count; i++)
        {
            var row = Draw(random, i);
            change?.Invoke(i, row);
            rows.Add(row);
        }

        return new Participants(rows);
    }

    /// <summary>Rows that have a value in all the columns named.</summary>
    public IEnumerable<Dictionary<string, string?>> With(params IEnumerable<string> columns) =>
        Rows.Where(row => columns.All(c => row[c] is not null));

    private static Dictionary<string, string?> Draw(Random random, int number)
    {
        string YesNo(double p) => random.NextDouble() < p ? "ja" : "nei";
        string Number(int low, int high) => random.Next(low, high + 1).ToString(CultureInfo.InvariantCulture);
        var isJobbsjansen = random.NextDouble() < 0.35;
        var norwegian = random.Next(0, 9) / 2.0;
        var row = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["id"] = $"d{number}",
            ["kilde"] = "syntetisk",
            ["ordning"] = isJobbsjansen ? "jobbsjansen" : "introduksjonsprogrammet",
            ["aar"] = Number(2017, 2020),
            ["prosjekt"] = $"p{random.Next(12)}",
            ["kjonn"] = random.NextDouble() < (isJobbsjansen ? 0.9 : 0.45) ? "kvinne" : "mann",
            ["alder"] = Number(18, 62),
            ["botid"] = Number(0, 20),
            ["landbakgrunn"] = Regions[random.Next(Regions.Length)],
            ["norsknivaa"] = norwegian.ToString(CultureInfo.InvariantCulture),
            ["varighet"] = Number(1, 48),
            ["fravaer"] = random.NextDouble() < 0.3 ? "hoyt" : "lavt",
            ["utdanningsnivaa"] = new[] { "liten_eller_ingen", "en_del", "god_allmennutdanning" }[random.Next(3)],
        };
        foreach (var column in Schema.Columns.Where(c => c.Role == ColumnRole.Measure))
        {
            row[column.Name] = YesNo(0.35);
        }

        AddPlace(row);
        var logit = PlaceEffect(row) - 0.8 + 0.4 * norwegian + (isJobbsjansen ? 0.5 : 0) - (row["fravaer"] == "hoyt" ? 0.7 : 0);
        row["maaloppnaaelse"] = YesNo(1 / (1 + Math.Exp(-logit)));
        var isWork = random.NextDouble() < 0.6;
        row["overgang"] =
            row["maaloppnaaelse"] == "nei" ? "ingen"
            : isWork ? "arbeid"
            : "utdanning";
        foreach (var (column, p) in new[] { ("norsknivaa", 0.08), ("utdanningsnivaa", 0.1), ("alder", 0.01), ("t_amo_kurs", 0.01) })
        {
            row[column] = random.NextDouble() < p ? null : row[column];
        }

        return row;
    }

    /// <summary>Numbers of municipalities that were there in all years.</summary>
    private static readonly string[] Municipalities = ["0301", "1101", "1103", "1106", "1111", "1112"];

    /// <summary>Two projects in each municipality, with facts that follow from their numbers.</summary>
    private static void AddPlace(Dictionary<string, string?> row)
    {
        var project = ProjectNumber(row);
        var municipality = project / 2;
        row["kommune"] = Municipalities[municipality];
        row["k_innvandrerandel"] = Text(8 + 3 * municipality);
        row["k_nettoinnflytting"] = Text(municipality * municipality - 5);
        row["k_arbeidsmarked"] = Text(municipality % 3 + 40);
        row["p_lonn_per_deltaker"] = Text(30 + 7 * (project % 5));

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static double PlaceEffect(Dictionary<string, string?> row) => 0.7 * Math.Sin(1.7 * (1 + ProjectNumber(row)));

    private static int ProjectNumber(Dictionary<string, string?> row) => int.Parse(row["prosjekt"]![1..], CultureInfo.InvariantCulture);

    private DatasetColumn Column(SchemaColumn declared)
    {
        // Facts that are not drawn are missing.
        string?[] cells = [.. Rows.Select(r => r.GetValueOrDefault(declared.Name))];
        switch (declared.Kind)
        {
            case ValueKind.Text:
                return TextColumn.Of(declared, cells);
            case ValueKind.Code:
                var tokens = declared.Levels.Select(l => l.Token).ToList();
                return new CodeColumn(declared, [.. cells.Select(c => c is null ? (sbyte)-1 : IndexOf(tokens, c))]);
            default:
                return new NumberColumn(
                    declared,
                    [.. cells.Select(c => c is null ? 0 : double.Parse(c, NumberStyles.Float, CultureInfo.InvariantCulture))],
                    [.. cells.Select(c => c is null)]
                );
        }
    }

    private static sbyte IndexOf(List<string> tokens, string token) =>
        tokens.IndexOf(token) is >= 0 and var index ? (sbyte)index : throw new ArgumentException($"No level '{token}'.", nameof(token));
}
