using System.Collections.Frozen;

namespace ReportBuilder.Reconciliation;

/// <summary>The closed vocabulary of <c>avstemming.csv</c>.</summary>
internal static class ReconciliationWords
{
    public static readonly FrozenDictionary<string, Measure> Measures = new Dictionary<string, Measure>
    {
        ["antall"] = Measure.Count,
        ["antall_per_aar"] = Measure.CountPerYear,
        ["andel"] = Measure.Share,
        ["andel_av_alle"] = Measure.ShareOfAll,
        ["gjennomsnitt"] = Measure.Mean,
        ["persentil"] = Measure.Percentile,
        ["hoyest"] = Measure.Maximum,
        ["lavest"] = Measure.Minimum,
        ["typetall"] = Measure.Mode,
        ["korrelasjon"] = Measure.Correlation,
        ["koeffisient"] = Measure.Coefficient,
        ["standardfeil"] = Measure.StandardError,
        ["vif"] = Measure.VarianceInflation,
        ["prediksjon"] = Measure.Prediction,
        ["prediksjonsforskjell"] = Measure.PredictionDifference,
        ["snittforskjell"] = Measure.AverageDifference,
        ["persentil_snudd"] = Measure.ReversedPercentile,
        ["konstantledd_fra_1"] = Measure.ConstantFromOne,
        ["oddsrate"] = Measure.OddsRatio,
        ["oddsendring"] = Measure.OddsChange,
        ["icc"] = Measure.IntraclassCorrelation,
        ["loglikelihood"] = Measure.LogLikelihood,
        ["mcfadden"] = Measure.McFadden,
        ["observasjoner"] = Measure.Observations,
        ["grupper"] = Measure.Groups,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, Basis> Bases = new Dictionary<string, Basis>
    {
        ["alle"] = Basis.All,
        ["komplette"] = Basis.Complete,
        ["ufullstendige"] = Basis.Incomplete,
        ["kommuneaar"] = Basis.MunicipalityYears,
        ["modellkommuneaar"] = Basis.ModelMunicipalityYears,
        ["kommuneaar_ordning"] = Basis.SchemeMunicipalityYears,
        ["prosjektaar"] = Basis.ProjectYears,
        ["prosjekter"] = Basis.Projects,
        ["individmodell"] = Basis.IndividualModel,
        ["kommunemodell"] = Basis.MunicipalityModel,
        ["prosjektmodell"] = Basis.ProjectModel,
        ["individmodell_kvinner"] = Basis.IndividualModelOfWomen,
        ["kommunemodell_kvinner"] = Basis.MunicipalityModelOfWomen,
        ["prosjektmodell_kvinner"] = Basis.ProjectModelOfWomen,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, ToleranceKind> Tolerances = new Dictionary<string, ToleranceKind>
    {
        ["eksakt"] = ToleranceKind.Exact,
        ["ett_prosentpoeng"] = ToleranceKind.OnePoint,
        ["to_prosent"] = ToleranceKind.TwoPerCent,
        ["en_enhet"] = ToleranceKind.OneUnit,
        ["to_standardfeil"] = ToleranceKind.TwoStandardErrors,
        ["to_standardfeil_odds"] = ToleranceKind.TwoStandardErrorsOfLog,
        ["icc"] = ToleranceKind.Intraclass,
        ["fem_hundredeler"] = ToleranceKind.FiveHundredths,
        ["tre_poeng"] = ToleranceKind.ThreePoints,
        ["omkring"] = ToleranceKind.Around,
        ["over"] = ToleranceKind.Above,
        ["under"] = ToleranceKind.Below,
        ["minst"] = ToleranceKind.AtLeast,
        ["hoyst"] = ToleranceKind.AtMost,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, TargetStatus> Statuses = new Dictionary<string, TargetStatus>
    {
        [""] = TargetStatus.Reconciled,
        ["ikke avstemt"] = TargetStatus.NotReconciled,
        ["ikke beregnbar"] = TargetStatus.NotComputable,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Columns that units have of their own: finished participants; and of a project, actual and expected result and the difference.</summary>
    public const string Finished = "avsluttede";
    public const string Result = "resultat";
    public const string Expected = "forventet";
    public const string Contribution = "bidrag";

    public static readonly string[] UnitColumns = [Finished, Result, Expected, Contribution];

    /// <summary>Parts of equal size: «varighet=femdel 5».</summary>
    public static readonly FrozenDictionary<string, int> Parts = new Dictionary<string, int>
    {
        ["kvartil"] = 4,
        ["femdel"] = 5,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
