using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// The typical participants (chapter 4): one of each scheme, and one who could have been in either, in whom the two schemes weigh equally whatever their size. For each, what the
/// individual model predicts in either scheme, and the difference.
/// </summary>
public static class TypicalStage
{
    /// <summary>The one who could have been in either scheme, as part of ids.</summary>
    public const string Common = "felles";

    private const string MeasuresVariable = "tiltak";

    /// <summary>Words that follow sex, as further facts.</summary>
    private static readonly string[] FollowSex = ["pronomen", "eiendomspronomen"];

    /// <summary>
    /// Adds <c>typisk.{who}.*</c>: number of participants, medians, categories, measures; <c>.sannsynlighet.{scheme}</c> with the interval of the log odds turned into probabilities;
    /// and <c>.forskjell</c> with an interval by the delta method. Suppressed when it rests on too few.
    /// </summary>
    /// <returns>The common typical participant; null when there is none, or when it may not be shown.</returns>
    public static TypicalParticipant? Run(Dataset data, ModelFits fits, EditionBuilder edition, int minimum)
    {
        var fit = fits.Logistic(ReportModel.Individual);
        var used = new Sample(data, [.. fit.Design.UsedRows]);
        var byScheme = Breakdown.Schemes.ToDictionary(s => s, s => used.Where(row => used.SchemeOf(row) == s).Rows);
        foreach (var scheme in Breakdown.Schemes)
        {
            var rows = byScheme[scheme];
            Add(Breakdown.Token(scheme), TypicalParticipant.Of(data, rows, [.. rows.Select(_ => 1.0)]), mayShow: true);
        }

        var common = byScheme.Values.Any(rows => rows.Count == 0)
            ? null
            : TypicalParticipant.Of(data, used.Rows, [.. used.Rows.Select(row => 1.0 / byScheme[used.SchemeOf(row)].Count)]);
        // A scheme weighs half however few are in it.
        return Add(Common, common, byScheme.Values.All(rows => TypicalParticipant.IsEnough(rows.Count, minimum)));

        TypicalParticipant? Add(string who, TypicalParticipant? typical, bool mayShow)
        {
            var shown = mayShow && typical?.MayShow(minimum) == true ? typical : null;
            var status =
                typical is null ? QuantityStatus.NotApplicable
                : shown is null ? QuantityStatus.Suppressed
                : QuantityStatus.Estimated;
            edition.Add(SampleStage.Count($"typisk.{who}.deltakere", typical?.Persons ?? 0));
            AddNumbers(edition, who, shown, status);
            AddCategories(edition, who, shown, status);
            AddPredictions(edition, who, shown, status, data, fit);
            return shown;
        }
    }

    private static void AddNumbers(EditionBuilder edition, string who, TypicalParticipant? typical, QuantityStatus status)
    {
        foreach (var name in TypicalParticipant.NumberColumns)
        {
            Add($"typisk.{who}.{name}", typical?.Numbers[name], name == "varighet" ? Unit.Months : Unit.Years);
        }

        Add($"typisk.{who}.antall_tiltak", typical?.Measures.Count, Unit.Count);

        void Add(string id, double? value, Unit unit) =>
            edition.Add(value is { } number ? Quantity.Of(id, number, unit, 0) : Quantity.Without(id, unit, 0, status));
    }

    private static void AddCategories(EditionBuilder edition, string who, TypicalParticipant? typical, QuantityStatus status)
    {
        foreach (var variable in TypicalParticipant.Characteristics)
        {
            Add($"typisk.{who}.{variable.Token}", variable.Token, variable.Token);
        }

        foreach (var word in FollowSex)
        {
            Add($"typisk.{who}.{word}", word, DescriptiveVariables.Sex.Token);
        }

        var name = $"typisk.{who}.{MeasuresVariable}";
        edition.Add(
            typical is null
                ? CategoryFact.Without(name, MeasuresVariable, status)
                : CategoryFact.Of(name, MeasuresVariable, [.. typical.Measures.Select(m => m[(MeasuresVariable.Length + 1)..])])
        );

        void Add(string id, string variable, string characteristic) =>
            edition.Add(
                typical is null
                    ? CategoryFact.Without(id, variable, status)
                    : CategoryFact.Of(id, variable, typical.Categories[characteristic].Token)
            );
    }

    private static void AddPredictions(
        EditionBuilder edition,
        string who,
        TypicalParticipant? typical,
        QuantityStatus status,
        Dataset data,
        LogisticFit fit
    )
    {
        var rows = Breakdown.Schemes.ToDictionary(s => s, s => Row(s));
        foreach (var scheme in Breakdown.Schemes)
        {
            var prediction = rows[scheme] is { } row ? fit.Estimates?.Predict(row) : null;
            Add(
                $"typisk.{who}.sannsynlighet.{Breakdown.Token(scheme)}",
                prediction?.Probability,
                Unit.Probability,
                BreakdownQuantities.IntervalOf(prediction?.ProbabilityInterval)
            );
        }

        var difference =
            rows[Scheme.Jobbsjansen] is { } first && rows[Scheme.Introduksjonsprogrammet] is { } second
                ? AveragePrediction.Difference(fit, first, second)
                : null;
        Add($"typisk.{who}.forskjell", difference?.Value, Unit.PercentagePoints, BreakdownQuantities.IntervalOf(difference?.Interval));

        // A profile that the model cannot code (a category that no row used has) has no prediction.
        IReadOnlyList<double>? Row(Scheme scheme) =>
            typical is not null && fit.Design.Row(typical.Profile(data, scheme)) is { Problems.Count: 0 } row ? row.Values : null;

        void Add(string id, double? value, Unit unit, Interval? interval) =>
            edition.Add(
                value is { } number
                    ? Quantity.Of(id, number, unit, 0) with
                    {
                        Interval = interval,
                    }
                    : Quantity.Without(id, unit, 0, status == QuantityStatus.Estimated ? QuantityStatus.NotEstimable : status)
            );
    }
}
