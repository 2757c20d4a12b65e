using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Models;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// The individual models: logistic regression of the outcome on scheme, characteristics and measures, over both schemes together (Tabell 17), with the VIF of
/// Tabell 18, and the same of women only (Tabell 19). Origin has Europa (with Nord-Amerika) as reference; education enters as a number 1–3.
/// </summary>
public static class IndividualModelStage
{
    /// <summary>
    /// Adds the numbers of a model, <c>modell.{token}.*</c>. A fit that fails (RB6002) or a term without coefficient of its own (RB6003) is a warning, and its numbers are
    /// «not estimable»: the report can be made, but says so.
    /// </summary>
    public static void Run(ReportModel model, ModelFits fits, EditionBuilder edition, DiagnosticBag bag)
    {
        var quantities = new ModelQuantities(model.Token, edition, bag);
        var fit = fits.Logistic(model);
        var rows = fit.Design.RowCount;
        var estimates = fit.Estimates;
        AddCoefficients(fit, model.Terms, quantities);
        quantities.AddCount("observasjoner", rows);
        quantities.AddCount("iterasjoner", fit.Iterations);
        quantities.Add("loglikelihood", estimates?.LogLikelihood, Unit.LogLikelihood, 2, rows);
        quantities.Add("loglikelihood_null", estimates?.NullLogLikelihood, Unit.LogLikelihood, 2, rows);
        quantities.Add("aic", estimates?.Aic, Unit.InformationCriterion, 2, rows);
        quantities.Add("mcfadden", estimates?.McFaddenR2, Unit.PseudoR2, 2, rows);
        AddSchemeDifference(fit, quantities);
        AddPair(fit, quantities);
        quantities.AddInflation(model.Terms, estimates?.Covariance);
    }

    /// <summary>Adds the coefficients of some terms of a model; a fit that failed (RB6002) or a coefficient it lacks (RB6003) is a warning.</summary>
    public static void AddCoefficients(LogisticFit fit, IReadOnlyList<ModelTerm> terms, ModelQuantities quantities)
    {
        if (fit.Status != LogisticStatus.Converged)
        {
            quantities.WarnOfFailure(EditionWriter.NameOf(fit.Status));
        }

        quantities.AddCoefficients(terms, fit.Estimates?.Coefficients, fit.Design.RowCount);
    }

    /// <summary>Adds <c>oddsrate.ordning.ujustert</c>: the scheme alone, on the rows of the individual model.</summary>
    public static void AddUnadjusted(Dataset data, ModelFits fits, EditionBuilder edition)
    {
        const string Id = "oddsrate.ordning.ujustert";
        var scheme = ModelTerm.OfIndividualModel.Single(t => t.Token == StageColumns.Scheme);
        var design = new ModelDesigns(data).OnRowsOf(fits.Logistic(ReportModel.Individual).Design, [scheme]);
        var estimate = LogisticRegression.Fit(design).Estimates?.Coefficients.Single(c => c.Column.Name == StageColumns.Scheme).Estimate;
        edition.Add(
            estimate is { OddsRatio: { } ratio }
                ? ModelQuantities.OddsRatioOf(Id, ratio, design.RowCount)
                : Quantity.Without(Id, Unit.OddsRatio, 2, QuantityStatus.NotEstimable)
        );
    }

    /// <summary>
    /// Adds <c>modell.individ.ordning.forskjell_sannsynlighet</c>: the mean over all participants of the model of their predicted probability as
    /// in Jobbsjansen less that as in introduksjonsprogrammet, all else as it is (average marginal effect of a 0/1 variable; R's
    /// <c>marginaleffects::avg_comparisons</c>).
    /// </summary>
    private static void AddSchemeDifference(LogisticFit fit, ModelQuantities quantities)
    {
        var column = fit.Design.Columns.Index().Single(c => c.Item.Name == StageColumns.Scheme).Index;
        quantities.Add(
            $"{StageColumns.Scheme}.forskjell_sannsynlighet",
            AverageDifference.Of(fit, column),
            Unit.PercentagePoints,
            0,
            fit.Design.RowCount
        );
    }

    /// <summary>
    /// Adds <c>modell.individ.{coefficient}.marginaleffekt</c>: the mean change of the predicted probability, all else as it is, when a 0/1 variable goes from 0 to 1, a factor from its reference
    /// to the category, or a number up by one (by the slope). Not estimable when the model cannot say.
    /// </summary>
    /// <param name="fits">The fitted models.</param>
    /// <param name="edition">Receives the quantities.</param>
    /// <param name="terms">Terms of the model to tell of; all when null.</param>
    public static void AddMarginalEffects(ModelFits fits, EditionBuilder edition, IReadOnlyList<ModelTerm>? terms = null)
    {
        var model = ReportModel.Individual;
        var fit = fits.Logistic(model);
        var numbers = new NumberBook(edition);
        foreach (var term in terms ?? model.Terms)
        {
            var effects = AverageMarginalEffects.Of(fit, term.Token);
            foreach (var coefficient in ModelTermTexts.Coefficients(term))
            {
                var effect = effects.FirstOrDefault(e => e.Level is null || $"{term.Token}.{e.Level}" == coefficient.Token)?.Estimate;
                numbers.Add(
                    $"{model.Prefix}.{coefficient.Token}.marginaleffekt",
                    effect?.Value,
                    Unit.PercentagePoints,
                    1,
                    fit.Design.RowCount,
                    effect?.Interval
                );
            }
        }
    }

    /// <summary>
    /// Adds <c>modell.individ.grunnskolefag_og_fag_vgo.oddsrate</c> and <c>…endring_odds</c>: having had both measures against neither, which the data tell far better than
    /// either alone.
    /// </summary>
    private static void AddPair(LogisticFit fit, ModelQuantities quantities)
    {
        double[] both = [.. fit.Design.Columns.Select(c => c.Term is "tiltak.grunnskolefag" or "tiltak.fag_vgo" ? 1.0 : 0)];
        var estimated = fit.Estimates?.Coefficients.Where((c, i) => both[i] > 0 && c.Estimate is not null).Count();
        OddsRatio? ratio = null;
        if (estimated == both.Sum() && fit.Estimates!.Predict(both) is { } sum)
        {
            // A row with nothing but the two is their sum, with its standard error from the covariance.
            var limits = sum.LinearPredictorInterval;
            var interval = new ConfidenceInterval(Math.Exp(limits.Low), Math.Exp(limits.High), limits.Level);
            ratio = new OddsRatio(Math.Exp(sum.LinearPredictor), interval);
        }

        quantities.AddRatio("grunnskolefag_og_fag_vgo", ratio, fit.Design.RowCount);
    }
}
