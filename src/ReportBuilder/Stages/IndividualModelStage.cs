using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Models;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// The individual model of Tabell 17: logistic regression of the outcome on scheme, characteristics and measures, over both
/// schemes together, with the VIF of Tabell 18. Origin has Europa (with Nord-Amerika) as reference; education enters as a number 1–3.
/// </summary>
public sealed class IndividualModelStage
{
    private const string Prefix = "modell.individ";

    private readonly EditionBuilder _edition;
    private readonly DiagnosticBag _bag;

    private IndividualModelStage(EditionBuilder edition, DiagnosticBag bag)
    {
        _edition = edition;
        _bag = bag;
    }

    /// <summary>
    /// Fits the model and adds <c>modell.individ.*</c> and <c>oddsrate.ordning.ujustert</c>. A fit that fails (RB6002) or a term without coefficient of its
    /// own (RB6003) is a warning, and its numbers are «not estimable»: the report can be made, but says so.
    /// </summary>
    public static void Run(Dataset data, EditionBuilder edition, DiagnosticBag bag)
    {
        var stage = new IndividualModelStage(edition, bag);
        var designs = new IndividualModelDesign(data);
        var fit = LogisticRegression.Fit(designs.Full());
        if (fit.Status != LogisticStatus.Converged)
        {
            var cause = ToolTexts.Get($"fit.{EditionWriter.NameOf(fit.Status)}");
            bag.Add(Diagnostic.Warning("RB6002", null, cause));
        }

        stage.AddCoefficients(fit);
        stage.AddSummary(fit);
        stage.AddSchemeDifference(fit);
        stage.AddPair(fit);
        stage.AddInflation(fit);
        var scheme = ModelTerm.OfIndividualModel.Single(t => t.Token == StageColumns.Scheme);
        stage.AddUnadjusted(LogisticRegression.Fit(designs.OnRowsOf(fit.Design, [scheme])));
    }

    private void AddCoefficients(LogisticFit fit)
    {
        var estimates = fit.Estimates?.Coefficients.ToDictionary(c => c.Column.Name, c => c.Estimate, StringComparer.Ordinal) ?? [];
        Add(ModelTermTexts.Constant.Token, estimates.GetValueOrDefault(ModelDesign.InterceptName), fit);
        foreach (var term in ModelTerm.OfIndividualModel)
        {
            foreach (var coefficient in ModelTermTexts.Coefficients(term))
            {
                // The design names a factor's columns by term and level without a dot between them.
                var column = term.Kind == TermKind.Factor ? term.Token + coefficient.Token[(term.Token.Length + 1)..] : term.Token;
                var estimate = estimates.GetValueOrDefault(column);
                if (estimate is null && fit.Status == LogisticStatus.Converged)
                {
                    _bag.Add(Diagnostic.Warning("RB6003", null, coefficient.Token));
                }

                Add(coefficient.Token, estimate, fit);
            }
        }
    }

    private void Add(string token, CoefficientEstimate? estimate, LogisticFit fit)
    {
        var name = $"{Prefix}.{token}";
        var rows = fit.Design.RowCount;
        if (estimate is not { OddsRatio: { } ratio })
        {
            Missing($"{name}.koeffisient", Unit.LogOdds, 2);
            Missing($"{name}.standardfeil", Unit.LogOdds, 2);
            Missing($"{name}.p", Unit.PValue, 3);
            Missing($"{name}.oddsrate", Unit.OddsRatio, 2);
            Missing($"{name}.endring_odds", Unit.OddsChange, 0);
            return;
        }

        _edition.Add(
            Quantity.Of($"{name}.koeffisient", estimate.Value, Unit.LogOdds, SmallDecimals(estimate.StandardError)) with
            {
                Base = rows,
                Interval = BreakdownQuantities.IntervalOf(estimate.Interval),
            }
        );
        _edition.Add(Quantity.Of($"{name}.standardfeil", estimate.StandardError, Unit.LogOdds, SmallDecimals(estimate.StandardError)));
        _edition.Add(Quantity.Of($"{name}.p", estimate.P, Unit.PValue, 3) with { Base = rows });
        AddRatio(name, ratio, rows);
    }

    private void AddSummary(LogisticFit fit)
    {
        _edition.Add(SampleStage.Count($"{Prefix}.observasjoner", fit.Design.RowCount));
        _edition.Add(SampleStage.Count($"{Prefix}.iterasjoner", fit.Iterations));
        if (fit.Estimates is not { } estimates)
        {
            Missing($"{Prefix}.loglikelihood", Unit.LogLikelihood, 2);
            Missing($"{Prefix}.loglikelihood_null", Unit.LogLikelihood, 2);
            Missing($"{Prefix}.aic", Unit.InformationCriterion, 2);
            Missing($"{Prefix}.mcfadden", Unit.PseudoR2, 2);
            return;
        }

        var rows = fit.Design.RowCount;
        _edition.Add(Quantity.Of($"{Prefix}.loglikelihood", estimates.LogLikelihood, Unit.LogLikelihood, 2) with { Base = rows });
        _edition.Add(Quantity.Of($"{Prefix}.loglikelihood_null", estimates.NullLogLikelihood, Unit.LogLikelihood, 2) with { Base = rows });
        _edition.Add(Quantity.Of($"{Prefix}.aic", estimates.Aic, Unit.InformationCriterion, 2) with { Base = rows });
        _edition.Add(Quantity.Of($"{Prefix}.mcfadden", estimates.McFaddenR2, Unit.PseudoR2, 2) with { Base = rows });
    }

