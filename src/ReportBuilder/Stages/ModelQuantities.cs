using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>Turns the estimates of one model into quantities. What could not be estimated is a quantity that says so.</summary>
public sealed class ModelQuantities
{
    private readonly string _prefix;
    private readonly EditionBuilder _edition;
    private readonly DiagnosticBag _bag;

    /// <summary>Makes quantities into an edition.</summary>
    /// <param name="token">The model: part of the ids (<c>modell.{token}.*</c>) and key of its name (<c>model.{token}</c>).</param>
    /// <param name="edition">Receives the quantities.</param>
    /// <param name="bag">Receives what could not be estimated.</param>
    public ModelQuantities(string token, EditionBuilder edition, DiagnosticBag bag)
    {
        _prefix = $"modell.{token}";
        _edition = edition;
        _bag = bag;
        Name = ToolTexts.Get("model." + token);
    }

    /// <summary>Name of the model, for the user of the tool.</summary>
    public string Name { get; }

    /// <summary>Warns that the model has no estimates (RB6002), and why.</summary>
    /// <param name="cause">Key of the cause (<c>fit.*</c>).</param>
    public void WarnOfFailure(string cause) => _bag.Add(Diagnostic.Warning("RB6002", null, Name, ToolTexts.Get("fit." + cause)));

    /// <summary>
    /// Adds <c>.koeffisient</c>, <c>.standardfeil</c>, <c>.p</c>, <c>.oddsrate</c> and <c>.endring_odds</c> for the constant and each coefficient. A coefficient that the
    /// model has no estimate of although it was fitted is a warning (RB6003).
    /// </summary>
    /// <param name="terms">Terms of the model.</param>
    /// <param name="coefficients">Estimates; null when the model could not be fitted.</param>
    /// <param name="rows">Participants in the model.</param>
    public void AddCoefficients(IEnumerable<ModelTerm> terms, IReadOnlyList<LogisticCoefficient>? coefficients, int rows)
    {
        var estimates = coefficients?.ToDictionary(c => c.Column.Name, c => c.Estimate, StringComparer.Ordinal) ?? [];
        AddCoefficient(ModelTermTexts.Constant.Token, estimates.GetValueOrDefault(ModelDesign.InterceptName), rows);
        foreach (var term in terms)
        {
            foreach (var coefficient in ModelTermTexts.Coefficients(term))
            {
                var estimate = estimates.GetValueOrDefault(ModelTermTexts.ColumnName(term, coefficient));
                if (estimate is null && coefficients is not null)
                {
                    _bag.Add(Diagnostic.Warning("RB6003", null, coefficient.Token, Name));
                }

                AddCoefficient(coefficient.Token, estimate, rows);
            }
        }
    }

    /// <summary>Adds <c>.oddsrate</c> and the relative change of odds that it is, <c>.endring_odds</c>; both not estimable when null.</summary>
    public void AddRatio(string token, OddsRatio? ratio, int rows)
    {
        var name = $"{_prefix}.{token}";
        if (ratio is null)
        {
            AddMissing($"{token}.oddsrate", Unit.OddsRatio, 2);
            AddMissing($"{token}.endring_odds", Unit.OddsChange, 0);
            return;
        }

        _edition.Add(OddsRatioOf($"{name}.oddsrate", ratio, rows));
        _edition.Add(
            Quantity.Of($"{name}.endring_odds", ratio.Value - 1, Unit.OddsChange, 0) with
            {
                Base = rows,
                Interval = new Interval(ratio.Interval.Low - 1, ratio.Interval.High - 1, ratio.Interval.Level),
            }
        );
    }

    /// <summary>Adds <c>vif.{term}</c>, its degrees of freedom (<c>.df</c>) and its root (<c>.rot</c>) for each term; nothing is estimable when null.</summary>
    public void AddInflation(IEnumerable<ModelTerm> terms, CoefficientCovariance? covariance)
    {
        var inflation = covariance is null ? [] : VarianceInflation.Compute(covariance).ToDictionary(t => t.Term, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            var token = $"vif.{term.Token}";
            if (inflation.TryGetValue(term.Token, out var found))
            {
                _edition.Add(Quantity.Of($"{_prefix}.{token}", found.Gvif, Unit.VarianceInflation, 2));
                _edition.Add(SampleStage.Count($"{_prefix}.{token}.df", found.DegreesOfFreedom));
                _edition.Add(Quantity.Of($"{_prefix}.{token}.rot", found.Adjusted, Unit.VarianceInflation, 2));
            }
            else
            {
                AddMissing(token, Unit.VarianceInflation, 2);
                AddMissing($"{token}.df", Unit.Count, 0);
                AddMissing($"{token}.rot", Unit.VarianceInflation, 2);
            }
        }
    }

    /// <summary>Adds a number of the model as a whole; not estimable when null.</summary>
    public void Add(string token, double? value, Unit unit, int decimals, int? rows = null)
    {
        if (value is { } number)
        {
            _edition.Add(Quantity.Of($"{_prefix}.{token}", number, unit, decimals) with { Base = rows });
        }
        else
        {
            AddMissing(token, unit, decimals);
        }
    }

    /// <summary>Adds a number as it is printed; not estimable when null.</summary>
    public void AddRounded(string token, double? value, Unit unit, int decimals)
    {
        if (value is { } number)
        {
            _edition.Add(Quantity.Rounded($"{_prefix}.{token}", number, unit, decimals));
        }
        else
        {
            AddMissing(token, unit, decimals);
        }
    }

    /// <summary>Adds a count.</summary>
    public void AddCount(string token, int count) => _edition.Add(SampleStage.Count($"{_prefix}.{token}", count));

    /// <summary>An odds ratio as a quantity: a limit that would print as 1,00, and limits that would print alike, get a third decimal.</summary>
    internal static Quantity OddsRatioOf(string id, OddsRatio ratio, int rows)
    {
        double[] printed = [ratio.Interval.Low, ratio.Value, ratio.Interval.High];
        var rounded = printed.Select(v => Math.Round(v, 2)).ToList();
        var decimals = rounded.Contains(1.0) || rounded[0].Equals(rounded[^1]) ? 3 : 2;
        return Quantity.Of(id, ratio.Value, Unit.OddsRatio, decimals) with
        {
            Base = rows,
            Interval = BreakdownQuantities.IntervalOf(ratio.Interval),
        };
    }

    private void AddCoefficient(string token, CoefficientEstimate? estimate, int rows)
    {
        var name = $"{_prefix}.{token}";
        if (estimate is not { OddsRatio: { } ratio })
        {
            AddMissing($"{token}.koeffisient", Unit.LogOdds, 2);
            AddMissing($"{token}.standardfeil", Unit.LogOdds, 2);
            AddMissing($"{token}.p", Unit.PValue, 3);
            AddRatio(token, null, rows);
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
        AddRatio(token, ratio, rows);
    }

    private void AddMissing(string token, Unit unit, int decimals) =>
        _edition.Add(Quantity.Without($"{_prefix}.{token}", unit, decimals, QuantityStatus.NotEstimable));

    // Two decimals, as in the 2022 edition, but three where the standard error would otherwise print as 0,00 (age, months).
    private static int SmallDecimals(double standardError) => standardError < 0.005 ? 3 : 2;
}
