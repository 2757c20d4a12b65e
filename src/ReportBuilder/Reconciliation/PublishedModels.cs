using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;
using ReportBuilder.Stages;

namespace ReportBuilder.Reconciliation;

/// <summary>The models of the report (Tabell 17 and 19–21) by the names of <c>avstemming.csv</c>.</summary>
internal sealed class PublishedModels(PublishedSamples samples)
{
    private const string Scheme = "ordning";
    private static readonly Dictionary<Basis, ReportModel> Models = new()
    {
        [Basis.IndividualModel] = ReportModel.Individual,
        [Basis.MunicipalityModel] = ReportModel.Municipality,
        [Basis.ProjectModel] = ReportModel.Project,
        [Basis.IndividualModelOfWomen] = ReportModel.OfWomen[0],
        [Basis.MunicipalityModelOfWomen] = ReportModel.OfWomen[1],
        [Basis.ProjectModelOfWomen] = ReportModel.OfWomen[2],
    };

    /// <summary>The individual model.</summary>
    public LogisticFit Individual => samples.Fits.Logistic(ReportModel.Individual);

    /// <summary>Names of the coefficients of a model, as <c>avstemming.csv</c> writes them.</summary>
    public static IReadOnlyList<string> TermNames(Basis basis) =>
        Models.TryGetValue(basis, out var model)
            ? [ModelTermTexts.Constant.Token, .. model.Terms.SelectMany(ModelTermTexts.Coefficients).Select(c => c.Token)]
            : [];

    /// <summary>Names of the terms of a model: a factor is one.</summary>
    public static IReadOnlyList<string> GroupNames(Basis basis) =>
        Models.TryGetValue(basis, out var model) ? [.. model.Terms.Select(t => t.Token)] : [];

    /// <summary>The coefficient of a term; null when there is none.</summary>
    public double? Coefficient(Basis basis, string term) => Estimate(basis, term)?.Value;

    /// <summary>Its standard error; null when there is none.</summary>
    public double? StandardError(Basis basis, string term) => Estimate(basis, term)?.StandardError;

    /// <summary>Generalised variance inflation factor of a term; null when it cannot be computed.</summary>
    public double? Inflation(Basis basis, string term) =>
        (Logistic(basis)?.Estimates?.Covariance ?? Grouped(basis)?.Estimates?.Covariance) is { } covariance
            ? VarianceInflation.Compute(covariance).FirstOrDefault(i => i.Term == term)?.Gvif
            : null;

    /// <summary>Mean difference of predicted probability between the schemes, in percentage points.</summary>
    public double? AverageDifference()
    {
        var column = Individual.Design.Columns.ToList().FindIndex(c => c.Term == Scheme);
        return column < 0 ? null : 100 * ReportBuilder.Models.Regression.AverageDifference.Of(Individual, column);
    }

    /// <summary>The constant when every Norwegian level has a number one higher: the coefficients of the others stay as they are.</summary>
    public double? ConstantFromOne() =>
        Coefficient(Basis.IndividualModel, ModelTermTexts.Constant.Token) - Coefficient(Basis.IndividualModel, "norsknivaa");

    public double? IntraclassCorrelation(Basis basis) => Grouped(basis)?.Estimates?.IntraclassCorrelation;

    public double? LogLikelihood(Basis basis) =>
        Logistic(basis) is { } fit ? fit.Estimates?.LogLikelihood : Grouped(basis)?.Estimates?.LogLikelihood;

    public double? McFadden() => Individual.Estimates?.McFaddenR2;

    public int Observations(Basis basis) => Logistic(basis)?.Design.RowCount ?? Grouped(basis)?.Design.RowCount ?? 0;

    public int? Groups(Basis basis) => Grouped(basis)?.Estimates?.Components[0].LevelCount;

    /// <summary>Name of a column of a model's design, as <c>avstemming.csv</c> writes it.</summary>
    public static string NameOf(DesignColumn column) =>
        column.Term is not { } term ? ModelTermTexts.Constant.Token
        : column.Level is { } level ? $"{term}.{level}"
        : term;

    private LogisticFit? Logistic(Basis basis) =>
        Models.GetValueOrDefault(basis) is { Grouping: ModelGrouping.None } model ? samples.Fits.Logistic(model) : null;

    private MixedLogitFit? Grouped(Basis basis) =>
        Models.GetValueOrDefault(basis) is { Grouping: not ModelGrouping.None } model ? samples.Fits.Grouped(model) : null;

    private CoefficientEstimate? Estimate(Basis basis, string term) =>
        (Logistic(basis)?.Estimates?.Coefficients ?? Grouped(basis)?.Estimates?.Coefficients)
            ?.FirstOrDefault(c => NameOf(c.Column) == term)
            ?.Estimate;
}