    /// <summary>
    /// Adds <c>modell.individ.ordning.forskjell_sannsynlighet</c>: the mean over all participants of the model of their predicted probability as
    /// in Jobbsjansen less that as in introduksjonsprogrammet, all else as it is (average marginal effect of a 0/1 variable; R's
    /// <c>marginaleffects::avg_comparisons</c>).
    /// </summary>
    private void AddSchemeDifference(LogisticFit fit)
    {
        const string Id = $"{Prefix}.{StageColumns.Scheme}.forskjell_sannsynlighet";
        var column = fit.Design.Columns.Index().Single(c => c.Item.Name == StageColumns.Scheme).Index;
        if (AverageDifference.Of(fit, column) is { } difference)
        {
            _edition.Add(Quantity.Of(Id, difference, Unit.PercentagePoints, 0) with { Base = fit.Design.RowCount });
        }
        else
        {
            Missing(Id, Unit.PercentagePoints, 0);
        }
    }

    /// <summary>
    /// Adds <c>modell.individ.grunnskolefag_og_fag_vgo.oddsrate</c> and <c>…endring_odds</c>: having had both measures against neither, which the data tell far better than
    /// either alone.
    /// </summary>
    private void AddPair(LogisticFit fit)
    {
        const string Name = $"{Prefix}.grunnskolefag_og_fag_vgo";
        double[] both = [.. fit.Design.Columns.Select(c => c.Term is "tiltak.grunnskolefag" or "tiltak.fag_vgo" ? 1.0 : 0)];
        var estimated = fit.Estimates?.Coefficients.Where((c, i) => both[i] > 0 && c.Estimate is not null).Count();
        if (estimated == both.Sum() && fit.Estimates!.Predict(both) is { } sum)
        {
            // A row with nothing but the two is their sum, with its standard error from the covariance.
            var limits = sum.LinearPredictorInterval;
            var interval = new ConfidenceInterval(Math.Exp(limits.Low), Math.Exp(limits.High), limits.Level);
            AddRatio(Name, new OddsRatio(Math.Exp(sum.LinearPredictor), interval), fit.Design.RowCount);
        }
        else
        {
            Missing($"{Name}.oddsrate", Unit.OddsRatio, 2);
            Missing($"{Name}.endring_odds", Unit.OddsChange, 0);
        }
    }

    /// <summary>Adds an odds ratio and the relative change of odds that it is.</summary>
    private void AddRatio(string name, OddsRatio ratio, int rows)
    {
        _edition.Add(OddsRatio($"{name}.oddsrate", ratio, rows));
        _edition.Add(
            Quantity.Of($"{name}.endring_odds", ratio.Value - 1, Unit.OddsChange, 0) with
            {
                Base = rows,
                Interval = new Interval(ratio.Interval.Low - 1, ratio.Interval.High - 1, ratio.Interval.Level),
            }
        );
    }

    private void AddInflation(LogisticFit fit)
    {
        var inflation = fit.Estimates is { } estimates
            ? VarianceInflation.Compute(estimates.Covariance).ToDictionary(t => t.Term, StringComparer.Ordinal)
            : [];
        foreach (var term in ModelTerm.OfIndividualModel)
        {
            var name = $"{Prefix}.vif.{term.Token}";
            if (inflation.TryGetValue(term.Token, out var found))
            {
                _edition.Add(Quantity.Of(name, found.Gvif, Unit.VarianceInflation, 2));
                _edition.Add(SampleStage.Count($"{name}.df", found.DegreesOfFreedom));
                _edition.Add(Quantity.Of($"{name}.rot", found.Adjusted, Unit.VarianceInflation, 2));
            }
            else
            {
                Missing(name, Unit.VarianceInflation, 2);
                Missing($"{name}.df", Unit.Count, 0);
                Missing($"{name}.rot", Unit.VarianceInflation, 2);
            }
        }
    }

    private void AddUnadjusted(LogisticFit fit)
    {
        const string Id = "oddsrate.ordning.ujustert";
        var estimate = fit.Estimates?.Coefficients.Single(c => c.Column.Name == StageColumns.Scheme).Estimate;
        if (estimate is { OddsRatio: { } ratio })
        {
            _edition.Add(OddsRatio(Id, ratio, fit.Design.RowCount));
        }
        else
        {
            Missing(Id, Unit.OddsRatio, 2);
        }
    }

    private void Missing(string id, Unit unit, int decimals) =>
        _edition.Add(Quantity.Without(id, unit, decimals, QuantityStatus.NotEstimable));

    private static Quantity OddsRatio(string id, OddsRatio ratio, int rows) =>
        Quantity.Of(id, ratio.Value, Unit.OddsRatio, RatioDecimals(ratio)) with
        {
            Base = rows,
            Interval = BreakdownQuantities.IntervalOf(ratio.Interval),
        };

    // A limit that would print as 1,00, and limits that would print alike, get a third decimal.
    private static int RatioDecimals(OddsRatio ratio)
    {
        double[] printed = [ratio.Interval.Low, ratio.Value, ratio.Interval.High];
        var rounded = printed.Select(v => Math.Round(v, 2)).ToList();
        return rounded.Contains(1.0) || rounded[0].Equals(rounded[^1]) ? 3 : 2;
    }

    // Two decimals, as in the 2022 edition, but three where the standard error would otherwise print as 0,00 (age, months).
    private static int SmallDecimals(double standardError) => standardError < 0.005 ? 3 : 2;
}
