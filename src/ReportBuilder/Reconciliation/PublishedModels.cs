using ReportBuilder.Datasets;
using ReportBuilder.Models;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;
using ReportBuilder.Stages;

namespace ReportBuilder.Reconciliation;

/// <summary>The three models of Tabell 17, and those of women only of Tabell 19–21, fitted when first asked for.</summary>
internal sealed class PublishedModels
{
    /// <summary>Column of the project model's own variable.</summary>
    public const string Wages = "p_lonn_per_deltaker";

    private const string Constant = "konstantledd";
    private const string Education = "utdanningsnivaa";
    private const string Age = "alder";
    private const string Sex = "kjonn";
    private const string Woman = "kvinne";
    private const string Scheme = "ordning";
    private const string Municipality = "kommune";
    private const string Project = "prosjekt";
    private static readonly string[] Facts = ["k_innvandrerandel", "k_nettoinnflytting", "k_arbeidsmarked"];
    private static readonly string[] Marks = [Scheme, Sex, "fravaer"];

    private readonly PublishedSamples _samples;
    private readonly Dictionary<Basis, Lazy<LogisticFit>> _individual;
    private readonly Dictionary<Basis, Lazy<MixedLogitFit>> _grouped;

    public PublishedModels(PublishedSamples samples)
    {
        _samples = samples;
        _individual = new Dictionary<Basis, Lazy<LogisticFit>>
        {
            [Basis.IndividualModel] = new(() => LogisticRegression.Fit(samples.FullDesign)),
            [Basis.IndividualModelOfWomen] = new(() => LogisticRegression.Fit(DesignOfWomen())),
        };
        _grouped = new Dictionary<Basis, Lazy<MixedLogitFit>>
        {
            [Basis.MunicipalityModel] = new(() =>
                FitGroups(samples.IsInMunicipalityModel, Marks, Facts, Municipality, samples.Municipalities.Text)
            ),
            [Basis.ProjectModel] = new(() => FitGroups(samples.IsInProjectModel, Marks, [Wages], Project, samples.Projects.Text)),
            [Basis.MunicipalityModelOfWomen] = new(() =>
                FitGroups(Women(samples.IsInMunicipalityModel), MarksOfWomen, Facts, Municipality, samples.Municipalities.Text)
            ),
            [Basis.ProjectModelOfWomen] = new(() =>
                FitGroups(Women(samples.IsInProjectModel), MarksOfWomen, [Wages], Project, samples.Projects.Text)
            ),
        };
    }

    /// <summary>The individual model.</summary>
    public LogisticFit Individual => _individual[Basis.IndividualModel].Value;

    /// <summary>Names of the coefficients of a model, as <c>avstemming.csv</c> writes them.</summary>
    public static IReadOnlyList<string> TermNames(Basis basis) =>
        basis switch
        {
            Basis.IndividualModel => Names(ModelTerm.OfIndividualModel),
            Basis.IndividualModelOfWomen => Names(TermsOfWomen),
            Basis.MunicipalityModel => Names(Marks, Facts),
            Basis.ProjectModel => Names(Marks, [Wages]),
            Basis.MunicipalityModelOfWomen => Names(MarksOfWomen, Facts),
            Basis.ProjectModelOfWomen => Names(MarksOfWomen, [Wages]),
            _ => [],
        };

