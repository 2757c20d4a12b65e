using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Reconciliation;

/// <summary>Computes a published number from the harmonised dataset.</summary>
internal sealed class MeasureEvaluator
{
    // SSB's index of centrality has classes 1 (most central) to 6.
    private const int CentralityClasses = 6;

    private readonly PublishedSamples _samples;
    private readonly PublishedModels _models;
    private readonly ConditionTest _test;
    private readonly Lazy<UnitTable> _projectYears;
    private readonly Lazy<UnitTable?> _projects;

    public MeasureEvaluator(PublishedSamples samples)
    {
        _samples = samples;
        _models = new PublishedModels(samples);
        _test = new ConditionTest(samples);
        _projectYears = new Lazy<UnitTable>(() => UnitTable.ProjectYears(samples));
        _projects = new Lazy<UnitTable?>(() => UnitTable.Projects(samples, _models));
    }

    /// <summary>Our number; null when the data do not give one.</summary>
    public double? Evaluate(ReconciliationTarget target) =>
        target.Measure switch
        {
            null => null,
            Measure.Coefficient => Coefficient(target),
            Measure.StandardError => _models.StandardError(target.Basis, target.Variables[0]),
            Measure.VarianceInflation => _models.Inflation(target.Basis, target.Variables[0]),
            Measure.Prediction => 100 * Profile.Read(target.Variables)?.Probability(_models.Individual),
            Measure.PredictionDifference => 100 * Profile.Read(target.Variables)?.Difference(_models.Individual),
            Measure.AverageDifference => _models.AverageDifference(),
            Measure.OddsRatio => Coefficient(target) is { } b ? Math.Exp(b) : null,
            Measure.OddsChange => Coefficient(target) is { } b ? 100 * (Math.Exp(b) - 1) : null,
            Measure.ConstantFromOne => _models.ConstantFromOne(),
            Measure.IntraclassCorrelation => _models.IntraclassCorrelation(target.Basis),
            Measure.LogLikelihood => _models.LogLikelihood(target.Basis),
            Measure.McFadden => _models.McFadden(),
            Measure.Observations => _models.Observations(target.Basis),
            Measure.Groups => _models.Groups(target.Basis),
            _ when target.Minus is { } minus => Of(target, target.Where) - Of(target, minus),
            _ => Of(target, target.Where),
        };

    private double? Coefficient(ReconciliationTarget target) => _models.Coefficient(target.Basis, target.Variables[0]);

    private double? Of(ReconciliationTarget target, RowCondition where)
    {
        if (Units(target, where) is not { } units)
        {
            return null;
        }

        switch (target.Measure)
        {
            case Measure.Count:
                return Hits(target, units).Count(hit => hit == true);
            case Measure.CountPerYear:
                return units.Rows.Count / (double)Math.Max(1, units.Rows.DistinctBy(_samples.Year).Count());
            case Measure.Share:
                return Percentage(Hits(target, units).Count(hit => hit == true), Hits(target, units).Count(hit => hit is not null));
            case Measure.ShareOfAll:
                return Percentage(Hits(target, units).Count(hit => hit == true), units.Rows.Count);
            case Measure.Correlation:
                return Correlation(units.Numbers(_samples.Data, target.Variables[0]), units.Numbers(_samples.Data, target.Variables[1]));
            default:
                return Summary(target, [.. units.Numbers(_samples.Data, target.Variables[0]).OfType<double>()]);
        }
    }

    private static double? Summary(ReconciliationTarget target, double[] values) =>
        values.Length == 0
            ? null
            : target.Measure switch
            {
                Measure.Mean => values.Average(),
                Measure.Maximum => values.Max(),
                Measure.Minimum => values.Min(),
                Measure.ReversedPercentile => CentralityClasses + 1 - Quantile(target, values),
                Measure.Mode => values.CountBy(v => v).OrderByDescending(p => p.Value).ThenBy(p => p.Key).First().Key,
                _ => Quantile(target, values),
            };

    private static double? Quantile(ReconciliationTarget target, double[] values) =>
        QuantileSummary.Of([.. values.Select(v => (double?)v)], target.Percentile!.Value / 100).Quantiles[0].Value;

    private UnitTable? Units(ReconciliationTarget target, RowCondition where)
    {
        if (target.Basis == Basis.MunicipalityYears)
        {
            var persons = UnitTable.Persons(Basis.All, _samples.Rows(Basis.All));
            var holds = _test.Ask(where, persons);
            return UnitTable.MunicipalityYears(_samples, persons.Where(i => holds[i] == true).Rows, target.Fewest);
        }

        var units = target.Basis switch
        {
            Basis.ModelMunicipalityYears => UnitTable.MunicipalityYears(
                _samples,
                _samples.Rows(Basis.Complete).Where(row => _samples.IsInMunicipalityModel[row]),
                1
            ),
            Basis.SchemeMunicipalityYears => UnitTable.SchemeMunicipalityYears(_samples, target.Fewest),
            Basis.ProjectYears => _projectYears.Value,
            Basis.Projects => _projects.Value,
            _ => UnitTable.Persons(target.Basis, _samples.Rows(target.Basis)),
        };
        if (units is null)
        {
            return null;
        }

        var answers = _test.Ask(where, units);
        return units.Where(i => answers[i] == true);
    }

    private bool?[] Hits(ReconciliationTarget target, UnitTable units) => _test.Ask(target.Hit, units);

    private static double? Percentage(int part, int whole) => whole == 0 ? null : 100.0 * part / whole;

    private static double? Correlation(double?[] first, double?[] second)
    {
        var pairs = first
            .Zip(second)
            .Where(p => p is { First: not null, Second: not null })
            .Select(p => (X: p.First!.Value, Y: p.Second!.Value))
            .ToList();
        if (pairs.Count < 2)
        {
            return null;
        }

        var (x, y) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        var spread = Math.Sqrt(pairs.Sum(p => (p.X - x) * (p.X - x)) * pairs.Sum(p => (p.Y - y) * (p.Y - y)));
        return spread > 0 ? pairs.Sum(p => (p.X - x) * (p.Y - y)) / spread : null;
    }
}
