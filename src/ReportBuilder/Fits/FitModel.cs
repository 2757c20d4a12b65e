using ReportBuilder.Models;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;

namespace ReportBuilder.Fits;

/// <summary>A model ready to be fitted.</summary>
/// <param name="Design">Outcome, terms, weights and rows.</param>
/// <param name="Groups">The grouping factors of the random part; none for a plain logistic model.</param>
/// <param name="Clusters">The cluster of each row given; null when none were asked for.</param>
internal sealed record FitModel(ModelDesign Design, IReadOnlyList<GroupingFactor> Groups, Categorical? Clusters);