    /// <summary>Names of the terms of a model: a factor is one.</summary>
    public static IReadOnlyList<string> GroupNames(Basis basis) =>
        basis is Basis.IndividualModel ? [.. ModelTerm.OfIndividualModel.Select(t => t.Token)]
        : basis is Basis.IndividualModelOfWomen ? [.. TermsOfWomen.Select(t => t.Token)]
        : [.. TermNames(basis).Where(n => n != Constant).Select(n => n.Split('.')[0]).Distinct()];

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
        return column < 0 ? null : 100 * Models.Regression.AverageDifference.Of(Individual, column);
    }

    /// <summary>The constant when every Norwegian level has a number one higher: the coefficients of the others stay as they are.</summary>
    public double? ConstantFromOne() => Coefficient(Basis.IndividualModel, Constant) - Coefficient(Basis.IndividualModel, "norsknivaa");

    public double? IntraclassCorrelation(Basis basis) => Grouped(basis)?.Estimates?.IntraclassCorrelation;

    public double? LogLikelihood(Basis basis) =>
        Logistic(basis) is { } fit ? fit.Estimates?.LogLikelihood : Grouped(basis)?.Estimates?.LogLikelihood;

    public double? McFadden() => Individual.Estimates?.McFaddenR2;

    public int Observations(Basis basis) => Logistic(basis)?.Design.RowCount ?? Grouped(basis)?.Design.RowCount ?? 0;

    public int? Groups(Basis basis) => Grouped(basis)?.Estimates?.Components[0].LevelCount;

    /// <summary>Name of a column of a model's design, as <c>avstemming.csv</c> writes it.</summary>
    public static string NameOf(DesignColumn column) =>
        column.Term is not { } term ? Constant
        : column.Level is { } level ? $"{term}.{level}"
        : term;

    private LogisticFit? Logistic(Basis basis) => _individual.GetValueOrDefault(basis)?.Value;

    private MixedLogitFit? Grouped(Basis basis) => _grouped.GetValueOrDefault(basis)?.Value;

    private CoefficientEstimate? Estimate(Basis basis, string term) =>
        (Logistic(basis)?.Estimates?.Coefficients ?? Grouped(basis)?.Estimates?.Coefficients)
            ?.FirstOrDefault(c => NameOf(c.Column) == term)
            ?.Estimate;

    private static IReadOnlyList<ModelTerm> TermsOfWomen => [.. ModelTerm.OfIndividualModel.Where(t => t.Column != Sex)];

    private static string[] MarksOfWomen => [.. Marks.Where(m => m != Sex)];

    private static string[] Names(IEnumerable<ModelTerm> terms) =>
        [Constant, .. terms.SelectMany(ModelTermTexts.Coefficients).Select(c => c.Token)];

    private static string[] Names(IEnumerable<string> marks, IEnumerable<string> own) =>
        [Constant, Age, .. marks, $"{Education}.en_del", $"{Education}.god_allmennutdanning", .. own];

    private bool[] Women(bool[] isUsed)
    {
        var sex = _samples.Data.Codes(Sex);
        var woman = sex.IndexOf(Woman);
        return [.. isUsed.Select((used, row) => used && !sex.IsMissing(row) && sex.Indices[row] == woman)];
    }

    /// <summary>The individual model without sex, on the women among the complete rows: the outcome of the others is left as missing.</summary>
    private ModelDesign DesignOfWomen()
    {
        var isUsed = Women(_samples.IsComplete);
        var outcome = _samples.Data.Codes(StageColumns.Outcome);
        var ofWomen = new CodeColumn(
            outcome.Declared,
            [.. outcome.Indices.ToArray().Select((index, row) => isUsed[row] ? index : CodeColumn.Missing)]
        );
        var design = new IndividualModelDesign(_samples.Data, [ofWomen]);
        return design.OnRowsOf(design.Full(), TermsOfWomen);
    }

    private MixedLogitFit FitGroups(
        bool[] isUsed,
        IReadOnlyList<string> marks,
        IReadOnlyList<string> own,
        string grouping,
        Func<int, string?> group
    )
    {
        var data = _samples.Data;
        var outcome = data.Codes(StageColumns.Outcome);
        var yes = outcome.IndexOf(StageColumns.Yes);
        int[] rows = [.. Enumerable.Range(0, data.RowCount).Where(row => isUsed[row])];
        var levels = data.Codes(Education);
        Term[] terms =
        [
            new NumericTerm(Age, Standardised(data.Numbers(Age), rows)),
            .. marks.Select(name => new NumericTerm(name, [.. rows.Select(row => (double?)data.Codes(name).Indices[row])])),
            new FactorTerm(
                Education,
                Categorical.FromCodes([.. levels.Levels.Select(l => l.Token)], [.. rows.Select(row => (int?)levels.Indices[row])])
            ),
            .. own.Select(name => new NumericTerm(name, Standardised(data.Numbers(name), rows))),
        ];
        string?[] labels = [.. rows.Select(group)];
        var design = ModelDesign.Build(
            new DummyTerm(StageColumns.Outcome, [.. rows.Select(row => (bool?)(outcome.Indices[row] == yes))]),
            terms
        );
        string[] names = [.. labels.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return MixedLogit.Fit(design, [new GroupingFactor(grouping, Categorical.FromLabels(names, labels))]);
    }

    /// <summary>(x − mean) / standard deviation over the rows; unknown values stay unknown.</summary>
    private static double?[] Standardised(NumberColumn column, int[] rows)
    {
        double?[] values = [.. rows.Select(row => column.IsMissing(row) ? (double?)null : column.Values[row])];
        double[] known = [.. values.OfType<double>()];
        if (known.Length < 2)
        {
            return values;
        }

        var mean = known.Average();
        var deviation = Math.Sqrt(known.Sum(v => (v - mean) * (v - mean)) / (known.Length - 1));
        return deviation > 0 ? [.. values.Select(v => (v - mean) / deviation)] : values;
    }
}
