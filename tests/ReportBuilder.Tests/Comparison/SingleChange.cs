using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison;

/// <summary>A change of one thing in <see cref="ExampleEdition.Whole"/>, and the key of the one difference that must come of it.</summary>
internal sealed record SingleChange(string Key, Func<Edition, Edition> Apply)
{
    /// <summary>At least one change of every sort.</summary>
    public static IReadOnlyList<SingleChange> All { get; } =
    [
        new("antall.k1.jobbsjansen", e => Number(e, "antall.k1.jobbsjansen", q => q.Valued(q.Value!.Value + 1))),
        new("modell.k1.endring", e => Number(e, "modell.k1.endring", q => q.Valued(q.Value!.Value + 0.01))),
        new("modell.k2.oddsrate", e => Number(e, "modell.k2.oddsrate", q => q with { Base = 1001 })),
        new("modell.k2.oddsrate", e => Number(e, "modell.k2.oddsrate", q => q with { Interval = new Interval(0.5, 9, 0.95) })),
        new("modell.loglikelihood", e => Number(e, "modell.loglikelihood", q => Quantity.Of(q.Id.Value, q.Value!.Value, q.Unit, 1))),
        new("modell.varians", e => Number(e, "modell.varians", q => Quantity.Of(q.Id.Value, q.Value!.Value, Unit.Numeric, q.Decimals))),
        new("mangler", e => Number(e, "mangler", _ => Quantity.Without("mangler", Unit.Years, 1, QuantityStatus.NotEstimable))),
        new(
            "andel.avrundet",
            e => Number(e, "andel.avrundet", _ => Quantity.Rounded("andel.avrundet", 0.58, Unit.Share, 0) with { Base = 1500 })
        ),
        new("antall.ny", e => e.With(Quantity.Of("antall.ny", 4, Unit.Count, 0))),
        new("skjult", e => e.Without("skjult")),
        new("typisk.fravaer", e => Fact(e, CategoryFact.Of("typisk.fravaer", "fravaer", "hoyt"))),
        new("typisk.tiltak", e => Fact(e, CategoryFact.Of("typisk.tiltak", "tiltak", "norsk", "amo_kurs"))),
        new("typisk.utdanning", e => e with { Facts = e.Facts.Remove("typisk.utdanning") }),
        new("typisk.alder", e => Fact(e, CategoryFact.Of("typisk.alder", "alder", "ung"))),
        new("tbl-modell", e => e with { Tables = [.. e.Tables.Where(t => t.Id != "tbl-modell")] }),
        new("tbl-ny", e => e with { Tables = [.. e.Tables, new TableContent("tbl-ny", ["a"], []) { Number = "3", Caption = "Ny" }] }),
        new("tbl-andeler#nummer", e => e.WithTable("tbl-andeler", t => t with { Number = "4" })),
        new("tbl-andeler#tittel", e => e.WithTable("tbl-andeler", t => t with { Caption = "Noe annet" })),
        new("tbl-andeler#kolonner", e => e.WithTable("tbl-andeler", t => t with { Columns = t.Columns.Replaced(1, "Jobb") })),
        new("tbl-andeler#rad.alder.25_34_aar", e => Rows(e, "tbl-andeler", r => [.. r.Where((_, i) => i != 5)])),
        new(
            "tbl-andeler#rad.alder.ny_rad",
            e => Rows(e, "tbl-andeler", r => [.. r.Take(7), ExampleEdition.Row(ExampleEdition.Cell("Ny rad")), .. r.Skip(7)])
        ),
        new("tbl-andeler#plass.kjonn.mann", e => Rows(e, "tbl-andeler", r => [r[0], r[2], r[1], .. r.Skip(3)])),
        new(
            "tbl-andeler#etikett.andel.k0.jobbsjansen",
            e => Rows(e, "tbl-andeler", r => r.Replaced(1, Cells(r[1], c => c.Replaced(0, ExampleEdition.Cell("Kvinner")))))
        ),
        new(
            "tbl-andeler#celle.kjonn.mann.jobbsjansen",
            e => Rows(e, "tbl-andeler", r => r.Replaced(2, Cells(r[2], c => c.Replaced(1, c[1] with { Text = "z %" }))))
        ),
        new(
            "tbl-andeler#celle.kjonn.mann.jobbsjansen",
            e =>
                Rows(
                    e,
                    "tbl-andeler",
                    r => r.Replaced(2, Cells(r[2], c => c.Replaced(1, ExampleEdition.Cell("a %", "andel.k0.jobbsjansen"))))
                )
        ),
        new(
            "tbl-modell#celle.kvinne.merknad",
            e => Rows(e, "tbl-modell", r => r.Replaced(0, Cells(r[0], c => c.Replaced(2, ExampleEdition.Cell("Sammenlignes med")))))
        ),
        new("tbl-modell#radtype.mann", e => Rows(e, "tbl-modell", r => r.Replaced(1, r[1] with { Kind = "summary" }))),
        new("fig-punkter", e => e with { Figures = [.. e.Figures.Where(f => f.Id != "fig-punkter")] }),
        new("fig-andeler#nummer", e => e.WithFigure("fig-andeler", f => f with { Number = "7" })),
        new("fig-andeler#tittel", e => e.WithFigure("fig-andeler", f => f with { Caption = "Noe annet" })),
        new("fig-andeler#type", e => e.WithFigure("fig-andeler", f => f with { Kind = "pair" })),
        new("fig-andeler#akser", e => e.WithFigure("fig-andeler", f => f with { Axes = ["Prosent", "80"] })),
        new("fig-andeler#kategori.mann", e => e.WithFigure("fig-andeler", f => WithoutCategory(f, 1))),
        new("fig-andeler#plass.mann", e => e.WithFigure("fig-andeler", Swapped)),
        new("fig-andeler#serie.jobbsjansen", e => e.WithFigure("fig-andeler", f => f with { Series = [f.Series[1]] })),
        new("fig-andeler#serieplass.jobbsjansen", e => e.WithFigure("fig-andeler", f => f with { Series = [f.Series[1], f.Series[0]] })),
        new(
            "fig-andeler#merker.jobbsjansen",
            e =>
                e.WithFigure(
                    "fig-andeler",
                    f =>
                        f with
                        {
                            Series = f.Series.Replaced(
                                0,
                                new SeriesContent("jobbsjansen", f.Series[0].QuantityIds.Replaced(1, f.Series[0].QuantityIds[0]))
                            ),
                        }
                )
        ),
        new("fig-punkter#tegning", e => e.WithFigure("fig-punkter", f => f with { Drawing = new string('3', 64) })),
        new("kommune:1103", e => e with { Municipalities = ["0301", "4601"] }),
        new("kommune:5001", e => e with { Municipalities = ["0301", "1103", "4601", "5001"] }),
        new(
            "paastand:kapittel.md:hoyere:andel.k0.jobbsjansen,andel.k0.introduksjonsprogrammet",
            e => e with { Claims = e.Claims.Replaced(0, e.Claims[0] with { Outcome = ClaimOutcome.Fails }) }
        ),
        new("paastand:kapittel.md:over:andel.k2.jobbsjansen,50", e => e with { Claims = [.. e.Claims.SkipLast(1)] }),
        new(
            "paastand:kapittel.md:over:andel.k4.jobbsjansen,50",
            e => e with { Claims = [.. e.Claims, ExampleEdition.Claim("over", "Over …", 20, ["andel.k4.jobbsjansen"], "50")] }
        ),
        new(
            "paastand:kapittel.md:over:andel.k1.jobbsjansen,50#setning",
            e => e with { Claims = [.. e.Claims.Select((c, i) => i == 0 ? c : c with { Sentence = "Flere enn halvparten (…) og …." })] }
        ),
    ];

