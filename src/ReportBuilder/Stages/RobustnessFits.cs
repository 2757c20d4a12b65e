using ReportBuilder.Datasets;
using ReportBuilder.Models;
using ReportBuilder.Models.Matching;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>
/// The models that the report's own are held against, on the same rows as the individual model; each fitted when first asked for and then kept. Safe to use from several
/// threads.
/// </summary>
public sealed class RobustnessFits
{
    /// <summary>Points of the adaptive quadrature that Laplace's approximation is held against.</summary>
    public const int QuadraturePoints = 7;

    /// <summary>Caliper of the second matching, in standard deviations of the log odds of the propensity score (Austin 2011, Pharmaceutical Statistics 10: 150–161).</summary>
    public const double Caliper = 0.2;

    /// <summary>Name of the factor of municipalities.</summary>
    public const string Municipalities = "kommune";

    /// <summary>Name of the factor of projects within municipalities.</summary>
    public const string Projects = "prosjekt:kommune";

    private readonly Lazy<MixedLogitFit> _allTerms;
    private readonly Lazy<MixedLogitFit> _threeLevels;
    private readonly Lazy<MixedLogitFit> _quadrature;
    private readonly Lazy<FixedEffectsFit> _fixed;
    private readonly Lazy<ConditionalLogisticFit> _conditional;
    private readonly Lazy<MatchingResult> _matching;
    private readonly Lazy<MatchingResult> _narrowMatching;

    /// <summary>Makes the models; nothing is fitted yet.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="municipalities">The municipalities by year.</param>
    /// <param name="rows">Which rows each model uses.</param>
    /// <param name="fits">The models of the report.</param>
    public RobustnessFits(Dataset data, MunicipalityTable municipalities, ModelRows rows, ModelFits fits)
    {
        Data = data;
        Models = fits;
        Designs = new ModelDesigns(data);
        Rows = rows.Of(ReportModel.Individual);
        var every = new bool[data.RowCount];
        Array.Fill(every, true);
        ByProject = Designs.Groups(ModelGrouping.Project, every);
        var years = data.Numbers(StageColumns.Year);
        string?[] year = [.. Enumerable.Range(0, data.RowCount).Select(row => years.IsMissing(row) ? null : years.Values[row].ToText())];
        ByMunicipality = InPresentBorders(data, municipalities);
        ByMunicipalityAndYear = Categorical.Cross(
            ByMunicipality,
            Categorical.FromLabels([.. year.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], year)
        );
        var municipality = new GroupingFactor(Municipalities, ByMunicipality);
        _allTerms = new(() => MixedLogit.Fit(Individual.Design, [municipality]));
        _threeLevels = new(() =>
            MixedLogit.Fit(Individual.Design, [municipality, new GroupingFactor(Projects, Categorical.Cross(ByProject, ByMunicipality))])
        );
        _quadrature = new(() =>
            MixedLogit.Fit(Laplace.Design, Laplace.Factors, new MixedLogitOptions { QuadraturePoints = QuadraturePoints })
        );
        _fixed = new(() => FixedEffectsLogit.Fit(Individual.Design, ByMunicipality));
        _conditional = new(() => ConditionalLogistic.Fit(Individual.Design, ByMunicipalityAndYear));
        _matching = new(() => Match(null));
        _narrowMatching = new(() => Match(Caliper));
    }

    /// <summary>The dataset.</summary>
    public Dataset Data { get; }

    /// <summary>The models of the report.</summary>
    public ModelFits Models { get; }

    /// <summary>Makes designs.</summary>
    public ModelDesigns Designs { get; }

    /// <summary>For each row of the dataset, whether the individual model may use it.</summary>
    public bool[] Rows { get; }

    /// <summary>The municipality of each row of the dataset, in the borders of the last year: a place that was renumbered or merged is one.</summary>
    public Categorical ByMunicipality { get; }

    /// <summary>The municipality and year of each row of the dataset.</summary>
    public Categorical ByMunicipalityAndYear { get; }

    /// <summary>The project of each row of the dataset.</summary>
    public Categorical ByProject { get; }

    /// <summary>The individual model.</summary>
    public LogisticFit Individual => Models.Logistic(ReportModel.Individual);

    /// <summary>The municipality model of the report, by Laplace's approximation.</summary>
    public MixedLogitFit Laplace => Models.Grouped(ReportModel.Municipality);

    /// <summary>The same by adaptive quadrature.</summary>
    public MixedLogitFit Quadrature => _quadrature.Value;

    /// <summary>All terms of the individual model with a random intercept for each municipality.</summary>
    public MixedLogitFit AllTerms => _allTerms.Value;

    /// <summary>All terms of the individual model with random intercepts for municipalities and projects within them.</summary>
    public MixedLogitFit ThreeLevels => _threeLevels.Value;

    /// <summary>All terms of the individual model with a fixed intercept for each municipality.</summary>
    public FixedEffectsFit Fixed => _fixed.Value;

    /// <summary>All terms of the individual model within municipality and year, conditional on the number of successes of each.</summary>
    public ConditionalLogisticFit Conditional => _conditional.Value;

    /// <summary>Participants of Jobbsjansen matched with those of introduksjonsprogrammet, with or without caliper.</summary>
    public MatchingResult Matching(bool withCaliper) => withCaliper ? _narrowMatching.Value : _matching.Value;

    /// <summary>The individual model on the matched participants only.</summary>
    public LogisticFit? OnMatched(bool withCaliper)
    {
        var matching = Matching(withCaliper);
        if (matching.Pairs.Count == 0)
        {
            return null;
        }

        var isMatched = new bool[Data.RowCount];
        foreach (var row in matching.Sample().Rows)
        {
            isMatched[row] = true;
        }

        return LogisticRegression.Fit(Designs.OnRows(isMatched, ModelTerm.OfIndividualModel));
    }

    private static Categorical InPresentBorders(Dataset data, MunicipalityTable municipalities)
    {
        var (years, codes) = (data.Numbers(StageColumns.Year), ModelRows.Groups(data, ModelGrouping.Municipality));
        string?[] labels =
        [
            .. Enumerable
                .Range(0, data.RowCount)
                .Select(row =>
                    codes.Text(row) is { } code && !years.IsMissing(row) && municipalities.Exists((int)years.Values[row], code)
                        ? municipalities.Current((int)years.Values[row], code).Code
                        : codes.Text(row)
                ),
        ];
        return Categorical.FromLabels([.. labels.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], labels);
    }

    private MatchingResult Match(double? caliper)
    {
        var scheme = Data.Codes(StageColumns.Scheme);
        var treated = scheme.IndexOf(Breakdown.Token(Editions.Scheme.Jobbsjansen));
        var terms = ModelTerm.OfIndividualModel.Where(t => t.Token != StageColumns.Scheme).ToList();
        var used = Individual.Design.UsedRows.ToHashSet();
        bool[] isUsed = [.. Rows.Select((isUsed, row) => isUsed && used.Contains(row))];
        var design = Designs.OnRows(StageColumns.Scheme, row => scheme.Indices[row] == treated, isUsed, terms);
        return PropensityMatching.Match(design, new MatchingOptions { Caliper = caliper, Scale = caliper is null ? MatchingScale.Probability : MatchingScale.LogOdds });
    }
}
