using ReportBuilder.Datasets;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>The models of the report as fitted to a dataset, each when first asked for and then kept. Safe to use from several threads.</summary>
public sealed class ModelFits
{
    private readonly Dictionary<string, Lazy<LogisticFit>> _logistic;
    private readonly Dictionary<string, Lazy<MixedLogitFit>> _grouped;

    /// <summary>Makes the models of a dataset; nothing is fitted yet.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="rows">Which rows each model uses.</param>
    public ModelFits(Dataset data, ModelRows rows)
    {
        var designs = new ModelDesigns(data);
        _logistic = ReportModel
            .All.Where(m => m.Grouping == ModelGrouping.None)
            .ToDictionary(
                m => m.Token,
                m => new Lazy<LogisticFit>(() => LogisticRegression.Fit(designs.OnRows(rows.Of(m), m.Terms))),
                StringComparer.Ordinal
            );
        _grouped = ReportModel
            .All.Where(m => m.Grouping != ModelGrouping.None)
            .ToDictionary(m => m.Token, m => new Lazy<MixedLogitFit>(() => Fit(designs, rows.Of(m), m)), StringComparer.Ordinal);
    }

    /// <summary>The fit of a model without groups.</summary>
    public LogisticFit Logistic(ReportModel model) => _logistic[model.Token].Value;

    /// <summary>The fit of a model with a random intercept.</summary>
    public MixedLogitFit Grouped(ReportModel model) => _grouped[model.Token].Value;

    private static MixedLogitFit Fit(ModelDesigns designs, bool[] isUsed, ReportModel model) =>
        MixedLogit.Fit(designs.OnRows(isUsed, model.Terms), [new GroupingFactor(model.Token, designs.Groups(model.Grouping, isUsed))]);
}