    /// <summary>The edition after several changes, those that no longer apply left out.</summary>
    public static Edition Of(Edition edition, IEnumerable<int> changes)
    {
        foreach (var change in changes.Distinct())
        {
            try
            {
                edition = All[change].Apply(edition);
            }
            catch (Exception exception) when (exception is ArgumentOutOfRangeException or NullReferenceException)
            {
                // What it changes is gone.
            }
        }

        return edition;
    }

    private static Edition Number(Edition edition, string id, Func<Quantity, Quantity> change) => edition.With(change(edition.Find(id)!));

    private static Edition Fact(Edition edition, CategoryFact fact) => edition with { Facts = edition.Facts.SetItem(fact.Id.Value, fact) };

    private static Edition Rows(Edition edition, string id, Func<IReadOnlyList<TableContentRow>, IReadOnlyList<TableContentRow>> change) =>
        edition.WithTable(id, t => t with { Rows = change(t.Rows) });

    private static TableContentRow Cells(TableContentRow row, Func<IReadOnlyList<CellContent>, IReadOnlyList<CellContent>> change) =>
        row with
        {
            Cells = change(row.Cells),
        };

    private static FigureContent WithoutCategory(FigureContent figure, int category) =>
        figure with
        {
            Categories = [.. figure.Categories.Where((_, i) => i != category)],
            Series = [.. figure.Series.Select(s => s with { QuantityIds = [.. s.QuantityIds.Where((_, i) => i != category)] })],
        };

    private static FigureContent Swapped(FigureContent figure) =>
        figure with
        {
            Categories = [figure.Categories[1], figure.Categories[0], .. figure.Categories.Skip(2)],
            Series =
            [
                .. figure.Series.Select(s => s with { QuantityIds = [s.QuantityIds[1], s.QuantityIds[0], .. s.QuantityIds.Skip(2)] }),
            ],
        };
}
