using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// What the models take for granted, tested: dispersion and normality of the random intercepts, whether groups differ at all, observations with much influence, and the two
/// measures that nearly always go together.
/// </summary>
public static class AssumptionStage
{
    /// <summary>The models whose random intercepts are checked, and their factors, as parts of ids.</summary>
    public static IReadOnlyList<(string Model, IReadOnlyList<string> Factors)> Checked { get; } =
    [("kommune", ["kommune"]), ("prosjekt", ["prosjekt"]), ("alle_kommune", ["kommune"]), ("tre_nivaa", ["kommune", "prosjekt"])];

    /// <summary>The collinear measures, each left out and both.</summary>
    public static IReadOnlyList<string> Collinear { get; } = ["tiltak.grunnskolefag", "tiltak.fag_vgo"];

    /// <summary>Adds <c>forutsetning.*</c>.</summary>
    public static void Run(RobustnessFits fits, EditionBuilder edition, int minimum)
    {
        var book = new NumberBook(edition);
        AddChecks(book, "kommune", fits.Laplace);
        AddChecks(book, "prosjekt", fits.Models.Grouped(ReportModel.Project));
        AddChecks(book, "alle_kommune", fits.AllTerms);
        AddChecks(book, "tre_nivaa", fits.ThreeLevels);
        AddRanges(book);
        AddRandomPart(book, "kommune", RandomPartTest.OfAll(fits.Laplace));
        AddRandomPart(book, "prosjekt", RandomPartTest.OfAll(fits.Models.Grouped(ReportModel.Project)));
        AddRandomPart(book, "alle_kommune", RandomPartTest.OfAll(fits.AllTerms));
        AddRandomPart(book, "tre_nivaa", RandomPartTest.OfAll(fits.ThreeLevels));
        // Do projects differ within municipalities?
        AddRandomPart(book, "prosjekt_i_kommune", RandomPartTest.Between(fits.ThreeLevels, fits.AllTerms));
        AddInfluence(book, fits.Individual, minimum);
        AddCollinear(book, fits);
    }

    private static void AddChecks(NumberBook book, string model, MixedLogitFit fit)
    {
        var report = RandomEffectChecks.Of(fit);
        book.Add($"forutsetning.overdispersjon.{model}", report?.PearsonDispersion, Unit.Numeric, 2);
        var factors = Checked.Single(c => c.Model == model).Factors;
        for (var i = 0; i < factors.Count; i++)
        {
            var name = $"forutsetning.normalitet.{model}.{factors[i]}";
            book.Add($"{name}.w", report?.Factors.ElementAtOrDefault(i)?.ShapiroWilk, Unit.Numeric, 3);
            book.Add($"{name}.p", report?.Factors.ElementAtOrDefault(i)?.P, Unit.PValue, 3);
        }
    }

    /// <summary>Adds the lowest and highest W (<c>forutsetning.normalitet.lavest</c>, <c>.hoyest</c>) and dispersion (<c>forutsetning.overdispersjon.lavest</c>, <c>.hoyest</c>).</summary>
    private static void AddRanges(NumberBook book)
    {
        Add("normalitet", Checked.SelectMany(c => c.Factors.Select(f => $"forutsetning.normalitet.{c.Model}.{f}.w")), 3);
        Add("overdispersjon", Checked.Select(c => $"forutsetning.overdispersjon.{c.Model}"), 2);

        void Add(string what, IEnumerable<string> ids, int decimals)
        {
            double[] values = [.. ids.Select(id => book.Edition[id].Value).OfType<double>().Order()];
            book.Add($"forutsetning.{what}.lavest", values.Length == 0 ? null : values[0], Unit.Numeric, decimals);
            book.Add($"forutsetning.{what}.hoyest", values.Length == 0 ? null : values[^1], Unit.Numeric, decimals);
        }
    }

    private static void AddRandomPart(NumberBook book, string model, RandomPart? test)
    {
        book.Add($"forutsetning.tilfeldig_del.{model}.lr", test?.Statistic, Unit.Numeric, 1);
        book.Add($"forutsetning.tilfeldig_del.{model}.p", test?.P, Unit.PValue, 3);
    }

    /// <summary>Cook's distance above 4/n, the usual place to begin to look; no person is described.</summary>
    private static void AddInfluence(NumberBook book, LogisticFit fit, int minimum)
    {
        var influence = Influence.Of(fit);
        var limit = 4.0 / Math.Max(1, fit.Design.RowCount);
        var count = influence?.CooksDistances.Count(d => d > limit) ?? 0;
        if (CellProtection.OfComposition([count, fit.Design.RowCount - count], minimum)[0] == Protection.Hidden)
        {
            book.AddHidden("forutsetning.cook.over_grensen");
        }
        else
        {
            book.AddCount("forutsetning.cook.over_grensen", count);
        }

        double? share = influence is null ? null : (double)count / fit.Design.RowCount;
        book.AddRounded("forutsetning.cook.andel", share, Unit.Share, 0);
        // The largest is told as printed: it is of one person, but says nothing of who.
        book.AddRounded("forutsetning.cook.storst", influence?.CooksDistances.Max(), Unit.Numeric, 4);
    }

    private static void AddCollinear(NumberBook book, RobustnessFits fits)
    {
        foreach (
            var (token, without) in new (string, IReadOnlyList<string>)[]
            {
                ("grunnskolefag", [Collinear[0]]),
                ("fag_vgo", [Collinear[1]]),
                ("begge", Collinear),
            }
        )
        {
            var terms = ModelTerm.OfIndividualModel.Where(t => !without.Contains(t.Token)).ToList();
            var smaller = LogisticRegression.Fit(fits.Designs.OnRowsOf(fits.Individual.Design, terms));
            var test = LikelihoodRatioTest.Compare(fits.Individual, smaller);
            var name = $"forutsetning.kollinearitet.{token}";
            book.Add($"{name}.lr", test.Statistic, Unit.Numeric, 1);
            book.Add($"{name}.df", test.DegreesOfFreedom, Unit.Count, 0);
            book.Add($"{name}.p", test.P, Unit.PValue, 3);
            var column = RobustnessStage.SchemeColumn(smaller.Design);
            book.AddRatio($"{name}.ordning.oddsrate", smaller.Estimates?.Coefficients[column].Estimate?.OddsRatio, smaller.Design.RowCount);
        }
    }
}
