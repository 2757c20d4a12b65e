using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Models;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// Where the one coefficient of the individual model averages over what differs: the individual model with the product of scheme and absence, and with that of scheme and years in Norway, each
/// with the effect at both levels. Numbers are «not estimable» where the data have nobody to tell them by.
/// </summary>
public static class InteractionStage
{
    private const string Residence = "botid";

    /// <summary>
    /// Adds <c>samspill.fravaer.{level}.oddsrate</c> and <c>.forskjell</c>, Jobbsjansen against introduksjonsprogrammet at each level of absence; <c>samspill.botid.{scheme}.oddsrate</c>, a year
    /// more in Norway within each scheme; and the likelihood-ratio tests of the products, <c>samspill.fravaer.p</c> and <c>samspill.botid.p</c>.
    /// </summary>
    /// <param name="data">The dataset.</param>
    /// <param name="fits">The models of the report.</param>
    /// <param name="edition">Receives the quantities.</param>
    public static void Run(Dataset data, ModelFits fits, EditionBuilder edition)
    {
        var book = new NumberBook(edition);
        AddAbsence(data, fits, book);
        AddResidence(data, fits, book);
    }

    private static void AddAbsence(Dataset data, ModelFits fits, NumberBook book)
    {
        var absence = DescriptiveVariables.Absence;
        var fit = Fit(data, fits, absence.Token);
        var column = data.Codes(absence.Token);
        foreach (var level in absence.Categories)
        {
            var index = column.IndexOf(level);
            bool[] within = [.. Enumerable.Range(0, data.RowCount).Select(row => column.Indices[row] == index)];
            var rows = fit.Design.UsedRows.Count(row => within[row]);
            var effect = AverageMarginalEffects.Of(fit, StageColumns.Scheme, within)[0].Estimate;
            book.AddRatio($"samspill.{absence.Token}.{level}.oddsrate", RatioAt(fit, StageColumns.Scheme, column.NumberAt(index)), rows);
            book.Add($"samspill.{absence.Token}.{level}.forskjell", effect?.Value, Unit.PercentagePoints, 1, rows, effect?.Interval);
        }

        AddTest(fits, fit, absence.Token, book);
    }

    private static void AddResidence(Dataset data, ModelFits fits, NumberBook book)
    {
        var fit = Fit(data, fits, Residence);
        var column = data.Codes(StageColumns.Scheme);
        foreach (var scheme in Breakdown.Schemes.Select(Breakdown.Token))
        {
            var index = column.IndexOf(scheme);
            var rows = fit.Design.UsedRows.Count(row => column.Indices[row] == index);
            book.AddRatio($"samspill.{Residence}.{scheme}.oddsrate", RatioAt(fit, Residence, column.NumberAt(index)), rows);
        }

        AddTest(fits, fit, Residence, book);
    }

    private static void AddTest(ModelFits fits, LogisticFit fit, string other, NumberBook book)
    {
        var test = LikelihoodRatioTest.Compare(fit, fits.Logistic(ReportModel.Individual));
        book.Add($"samspill.{other}.p", test.P, Unit.PValue, 3, fit.Design.RowCount);
    }

    private static LogisticFit Fit(Dataset data, ModelFits fits, string other)
    {
        var (model, smaller) = (ReportModel.Individual, fits.Logistic(ReportModel.Individual).Design);
        var design = new ModelDesigns(data).WithProduct(smaller, model.Terms, TermOf(StageColumns.Scheme), TermOf(other));
        return LogisticRegression.Fit(design);
    }

    /// <summary>
    /// The odds ratio of one more of a term where the other of the product has a value: a row with nothing but the two is their sum, with its standard error from the covariance. Null when
    /// the sum has no estimate.
    /// </summary>
    private static OddsRatio? RatioAt(LogisticFit fit, string term, double value)
    {
        double[] row =
        [
            .. fit.Design.Columns.Select(c =>
                c.Term == term ? 1
                : c.Term?.Contains(':', StringComparison.Ordinal) == true ? value
                : 0
            ),
        ];
        if (fit.Estimates?.Predict(row) is not { } sum)
        {
            return null;
        }

        var limits = sum.LinearPredictorInterval;
        var interval = new ConfidenceInterval(Math.Exp(limits.Low), Math.Exp(limits.High), limits.Level);
        return double.IsFinite(interval.High) ? new OddsRatio(Math.Exp(sum.LinearPredictor), interval) : null;
    }

    private static ModelTerm TermOf(string token) => ModelTerm.OfIndividualModel.Single(t => t.Token == token);
}
