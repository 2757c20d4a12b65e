using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Datasets;

namespace ReportBuilder.Tests.Synthesis.Raw;

/// <summary>Which measures lead to which harmonised one, as printed in Tabell 10–13 of the published edition.</summary>
internal static class PublishedMeasures
{
    private static readonly Dictionary<(int Table, string Target), string> Columns = new()
    {
        [(10, "Norskopplæring")] = "t_norskopplaering",
        [(10, "Samfunnskunnskap")] = "t_samfunnskunnskap",
        [(10, "Språkpraksis")] = "t_spraakpraksis",
        [(10, "Annet")] = "t_annet_norsk",
        [(11, "Yrkesrettede kurs")] = "t_yrkesrettet_kurs",
        [(11, "Ordinært arbeid/Deltidsarbeid gjennom deltakelsen")] = "t_ordinaert_arbeid",
        [(11, "Annet")] = "t_annet_arbeidsliv",
        [(11, "Arbeidspraksis i skjermet virksomhet")] = "t_praksis_skjermet",
        [(11, "Arbeidspraksis i ordinær virksomhet")] = "t_praksis_ordinaer",
        [(11, "Arbeidsmarkedsopplæring (AMO-kurs)")] = "t_amo_kurs",
        [(12, "Annet")] = "t_annet_samfunnsliv",
        [(12, "Tiltak som fremmer sosialt nettverk")] = "t_sosialt_nettverk",
        [(12, "Helsefremmende tiltak/ fysisk fostring")] = "t_helsefremmende",
        [(12, "Tiltak knyttet til barn og familie")] = "t_barn_familie",
        [(12, "Kultur- og fritidstiltak")] = "t_kultur_fritid",
        [(13, "Annet")] = "t_annet_utdanning",
        [(13, "Godkjenning/ Realkompetansevurdering av tidligere utdanning")] = "t_realkompetanse",
        [(13, "Grunnskole for voksne")] = "t_grunnskolefag",
        [(13, "Videregående opplæring inkl. enkeltfag")] = "t_fag_vgo",
    };

    private static readonly Dictionary<int, string> Others = new()
    {
        [10] = "Annet (Grunnleggende norsk og samfunnskunnskap)",
        [11] = "Annet (Deltakelse i arbeidsliv)",
        [12] = "Annet (Deltakelse i samfunnsliv)",
        [13] = "Annet (Utdanning/kurs og godkjenning av kompetanse)",
    };

    /// <summary>Register columns of each harmonised measure of a register («NIR» or «Jobbsjansen»).</summary>
    public static ILookup<string, string> Of(string register) =>
        Columns
            .Keys.Select(k => k.Table)
            .Distinct()
            .SelectMany(Read)
            .Where(l => l.Register == register && l.Target.Length > 0)
            .ToLookup(l => Columns[(l.Table, l.Target)], l => l.Source, StringComparer.Ordinal);

    private static IEnumerable<(int Table, string Register, string Target, string Source)> Read(int table)
    {
        string[] names = ["register", "variable_code", "source_category", "target_variable"];
        var path = DataFolder.Path($"editions/2022/tables/tabell-{table}.csv");
        return CsvSheet
            .Read(path, "tabell", names, new DiagnosticBag())!
            .Rows.Select(row =>
            {
                var (code, category) = (row["variable_code"].Text, row["source_category"].Text);
                var source =
                    code.Length > 0 ? code
                    : category == "Annet" ? Others[table]
                    : category;
                return (table, row["register"].Text, row["target_variable"].Text, source);
            });
    }
}
