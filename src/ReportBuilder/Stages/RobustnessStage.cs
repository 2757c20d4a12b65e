using ReportBuilder.Editions;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Matching;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// The difference between the schemes by every estimator, on one scale: the average difference of predicted probability (<see cref="AverageContrast"/>). Odds ratios stand beside it, but
/// cannot be compared between models with different terms.
/// </summary>
public sealed class RobustnessStage
{
    /// <summary>The estimators, as parts of ids, by the groups that they stand in.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<string> Estimators)> Estimators { get; } =
    [
        ("utgangspunkt", ["individ", "klynge"]),
        ("faa_kjennetegn", ["kommune", "prosjekt"]),
        ("alle_kjennetegn", ["alle_kommune", "tre_nivaa", "faste", "betinget"]),
        ("like_deltakere", ["kvinner", "matchet", "matchet_kaliper"]),
    ];

    private readonly RobustnessFits _fits;
    private readonly NumberBook _book;

    private RobustnessStage(RobustnessFits fits, EditionBuilder edition)
    {
        _fits = fits;
        _book = new NumberBook(edition);
    }

    /// <summary>
    /// Adds <c>robusthet.ordning.{estimator}.forskjell</c>, <c>.oddsrate</c>, <c>.observasjoner</c> and <c>.grupper</c>, and the lowest and highest difference
    /// (<c>robusthet.ordning.lavest</c>, <c>.hoyest</c>).
    /// </summary>
    public static void Run(RobustnessFits fits, EditionBuilder edition)
    {
        var stage = new RobustnessStage(fits, edition);
        stage.AddPooled();
        stage.AddMixed("kommune", fits.Laplace);
        stage.AddMixed("prosjekt", fits.Models.Grouped(ReportModel.Project));
        stage.AddMixed("alle_kommune", fits.AllTerms);
        stage.AddMixed("tre_nivaa", fits.ThreeLevels);
        stage.AddWithin();
        stage.AddLogistic("kvinner", fits.Models.Logistic(ReportModel.IndividualOfWomen), null);
        stage.AddMatched("matchet", withCaliper: false);
        stage.AddMatched("matchet_kaliper", withCaliper: true);
        stage.AddRange();
    }

    /// <summary>Index of the scheme's column.</summary>
    internal static int SchemeColumn(ModelDesign design) => design.Columns.Index().Single(c => c.Item.Name == StageColumns.Scheme).Index;

    private void AddPooled()
    {
        AddLogistic("individ", _fits.Individual, null);
        // CR1 with so many groups is as good as the finer corrections (Cameron and Miller 2015).
        var robust = RobustCovariance.Clustered(_fits.Individual, _fits.ByMunicipality, ClusterCorrection.CR1);
        var column = SchemeColumn(_fits.Individual.Design);
        Add(
            "klynge",
            robust.Coefficients.ElementAtOrDefault(column)?.Estimate,
            robust.Covariance is { } covariance ? AverageContrast.Of(_fits.Individual, column, covariance) : null,
            _fits.Individual.Design.RowCount,
            robust.GroupCounts.Count > 0 ? robust.GroupCounts[0] : null
        );
    }

    private void AddLogistic(string estimator, LogisticFit fit, int? groups)
    {
        var column = SchemeColumn(fit.Design);
        var estimate = fit.Estimates?.Coefficients[column].Estimate;
        Add(estimator, estimate, AverageContrast.Of(fit, column), fit.Design.RowCount, groups);
    }

    private void AddMixed(string estimator, MixedLogitFit fit)
    {
        var column = SchemeColumn(fit.Design);
        var estimates = fit.Estimates;
        var estimate = estimates?.Coefficients[column].Estimate;
        var contrast = estimate is null
            ? null
            : AverageContrast.Of(
                fit.Design,
                estimates!.FixedPart,
                column,
                estimate.Value,
                estimates.Covariance,
                estimates.RandomVariance,
                estimates.Level
            );
        Add(estimator, estimate, contrast, fit.Design.RowCount, estimates?.Components[^1].LevelCount);
    }

    private void AddWithin()
    {
        var fixedEffects = _fits.Fixed;
        var column = SchemeColumn(fixedEffects.Design);
        Add(
            "faste",
            fixedEffects.Coefficients.ElementAtOrDefault(column)?.Estimate,
            fixedEffects.Contrast(column),
            fixedEffects.RowCount,
            fixedEffects.GroupCount
        );
        var conditional = _fits.Conditional;
        Add(
            "betinget",
            conditional.Estimates?.Coefficients[column].Estimate,
            AverageContrast.Of(conditional, _fits.ByMunicipalityAndYear, column),
            conditional.Strata.InformativeRows,
            conditional.Strata.Informative
        );
    }

    /// <summary>The difference between the matched, and the odds ratio of the individual model on the matched only.</summary>
    private void AddMatched(string estimator, bool withCaliper)
    {
        var matching = _fits.Matching(withCaliper);
        var outcome = new bool?[_fits.Data.RowCount];
        foreach (var (row, value) in _fits.Individual.Design.UsedRows.Zip(_fits.Individual.Design.Outcome))
        {
            outcome[row] = value == 1;
        }

        var effect = MatchedEffect.Of(matching, outcome);
        var fit = _fits.OnMatched(withCaliper);
        var estimate = fit?.Estimates?.Coefficients[SchemeColumn(fit.Design)].Estimate;
        Add(
            estimator,
            estimate,
            effect is { Difference: { } difference, StandardError: { } error, Interval: { } interval }
                ? new AverageContrast(difference, error, interval)
                : null,
            2 * matching.Pairs.Count,
            null
        );
    }

    private void Add(string estimator, CoefficientEstimate? estimate, AverageContrast? contrast, int rows, int? groups)
    {
        var name = $"robusthet.ordning.{estimator}";
        _book.Add($"{name}.forskjell", contrast?.Value, Unit.PercentagePoints, 1, rows, contrast?.Interval);
        _book.AddRatio($"{name}.oddsrate", estimate?.OddsRatio, rows);
        _book.AddCount($"{name}.observasjoner", rows);
        _book.Edition.Add(
            groups is { } count
                ? SampleStage.Count($"{name}.grupper", count)
                : Quantity.Without($"{name}.grupper", Unit.Count, 0, QuantityStatus.NotApplicable)
        );
    }

    private void AddRange()
    {
        Quantity[] all =
        [
            .. Estimators
                .SelectMany(g => g.Estimators)
                .Select(e => _book.Edition[$"robusthet.ordning.{e}.forskjell"])
                .Where(q => q.HasValue)
                .OrderBy(q => q.Value),
        ];
        _book.Add("robusthet.ordning.lavest", all.FirstOrDefault()?.Value, Unit.PercentagePoints, 1);
        _book.Add("robusthet.ordning.hoyest", all.LastOrDefault()?.Value, Unit.PercentagePoints, 1);
        _book.AddCount("robusthet.ordning.antall", all.Length);
        _book.AddCount("robusthet.ordning.antall_positive", all.Count(q => q.Interval?.Low > 0));
        _book.AddCount("robusthet.ordning.antall_negative", all.Count(q => q.Interval?.High < 0));
    }
}
