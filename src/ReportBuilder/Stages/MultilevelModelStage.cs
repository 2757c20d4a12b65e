using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// The municipality and project models (Tabell 17), and those of women only (Tabell 20 and 21): logistic regression with a random intercept for each municipality or
/// project, numbers standardised over the rows of the model, education as a factor.
/// </summary>
public static class MultilevelModelStage
{
    private const string Wages = "p_lonn_per_deltaker";

    /// <summary>
    /// Adds the numbers of a model, <c>modell.{token}.*</c>: those of every model, and of the random intercept <c>.varians</c>, <c>.icc</c> (intraclass correlation on the latent scale),
    /// <c>.grupper</c>, <c>.standardavvik.oddsrate</c> (a group one standard deviation above the average against the average) and <c>.typisk.sannsynlighet</c>. A fit that fails is a warning (RB6002), unless the dataset has none of the facts that it needs.
    /// </summary>
    public static void Run(Dataset data, ReportModel model, ModelFits fits, EditionBuilder edition, DiagnosticBag bag)
    {
        var quantities = new ModelQuantities(model.Token, edition, bag);
        var fit = fits.Grouped(model);
        var estimates = fit.Estimates;
        if (estimates is null && OptionalInputs.Of(data).Cover(model))
        {
            quantities.WarnOfFailure(EditionWriter.NameOf(fit.Status));
        }

        var rows = fit.Design.RowCount;
        quantities.AddCoefficients(model.Terms, estimates?.Coefficients, rows);
        quantities.AddCount("observasjoner", rows);
        var between = estimates?.Components[0];
        quantities.AddCount("grupper", between?.LevelCount ?? 0);
        quantities.AddCount("iterasjoner", fit.Iterations);
        quantities.Add("varians", between?.Variance, Unit.Variance, 2, rows);
        quantities.Add("standardavvik.oddsrate", between is null ? null : Math.Exp(between.StandardDeviation), Unit.OddsRatio, 2);
        quantities.Add("icc", between?.IntraclassCorrelation, Unit.Share, 1);
        quantities.Add("loglikelihood", estimates?.LogLikelihood, Unit.LogLikelihood, 2, rows);
        quantities.Add("aic", estimates?.Aic, Unit.InformationCriterion, 2, rows);
        quantities.Add("mcfadden", McFadden(data, fit), Unit.PseudoR2, 2, rows);
        quantities.AddInflation(model.Terms, estimates?.Covariance);
        AddCertificate(fit.Certificate, quantities);
        AddTypical(estimates, quantities);
        AddScales(data, model, fit, quantities);
    }

    /// <summary>1 − log likelihood / that of the constant alone, without groups, on the same rows (McFadden 1974): comparable to the individual model's.</summary>
    private static double? McFadden(Dataset data, MixedLogitFit fit) =>
        fit.Estimates is { } estimates && LogisticRegression.Fit(new ModelDesigns(data).OnRowsOf(fit.Design, [])).Estimates is { } empty
            ? 1 - estimates.LogLikelihood / empty.NullLogLikelihood
            : null;

    /// <summary>
    /// Adds <c>.sertifikat.gradient</c>, <c>.minste_egenverdi</c> and <c>.starter</c> (climbs that met at the optimum). The gradient is rounded: beyond that it is the rounding of the
    /// machine, which another machine has otherwise.
    /// </summary>
    private static void AddCertificate(ConvergenceCertificate? certificate, ModelQuantities quantities)
    {
        const int Decimals = 6;
        quantities.AddRounded("sertifikat.gradient", certificate?.GradientNorm, Unit.Numeric, Decimals);
        quantities.Add("sertifikat.minste_egenverdi", certificate?.SmallestEigenvalue, Unit.Numeric, 1);
        quantities.AddCount("sertifikat.starter", certificate is { StartsAgree: true } ? certificate.Starts.Count : 0);
    }

    /// <summary>
    /// Adds <c>.typisk.sannsynlighet</c>: what the constant says, a woman in introduksjonsprogrammet with little or no schooling, low absence and average age, in a municipality or
    /// project that is average in all the model knows and in what it does not know.
    /// </summary>
    private static void AddTypical(MixedLogitEstimates? estimates, ModelQuantities quantities)
    {
        var odds = estimates?.Coefficients[0].Estimate?.OddsRatio?.Value;
        quantities.Add("typisk.sannsynlighet", odds / (1 + odds), Unit.Probability, 0);
    }

    /// <summary>
    /// Adds <c>{term}.gjennomsnitt</c> and <c>.standardavvik</c> of the terms that were standardised: what «one unit» is; of wages, which are in thousands, also in whole hundreds of kroner
    /// (<c>.kroner</c>).
    /// </summary>
    private static void AddScales(Dataset data, ReportModel model, MixedLogitFit fit, ModelQuantities quantities)
    {
        foreach (var term in model.Terms.Where(t => t.Kind == TermKind.Standardised))
        {
            var column = data.Numbers(term.Column);
            var summary = MeanSummary.Of([
                .. fit.Design.UsedRows.Select(row => column.IsMissing(row) ? (double?)null : column.Values[row]),
            ]);
            var isKnown = fit.Estimates is not null;
            quantities.Add($"{term.Token}.gjennomsnitt", isKnown ? summary.Mean : null, Unit.Numeric, 1);
            quantities.Add($"{term.Token}.standardavvik", isKnown ? summary.StandardDeviation : null, Unit.Numeric, 1);
            if (term.Token == Wages)
            {
                quantities.Add($"{term.Token}.gjennomsnitt.kroner", isKnown ? Kroner(summary.Mean) : null, Unit.Numeric, 0);
                quantities.Add($"{term.Token}.standardavvik.kroner", isKnown ? Kroner(summary.StandardDeviation) : null, Unit.Numeric, 0);
            }
        }
    }

    /// <summary>Thousands as kroner, in whole hundreds: more would be more precise than the source.</summary>
    private static double? Kroner(double? thousands) =>
        thousands is { } value ? Math.Round(value * 10, MidpointRounding.AwayFromZero) * 100 : null;
}
