using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>Who lacks education or Norwegian level, all characteristics at once: logistic regression of lacking one on what is known of nearly everyone.</summary>
public static class MissingModelStage
{
    /// <summary>Second part of the ids of its numbers.</summary>
    public const string Token = "mangler";

    /// <summary>Adds <c>modell.mangler.*</c>. A fit that fails is a warning (RB6002).</summary>
    public static void Run(Dataset data, EditionBuilder edition, DiagnosticBag bag)
    {
        var quantities = new ModelQuantities(Token, edition, bag);
        var lacks = SampleStage.LacksEducationOrNorwegian(data);
        var isUsed = new bool[data.RowCount];
        Array.Fill(isUsed, true);
        var fit = LogisticRegression.Fit(new ModelDesigns(data).OnRows(Token, lacks, isUsed, ModelTerm.OfMissingModel));
        if (fit.Status != LogisticStatus.Converged)
        {
            quantities.WarnOfFailure(EditionWriter.NameOf(fit.Status));
        }

        quantities.AddCoefficients(ModelTerm.OfMissingModel, fit.Estimates?.Coefficients, fit.Design.RowCount);
        quantities.AddCount("observasjoner", fit.Design.RowCount);
        quantities.Add("mcfadden", fit.Estimates?.McFaddenR2, Unit.PseudoR2, 2, fit.Design.RowCount);
    }
}
