using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// Is the difference between the schemes a difference between municipalities? Introduksjonsprogrammet in municipalities with and without Jobbsjansen, and the
/// municipalities where both schemes can be compared.
/// </summary>
public static class SelectionStage
{
    /// <summary>Name of the column of municipalities with Jobbsjansen.</summary>
    private const string HasJobbsjansen = "kommune_med_jobbsjansen";

    /// <summary>Adds <c>seleksjon.*</c> and <c>innen_kommune.*</c>.</summary>
    public static void Run(RobustnessFits fits, EditionBuilder edition, int minimum)
    {
        var book = new NumberBook(edition);
        var all = Sample.All(fits.Data);
        var places = fits.ByMunicipality;
        // A municipality has Jobbsjansen when anyone finished there in the period, with complete values or not.
        var isWith = new bool[places.Levels.Count];
        foreach (var row in all.Rows)
        {
            if (all.SchemeOf(row) == Scheme.Jobbsjansen && places.LevelOf(row) is { } place)
            {
                isWith[place] = true;
            }
        }

        bool? With(int row) => places.LevelOf(row) is { } place ? isWith[place] : null;
        bool[] isUsed =
        [
            .. fits.Rows.Select((isUsed, row) => isUsed && all.SchemeOf(row) == Scheme.Introduksjonsprogrammet && With(row) is not null),
        ];
        int[] rows = [.. all.Rows.Where(row => isUsed[row])];
        AddShares(book, all, rows, row => With(row) == true, minimum);
        foreach (var (token, value) in new[] { ("med", true), ("uten", false) })
        {
            book.AddCount(
                $"seleksjon.kommuner.{token}",
                rows.Where(row => With(row) == value).Select(row => places.LevelOf(row)).Distinct().Count()
            );
        }

        var terms = ModelTerm.OfIndividualModel.Where(t => t.Token != StageColumns.Scheme).ToList();
        var design = fits.Designs.OnRows(isUsed, terms, new DummyTerm(HasJobbsjansen, [.. all.Rows.Select(With)]));
        AddAdjusted(book, fits, LogisticRegression.Fit(design));
        AddWithin(book, fits, all, minimum);
    }

    private static void AddShares(NumberBook book, Sample all, int[] rows, Func<int, bool> isWith, int minimum)
    {
        (string Token, int[] Rows)[] parts = [("med", [.. rows.Where(isWith)]), ("uten", [.. rows.Where(r => !isWith(r))])];
        CellCount[] counts = [.. parts.Select(p => new CellCount(p.Rows.Length, p.Rows.Count(all.Succeeded)))];
        var protection = CellProtection.OfOutcome(counts, minimum);
        for (var i = 0; i < parts.Length; i++)
        {
            book.Edition.Add(
                BreakdownQuantities.Share(
                    $"seleksjon.maaloppnaaelse.{parts[i].Token}",
                    counts[i].Successes,
                    counts[i].Persons,
                    protection[i]
                )
            );
        }

        var isShown = protection.All(p => p == Protection.Exact);
        var difference = isShown
            ? ShareDifference.Of(counts[0].Successes, counts[0].Persons, counts[1].Successes, counts[1].Persons)
            : null;
        book.Add("seleksjon.forskjell", difference?.Value, Unit.PercentagePoints, 1, null, difference?.Interval);
    }

    /// <summary>The adjusted difference; errors allow for participants of a municipality being alike, as the variable is one of municipalities.</summary>
    private static void AddAdjusted(NumberBook book, RobustnessFits fits, LogisticFit fit)
    {
        var column = fit.Design.Columns.Index().FirstOrDefault(c => c.Item.Name == HasJobbsjansen, (-1, null!)).Index;
        var robust = RobustCovariance.Clustered(fit, fits.ByMunicipality, ClusterCorrection.CR1);
        var contrast = column >= 0 && robust.Covariance is { } covariance ? AverageContrast.Of(fit, column, covariance) : null;
        var ratio = column >= 0 ? robust.Coefficients.ElementAtOrDefault(column)?.Estimate?.OddsRatio : null;
        book.Add("seleksjon.justert.forskjell", contrast?.Value, Unit.PercentagePoints, 1, fit.Design.RowCount, contrast?.Interval);
        book.AddRatio("seleksjon.justert.oddsrate", ratio, fit.Design.RowCount);
    }

    /// <summary>Municipalities with participants of both schemes and with both outcomes: those that a comparison within municipalities rests on.</summary>
    private static void AddWithin(NumberBook book, RobustnessFits fits, Sample all, int minimum)
    {
        var groups = all
            .Rows.Where(row => fits.Rows[row] && fits.ByMunicipality.LevelOf(row) is not null)
            .GroupBy(row => fits.ByMunicipality.LevelOf(row)!.Value)
            .ToList();
        var both = groups
            .Where(g => g.Select(all.SchemeOf).Distinct().Count() == 2 && g.Select(all.Succeeded).Distinct().Count() == 2)
            .ToList();
        book.AddCount("innen_kommune.kommuner", both.Count);
        book.AddCount("innen_kommune.kommuner_i_alt", groups.Count);
        foreach (var scheme in Breakdown.Schemes)
        {
            var id = $"innen_kommune.deltakere.{Breakdown.Token(scheme)}";
            var inside = both.Sum(g => g.Count(row => all.SchemeOf(row) == scheme));
            var outside = groups.Sum(g => g.Count(row => all.SchemeOf(row) == scheme)) - inside;
            if (CellProtection.OfComposition([inside, outside], minimum)[0] == Protection.Hidden)
            {
                book.AddHidden(id);
            }
            else
            {
                book.AddCount(id, inside);
            }
        }
    }
}
