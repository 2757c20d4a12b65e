using System.Reflection;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>Names of the numbers in <c>konstanter.csv</c>; what they are and where they come from stands there.</summary>
internal static class RawConstants
{
    public const string ParticipantsPerExitNir = "deltakere_per_avsluttet_intro";
    public const string ParticipantsPerExitJobbsjansen = "deltakere_per_avsluttet_jobbsjansen";
    public const string WagesPerProjectNir = "lonn_per_prosjekt_intro";
    public const string WagesPerProjectJobbsjansen = "lonn_per_prosjekt_jobbsjansen";
    public const string FewestComplete = "lonn_minst_komplette";
    public const string ExitsBefore = "avsluttet_for_perioden_pst";
    public const string ExitsAfter = "avsluttet_etter_perioden_pst";
    public const string OneTest = "delprover_1";
    public const string TwoTests = "delprover_2";
    public const string ThreeTests = "delprover_3";
    public const string FourTests = "delprover_4";
    public const string OnlyAssessed = "bare_vurdering_pst";
    public const string TestedAndAssessed = "prove_og_vurdering_pst";
    public const string AssessmentDiffers = "vurdering_avviker_pst";
    public const string OnlyFirstTrack = "bare_forste_spor_pst";
    public const string OnlyLastTrack = "bare_siste_spor_pst";
    public const string ChangedTrack = "byttet_spor_pst";
    public const string NorwegianHoursFrom = "timer_norsk_min";
    public const string NorwegianHoursTo = "timer_norsk_maks";
    public const string SocialHoursFrom = "timer_samf_min";
    public const string SocialHoursTo = "timer_samf_maks";
    public const string HasOtherHours = "nknv_pst";
    public const string OtherHoursTo = "timer_nknv_maks";
    public const string LowAbsenceTo = "fravaer_lavt_maks_promille";
    public const string HighAbsenceTo = "fravaer_hoyt_maks_promille";
    public const string ExactThreshold = "fravaer_nokyaktig_terskel_pst";
    public const string AbsenceInDays = "fravaer_dager_pst";
    public const string DecisionLead = "vedtak_til_oppstart_maks";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(RawConstants)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!),
    ];
}
