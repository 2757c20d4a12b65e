using ReportBuilder.Editions;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// The models that the authors of rapport 13:2022 could not fit: all terms of the individual model with random intercepts for municipalities, and for projects within them; with
/// proof of convergence, and their coefficients beside those without groups and with a dummy for each municipality.
/// </summary>
public static class FullModelStage
{
    /// <summary>The models with a certificate, as parts of ids: <c>modell.{token}.sertifikat.*</c>.</summary>
    public static IReadOnlyList<string> Certified { get; } = ["kommune", "prosjekt", "alle_kommune", "tre_nivaa", "kommune_kvadratur"];

    /// <summary>The terms whose coefficients stand side by side.</summary>
    public static IReadOnlyList<string> Compared { get; } =
    [
        StageColumns.Scheme,
        "utdanningsnivaa",
        "norsknivaa",
        "kjonn",
        "alder",
        "botid",
        "varighet",
        "fravaer",
        "tiltak.ordinaert_arbeid",
        "tiltak.realkompetanse",
    ];

    /// <summary>The models whose coefficients stand beside those of the individual model.</summary>
    public static IReadOnlyList<string> Beside { get; } = ["faste", "alle_kommune", "tre_nivaa"];

    /// <summary>
    /// Adds the size, certificate and variances of the models, <c>modell.{token}.*</c>, the coefficients <c>robusthet.koeffisient.{model}.{term}.*</c>, and what quadrature gives
    /// (<c>modell.kommune_kvadratur.*</c>).
    /// </summary>
    public static void Run(RobustnessFits fits, EditionBuilder edition)
    {
        var book = new NumberBook(edition);
        AddFit(book, "alle_kommune", fits.AllTerms);
        AddFit(book, "tre_nivaa", fits.ThreeLevels);
        AddFit(book, "kommune_kvadratur", fits.Quadrature);
        AddVariances(book, "alle_kommune", fits.AllTerms);
        AddVariances(book, "tre_nivaa", fits.ThreeLevels);
        foreach (var term in Compared)
        {
            Add("faste", fits.Fixed.Coefficients);
            Add("alle_kommune", fits.AllTerms.Estimates?.Coefficients);
            Add("tre_nivaa", fits.ThreeLevels.Estimates?.Coefficients);

            void Add(string model, IReadOnlyList<LogisticCoefficient>? coefficients) =>
                book.AddCoefficient(
                    $"robusthet.koeffisient.{model}.{term}",
                    coefficients?.FirstOrDefault(c => c.Column.Name == term)?.Estimate
                );
        }

        var scheme = fits.Quadrature.Estimates?.Coefficients.First(c => c.Column.Name == StageColumns.Scheme).Estimate;
        book.AddCoefficient("modell.kommune_kvadratur.ordning", scheme);
        book.Add("modell.kommune_kvadratur.varians", fits.Quadrature.Estimates?.Components[0].Variance, Unit.Variance, 3);
        // The model itself has two decimals; side by side, the difference is in the third.
        book.Add("modell.kommune_kvadratur.laplace.varians", fits.Laplace.Estimates?.Components[0].Variance, Unit.Variance, 3);
    }

    private static void AddFit(NumberBook book, string token, MixedLogitFit fit)
    {
        var name = $"modell.{token}";
        var certificate = fit.Certificate;
        book.AddCount($"{name}.observasjoner", fit.Design.RowCount);
        book.AddCount($"{name}.grupper", fit.Estimates?.Components[^1].LevelCount ?? 0);
        book.AddCount($"{name}.iterasjoner", fit.Iterations);
        book.AddRounded($"{name}.sertifikat.gradient", fit.Estimates is null ? null : certificate?.GradientNorm, Unit.Numeric, 6);
        book.Add($"{name}.sertifikat.minste_egenverdi", fit.Estimates is null ? null : certificate?.SmallestEigenvalue, Unit.Numeric, 1);
        book.AddCount($"{name}.sertifikat.starter", certificate is { StartsAgree: true } ? certificate.Starts.Count : 0);
        book.Add($"{name}.loglikelihood", fit.Estimates?.LogLikelihood, Unit.LogLikelihood, 2, fit.Design.RowCount);
    }

    /// <summary>
    /// Adds <c>.{factor}.varians</c>, <c>.icc</c> and <c>.grupper</c> with profile intervals. A variance on the boundary is 0, which is a
    /// result, and its interval says how large it may still be.
    /// </summary>
    private static void AddVariances(NumberBook book, string token, MixedLogitFit fit)
    {
        var intervals = VarianceProfile.Intervals(fit);
        for (var i = 0; i < fit.Factors.Count; i++)
        {
            var name = $"modell.{token}.{fit.Factors[i].Name.Split(':')[0]}";
            var component = fit.Estimates?.Components[i];
            var interval = intervals.ElementAtOrDefault(i);
            book.Add($"{name}.varians", component?.Variance, Unit.Variance, 2, null, interval?.Variance);
            book.Add($"{name}.icc", component?.IntraclassCorrelation, Unit.Share, 1, null, interval?.IntraclassCorrelation);
            book.AddCount($"{name}.grupper", component?.LevelCount ?? 0);
        }
    }
}
