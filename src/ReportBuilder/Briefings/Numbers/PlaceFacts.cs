using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>
/// Public facts on municipalities, and medians of them for larger places. What the table of municipalities has is of the last year; what the dataset has (<c>k_</c> columns) is
/// known of those where someone finished in the last year, and of the others missing: a fact of an earlier year would not be the same fact.
/// </summary>
internal sealed class PlaceFacts
{
    private static readonly Fact[] Facts =
    [
        new("folketall", Unit.Numeric, 0, m => m.Population, null),
        new("innvandrerandel", Unit.Share, 0, m => m.ImmigrantPercentage / 100, null),
        new("flyktninger", Unit.Share, 1, m => m.Population == 0 ? null : (double)m.Refugees / m.Population, null),
        new("sentralitet", Unit.Numeric, 0, m => m.Centrality, null),
        new("arbeidsmarked", Unit.Share, 0, null, "k_arbeidsmarked"),
        new("nettoinnflytting", Unit.Numeric, 1, null, "k_nettoinnflytting"),
        new("sysselsatte", Unit.Share, 0, null, "k_sysselsatte"),
        new("ufore", Unit.Share, 0, null, "k_ufore"),
    ];

    /// <summary>Names of the facts as parts of ids, in the order shown.</summary>
    public static IReadOnlyList<string> Tokens => [.. Facts.Select(f => f.Token)];

    private readonly double?[][] _values;

    private PlaceFacts(double?[][] values) => _values = values;

    /// <summary>Reads the facts on all municipalities.</summary>
    public static PlaceFacts Of(Dataset data, ParticipantPlaces places, MunicipalityTable table)
    {
        var rows = LastRows(data, places, table);
        return new PlaceFacts([
            .. Facts.Select(fact =>
                fact.Column is null
                    ? places.Municipalities.Select(fact.Read!).ToArray()
                    : [.. rows.Select(row => row < 0 ? null : Value(data.Numbers(fact.Column), row, fact.Unit))]
            ),
        ]);
    }

    /// <summary>The facts on one municipality. A fact that is not known is missing.</summary>
    public IEnumerable<Quantity> OfMunicipality(int place) => Facts.Select((fact, i) => Number(fact, BriefingScope.Own, _values[i][place]));

    /// <summary>The medians of some municipalities.</summary>
    public IEnumerable<Quantity> MedianOf(string scope, IReadOnlyList<int> members) =>
        Facts.Select(
            (fact, i) =>
            {
                var summary = QuantileSummary.Of([.. members.Select(m => _values[i][m])], 0.5);
                return Number(fact, scope, summary.Count == 0 ? null : summary.Quantiles[0].Value);
            }
        );

    private static Quantity Number(Fact fact, string scope, double? value)
    {
        var id = BriefingIds.PlaceFact(scope, fact.Token);
        return value is null
            ? Quantity.Without(id, fact.Unit, fact.Decimals, QuantityStatus.Missing)
            : Printed.Number(id, value, fact.Unit, fact.Decimals);
    }

    /// <summary>The dataset has shares in per cent.</summary>
    private static double? Value(NumberColumn column, int row, Unit unit) =>
        column.IsMissing(row) ? null : column.Values[row] / NorwegianNumberText.PrintScale(unit);

    /// <summary>For each municipality a row of the last year; −1 when no one finished there that year. Facts are the same in all rows of a place and year, so any of them will do.</summary>
    private static int[] LastRows(Dataset data, ParticipantPlaces places, MunicipalityTable table)
    {
        var years = data.Numbers(StageColumns.Year);
        var rows = new int[places.Municipalities.Count];
        Array.Fill(rows, -1);
        for (var row = 0; row < data.RowCount; row++)
        {
            if ((int)years.Values[row] == table.Years[^1])
            {
                rows[places.OfRow[row]] = row;
            }
        }

        return rows;
    }

    private sealed record Fact(string Token, Unit Unit, int Decimals, Func<Municipality, double?>? Read, string? Column);
}
