using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;
using ReportBuilder.Tables;

namespace ReportBuilder.Briefings.Contents;

/// <summary>The tables of one briefing. A table that would be empty of numbers, or all hidden, is not made; the templates place those that are.</summary>
public sealed class BriefingTables
{
    private readonly Edition _edition;
    private readonly LabelSet _labels;
    private readonly IReadOnlyList<Scheme> _schemes;

    private BriefingTables(Edition edition, LabelSet labels, IReadOnlyList<Scheme> schemes)
    {
        _edition = edition;
        _labels = labels;
        _schemes = schemes;
    }

    /// <summary>
    /// <c>tbl-ordninger</c>: participants and result by year, of the schemes that have years to show; <c>tbl-sammenligning</c>: the same over all years beside other places;
    /// <c>tbl-lokalt</c>: wages and facts on the place.
    /// </summary>
    /// <param name="edition">The numbers of the briefing.</param>
    /// <param name="labels">The words, in the language of the briefing.</param>
    /// <param name="schemes">The schemes that the municipality has.</param>
    public static IReadOnlyList<Table> Build(Edition edition, LabelSet labels, IReadOnlyList<Scheme> schemes)
    {
        var tables = new BriefingTables(edition, labels, schemes);
        return [.. tables.All().OfType<Table>()];
    }

    private IEnumerable<Table?> All()
    {
        yield return ByYear();
        yield return Compared();
        yield return Place();
    }

    private Table? ByYear()
    {
        var schemes = _schemes.Where(s => BriefingShows.Years(_edition, s)).ToList();
        if (schemes.Count == 0)
        {
            return null;
        }

        // The whole stands last, after the years it is made of.
        IReadOnlyList<string?> years = [.. DescriptiveVariables.Years.Categories, null];
        return new Table(
            "tbl-ordninger",
            [Words(string.Empty), .. years.Select(y => Number(y ?? BriefingPeriod.Years))],
            [.. schemes.SelectMany(s => Rows(s, _schemes, years.Select(y => (BriefingScope.Own, y)), withMunicipalities: false))],
            []
        );
    }

    private Table Compared()
    {
        IReadOnlyList<string> scopes = [BriefingScope.Own, .. Others];
        return new Table(
            "tbl-sammenligning",
            [Words(string.Empty), .. scopes.Select(s => Number(NameOf(s)))],
            [.. _schemes.SelectMany(s => Rows(s, _schemes, scopes.Select(scope => (scope, (string?)null)), withMunicipalities: true))],
            []
        );
    }

    /// <summary>The rows of a scheme: a heading when there are several, and the counts and the result in each column.</summary>
    private IEnumerable<TableRow> Rows(
        Scheme scheme,
        IReadOnlyList<Scheme> all,
        IEnumerable<(string Scope, string? Year)> columns,
        bool withMunicipalities
    )
    {
        var places = columns.ToList();
        if (all.Count > 1)
        {
            yield return new TableRow(RowKind.Group, [new TextCell(_labels.Get($"ordning.{Breakdown.Token(scheme)}"))]);
        }

        if (withMunicipalities)
        {
            yield return Row(
                "kommuner",
                places.Select(p =>
                    p.Scope == BriefingScope.Own
                        ? (TableCell)new TextCell(string.Empty)
                        : new CountCell(Get(BriefingIds.Municipalities(p.Scope, scheme)))
                )
            );
        }

        var finished = places.Select(p => Get(BriefingIds.Finished(p.Scope, scheme, p.Year))).ToList();
        if (finished.Exists(q => q.HasValue))
        {
            yield return Row("avsluttet", finished.Select(q => new CountCell(q)));
        }

        yield return Row("deltakere", places.Select(p => new CountCell(Get(BriefingIds.Participants(p.Scope, scheme, p.Year)))));
        yield return Row("resultat", places.Select(p => new QuantityCell(Get(BriefingIds.Outcome(p.Scope, scheme, p.Year)))));
    }

    private Table Place()
    {
        IReadOnlyList<string> scopes = [BriefingScope.Own, .. Others];
        return new Table(
            "tbl-lokalt",
            [Words(string.Empty), .. scopes.Select(s => Number(s == BriefingScope.Own ? NameOf(s) : _labels.Get($"notat.median.{s}")))],
            [
                .. _schemes
                    .Select(s => (Name: NameOfWages(s), Id: (Func<string, string>)(p => BriefingIds.Wages(p, s))))
                    .Concat(
                        BriefingVariables.PlaceFacts.Select(f =>
                            (Name: _labels.Get($"notat.fakta.{f}"), Id: (Func<string, string>)(p => BriefingIds.PlaceFact(p, f)))
                        )
                    )
                    .Select(f => (f.Name, Values: scopes.Select(p => Get(f.Id(p))).ToList()))
                    // What is known nowhere is told of nowhere.
                    .Where(f => f.Values.Exists(q => q.Status is not (QuantityStatus.Missing or QuantityStatus.NotApplicable)))
                    .Select(f => new TableRow(RowKind.Data, [new TextCell(f.Name), .. f.Values.Select(Bare)])),
            ],
            []
        );
    }

    /// <summary>The other places, without the county where the municipality is all of it.</summary>
    private IEnumerable<string> Others =>
        BriefingScope.All.Skip(1).Where(s => s != BriefingScope.County || !BriefingShows.IsCounty(_edition));

    private TableRow Row(string name, IEnumerable<TableCell> cells) =>
        new(RowKind.Data, [new TextCell(_labels.Get($"notat.tabell.{name}")), .. cells]);

    /// <summary>A number without its unit, which its row names: rows of several units are read down one column.</summary>
    private static TableCell Bare(Quantity quantity) => new WordedCell(quantity, NorwegianNumberText.Number(quantity));

    private string NameOfWages(Scheme scheme) =>
        _schemes.Count == 1
            ? _labels.Get("notat.fakta.lonn.en")
            : _labels.Get("notat.fakta.lonn", _labels.Get($"notat.ordning.{Breakdown.Token(scheme)}"));

    private string NameOf(string scope) => _labels.Get($"notat.omfang.{scope}");

    private Quantity Get(string id) => _edition.Quantities[id];

    private static TableColumn Words(string header) => new(header, ColumnKind.Text);

    private static TableColumn Number(string header) => new(header, ColumnKind.Number);
}
