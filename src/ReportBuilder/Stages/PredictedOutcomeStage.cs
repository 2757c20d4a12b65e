using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Stages;

/// <summary>
/// What the individual model expects of each category of participants, beside what they reached (Figur 22, 23 and those of the appendix). The model has one coefficient for
/// each variable in both schemes; the differences show where that does not fit.
/// </summary>
public sealed class PredictedOutcomeStage
{
    private readonly EditionBuilder _edition;
    private readonly Sample _sample;
    private readonly double?[]? _probabilities;

    private PredictedOutcomeStage(EditionBuilder edition, Sample sample, double?[]? probabilities)
    {
        _edition = edition;
        _sample = sample;
        _probabilities = probabilities;
    }

    /// <summary>The variables, in the order of the figures.</summary>
    public static IReadOnlyList<DescriptiveVariable> Variables { get; } =
    [
        DescriptiveVariables.Education,
        DescriptiveVariables.Norwegian,
        DescriptiveVariables.Absence,
        DescriptiveVariables.ResidenceGroup,
        DescriptiveVariables.DurationFifth,
        DescriptiveVariables.AgeGroup,
    ];

    /// <summary>
    /// Adds <c>predikert.{variable}.{category}.{scheme}</c>, the mean predicted probability, and <c>avvik.{variable}.{category}.{scheme}</c>, the share that reached the goal less
    /// that mean, with the interval of the share. The descriptive stage has run.
    /// </summary>
    /// <param name="data">The dataset.</param>
    /// <param name="sample">The complete rows.</param>
    /// <param name="fits">The models.</param>
    /// <param name="edition">Receives the quantities.</param>
    public static void Run(Dataset data, Sample sample, ModelFits fits, EditionBuilder edition)
    {
        var stage = new PredictedOutcomeStage(edition, sample, Probabilities(data, fits));
        foreach (var variable in Variables)
        {
            stage.Add(variable, DescriptiveCategories.Of(variable, data, sample));
        }

        stage.AddJudged("fravaer.hoyt.jobbsjansen");
    }

    private static double?[]? Probabilities(Dataset data, ModelFits fits)
    {
        var fit = fits.Logistic(ReportModel.Individual);
        if (fit.Estimates is not { } estimates)
        {
            return null;
        }

        var probabilities = new double?[data.RowCount];
        for (var i = 0; i < fit.Design.RowCount; i++)
        {
            probabilities[fit.Design.UsedRows[i]] = estimates.FittedProbabilities[i];
        }

        return probabilities;
    }

    private void Add(DescriptiveVariable variable, Func<int, int> categoryOf)
    {
        var rows = _sample.Rows.ToLookup(row => (_sample.SchemeOf(row), categoryOf(row)));
        Quantity Actual(int category, Scheme scheme) =>
            _edition[$"maaloppnaaelse.{variable.Token}.{variable.Categories[category]}.{Breakdown.Token(scheme)}"];
        var cells = Enumerable.Range(0, variable.Categories.Count).SelectMany(c => Breakdown.Schemes.Select(s => (Category: c, Scheme: s)));
        // The predictions of a scheme add up to its actual number, and so do those of a category over both: beside hidden shares, exact means would tell them.
        var isExact = cells.All(c => Actual(c.Category, c.Scheme).Status is QuantityStatus.Estimated or QuantityStatus.NotApplicable);
        foreach (var (category, scheme) in cells)
        {
            var name = $"{variable.Token}.{variable.Categories[category]}.{Breakdown.Token(scheme)}";
            AddCell(name, Actual(category, scheme), rows[(scheme, category)], isExact);
        }
    }

    /// <summary>Adds <c>avvik.vurdert.{name}</c>: the difference again where its interval may be told, so that a sentence can ask whether it is significant.</summary>
    private void AddJudged(string name)
    {
        var difference = _edition[$"avvik.{name}"];
        var id = $"avvik.vurdert.{name}";
        _edition.Add(
            difference is { Value: { } value, Interval: { } interval }
                ? Quantity.Of(id, value, Unit.PercentagePoints, 0) with
                {
                    Base = difference.Base,
                    Interval = interval,
                }
                : Quantity.Without(id, Unit.PercentagePoints, 0, QuantityStatus.NotApplicable)
        );
    }

    private void AddCell(string name, Quantity actual, IEnumerable<int> rows, bool isExact)
    {
        var mean = actual.HasValue && _probabilities is { } known ? MeanSummary.Of([.. rows.Select(row => known[row])]).Mean : null;
        if (mean is not { } expected)
        {
            var status = actual.HasValue ? QuantityStatus.NotEstimable : actual.Status;
            _edition.Add(Quantity.Without($"predikert.{name}", Unit.Probability, 0, status));
            _edition.Add(Quantity.Without($"avvik.{name}", Unit.PercentagePoints, 0, status));
            return;
        }

        if (!isExact)
        {
            var rounded = Quantity.Rounded($"predikert.{name}", expected, Unit.Probability, 0) with { Base = actual.Base };
            _edition.Add(rounded);
            _edition.Add(Quantity.Rounded($"avvik.{name}", actual.Value!.Value - rounded.Value!.Value, Unit.PercentagePoints, 0));
            return;
        }

        _edition.Add(Quantity.Of($"predikert.{name}", expected, Unit.Probability, 0) with { Base = actual.Base });
        _edition.Add(
            Quantity.Of($"avvik.{name}", actual.Value!.Value - expected, Unit.PercentagePoints, 0) with
            {
                Base = actual.Base,
                Interval = actual.Interval is { } i ? new Interval(i.Low - expected, i.High - expected, i.Level) : null,
            }
        );
    }
}
