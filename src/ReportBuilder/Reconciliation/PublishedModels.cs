using ReportBuilder.Datasets;
using ReportBuilder.Models;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;
using ReportBuilder.Stages;

namespace ReportBuilder.Reconciliation;

/// <summary>The three models of Tabell 17, fitted when first asked for.</summary>
internal sealed class PublishedModels
{
    /// <summary>Column of the project model's own variable.</summary>
    public const string Wages = "p_lonn_per_deltaker";

    private const string Constant = "konstantledd";
    private const string Education = "utdanningsnivaa";
    private const string Age = "alder";
    private static readonly string[] Facts = ["k_innvandrerandel", "k_nettoinnflytting", "k_arbeidsmarked"];
    private static readonly string[] Marks = ["ordning", "kjonn", "fravaer"];

    private readonly PublishedSamples _samples;
    private readonly Lazy<LogisticFit> _individual;
    private readonly Lazy<RandomInterceptFit> _municipality;
    private readonly Lazy<RandomInterceptFit> _project;

    public PublishedModels(PublishedSamples samples)
    {
        _samples = samples;
        _individual = new Lazy<LogisticFit>(() => LogisticRegression.Fit(samples.FullDesign));
        _municipality = new Lazy<RandomInterceptFit>(() => FitGroups(samples.IsInMunicipalityModel, Facts, samples.Municipalities.Text));
        _project = new Lazy<RandomInterceptFit>(() => FitGroups(samples.IsInProjectModel, [Wages], samples.Projects.Text));
    }

    /// <summary>The individual model.</summary>
    public LogisticFit Individual => _individual.Value;

    /// <summary>Names of the coefficients of a model, as <c>avstemming.csv</c> writes them.</summary>
    public static IReadOnlyList<string> TermNames(Basis basis) =>
        basis switch
        {
            Basis.IndividualModel =>
            [
                Constant,
                .. ModelTerm.OfIndividualModel.SelectMany(ModelTermTexts.Coefficients).Select(c => c.Token),
            ],
            Basis.MunicipalityModel => Names(Facts),
            Basis.ProjectModel => Names([Wages]),
            _ => [],
        };

    /// <summary>The coefficient of a term; null when there is none.</summary>
    public double? Coefficient(Basis basis, string term)
    {
        var coefficients = basis == Basis.IndividualModel ? Individual.Estimates?.Coefficients : Grouped(basis)?.Estimates?.Coefficients;
        return coefficients?.FirstOrDefault(c => NameOf(c.Column) == term)?.Estimate?.Value;
    }

    /// <summary>The constant when every Norwegian level has a number one higher: the coefficients of the others stay as they are.</summary>
    public double? ConstantFromOne() => Coefficient(Basis.IndividualModel, Constant) - Coefficient(Basis.IndividualModel, "norsknivaa");

    public double? IntraclassCorrelation(Basis basis) => Grouped(basis)?.Estimates?.IntraclassCorrelation;

    public double? LogLikelihood(Basis basis) =>
        basis == Basis.IndividualModel ? Individual.Estimates?.LogLikelihood : Grouped(basis)?.Estimates?.LogLikelihood;

    public double? McFadden() => Individual.Estimates?.McFaddenR2;

    public int Observations(Basis basis) =>
        basis == Basis.IndividualModel ? Individual.Design.RowCount : Grouped(basis)?.Design.RowCount ?? 0;

    public int? Groups(Basis basis) => Grouped(basis)?.Estimates?.Groups.Count;

    private RandomInterceptFit? Grouped(Basis basis) =>
        basis switch
        {
            Basis.MunicipalityModel => _municipality.Value,
            Basis.ProjectModel => _project.Value,
            _ => null,
        };

    private static string[] Names(IEnumerable<string> own) =>
        [Constant, Age, .. Marks, $"{Education}.en_del", $"{Education}.god_allmennutdanning", .. own];

    private static string NameOf(DesignColumn column) =>
        column.Term is not { } term ? Constant
        : column.Level is { } level ? $"{term}.{level}"
        : term;

    private RandomInterceptFit FitGroups(bool[] isUsed, IReadOnlyList<string> own, Func<int, string?> group)
    {
        var data = _samples.Data;
        var outcome = data.Codes(StageColumns.Outcome);
        var yes = outcome.IndexOf(StageColumns.Yes);
        int[] rows = [.. Enumerable.Range(0, data.RowCount).Where(row => isUsed[row])];
        var levels = data.Codes(Education);
        Term[] terms =
        [
            new NumericTerm(Age, Standardised(data.Numbers(Age), rows)),
            .. Marks.Select(name => new NumericTerm(name, [.. rows.Select(row => (double?)data.Codes(name).Indices[row])])),
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
        return RandomInterceptLogit.Fit(design, Categorical.FromLabels(names, labels));
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
