using System.Collections.Frozen;
using ReportBuilder.Briefings;
using ReportBuilder.Diagnostics;
using ReportBuilder.Disclosure.Linked;
using ReportBuilder.Harmonise;
using ReportBuilder.Templating;

namespace ReportBuilder.Configuration;

/// <summary>Reads <c>report.yaml</c>.</summary>
public static class SettingsReader
{
    private const int LargestThreshold = 1000;

    /// <summary>
    /// Reads the settings; null when the file cannot be read at all. Faults are gathered: RB1001–RB1006, RB1007 for a path
    /// that names nothing, RB1008 for a path without a year, RB7040–RB7041 for the comparison.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">The file as the user named it.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="needsData">
    /// False for a run that reads no data, so that nothing need lie where <c>data</c> and <c>syntetisk</c> point: editions are compared where no register may be.
    /// </param>
    public static ReportSettings? Read(string path, string shownAs, DiagnosticBag diagnostics, bool needsData = true)
    {
        if (YamlSection.Read(path, shownAs, diagnostics) is not { } root)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var data = root.Section("data");
        var registers = data.Section("registre");
        var synthesis = root.Section("syntetisk");
        var privacy = root.Section("personvern");
        var contribution = root.Section("bidrag");
        var comparison = root.Section("sammenligning");
        var briefings = root.Section("kommunenotat");
        var map = briefings.Section("kart");
        var minimum = privacy.Integer("minste_antall", 5, LinkedCells.LowestThreshold, LargestThreshold);
        var settings = new ReportSettings
        {
            Edition = root.Text("utgave"),
            Publication = new BookMetadata
            {
                Title = root.Text("tittel"),
                Subtitle = root.Text("undertittel", string.Empty),
                Authors = root.Texts("forfattere"),
                Publisher = root.Text("utgiver"),
                Series = root.Text("serie", string.Empty),
                Date = root.Date("dato"),
                Description = root.Text("beskrivelse", string.Empty),
                Keywords = root.Texts("nokkelord"),
            },
            TemplateFolder = Located(root, "maler", folder, "templates/rapport"),
            LabelFolder = Located(root, "etiketter", folder, "templates/labels/nb"),
            StyleFolder = Located(root, "stil", folder, "templates/typst"),
            ParticipantFile = Named(data, "deltakere", folder, needsData),
            Registers = new RegisterSources
            {
                NirFile = Named(registers, "nir", folder, needsData),
                JobbsjansenPattern = Pattern(registers, "jobbsjansen", folder),
                KostraFile = Named(registers, "kostra", folder, needsData),
                AccountsFile = Named(registers, "regnskap", folder, needsData),
                StatBankFolder = Named(registers, "ssb", folder, needsData),
            },
            RegisterSchemaFolder = Located(data, "registerskjema", folder, "data/registre", needsData),
            RecodingFolder = Located(data, "omkoding", folder, "data/recodings", needsData),
            Readings = [.. data.Section("lesninger").Pairs().Select(p => new ChosenReading(p.Key, p.Text, p.Place))],
            SchemaFile = Located(data, "skjema", folder, "data/deltakere.schema.csv", needsData),
            MunicipalityFolder = Located(data, "kommuner", folder, "data", needsData),
            SynthesisFolder = Located(synthesis, "parametre", folder, "data/syntetisk", needsData),
            Seed = synthesis.Integer("fro", 2022, 0, int.MaxValue),
            MinimumCount = minimum,
            MinimumCountByVariable = Thresholds(privacy, minimum),
            ContributionMinimum = contribution.Integer("minste_antall", Math.Max(5, minimum), minimum, 1000),
            Comparison = ComparisonSettingsReader.Read(comparison, folder),
            Briefings = new BriefingSettings
            {
                // Only the command that makes briefings needs them to be there.
                TemplateFolder = Located(briefings, "maler", folder, "templates/kommunenotat", mustExist: false),
                LabelFolder = Located(briefings, "etiketter", folder, "templates/labels", mustExist: false),
                BorderFile = Named(map, "grenser", folder, mustExist: false),
                BorderSource = map.Text("kilde", string.Empty),
            },
            OutputFolder = Path.GetFullPath(root.Text("utskrift", "output"), folder),
            TypesettingLimit = TimeSpan.FromSeconds(root.Integer("tidsgrense", 60, 1, 3600)),
        };
        CheckSources(settings, data, registers);
        registers.Close();
        data.Close();
        synthesis.Close();
        privacy.Close();
        contribution.Close();
        comparison.Close();
        map.Close();
        briefings.Close();
        root.Close();
        return settings;
    }

    /// <summary>Thresholds by variable. A name that is no variable of the briefings is RB1005, with the nearest that is.</summary>
    private static FrozenDictionary<string, int> Thresholds(YamlSection privacy, int minimum)
    {
        var section = privacy.Section("minste_antall_per_variabel");
        var thresholds = BriefingVariables.Protected.ToFrozenDictionary(
            variable => variable,
            variable => section.Integer(variable, minimum, LinkedCells.LowestThreshold, LargestThreshold),
            StringComparer.Ordinal
        );
        section.Close();
        return thresholds;
    }

    /// <summary>The participants come from one place: a harmonised file or both registers (RB1004 for a register not named, RB1009 for both places).</summary>
    private static void CheckSources(ReportSettings settings, YamlSection data, YamlSection registers)
    {
        if (settings.Registers.AreNone)
        {
            return;
        }

        registers.Text("nir");
        registers.Text("jobbsjansen");
        if (settings.ParticipantFile is not null)
        {
            data.Report(Diagnostic.Error("RB1009", data.PlaceOf("deltakere")));
        }
    }

    private static string? Named(YamlSection section, string key, string folder, bool mustExist) =>
        section.Text(key, string.Empty).Length > 0 ? Located(section, key, folder, string.Empty, mustExist) : null;

    /// <summary>A path with a mark for the year (RB1008 without one). The files themselves are looked for when the years are known.</summary>
    private static string? Pattern(YamlSection section, string key, string folder)
    {
        var written = section.Text(key, string.Empty);
        if (written.Length == 0)
        {
            return null;
        }

        if (!written.Contains(RegisterSources.YearMark, StringComparison.Ordinal))
        {
            section.Report(Diagnostic.Error("RB1008", section.PlaceOf(key), RegisterSources.YearMark) with { Found = written });
        }

        return Path.GetFullPath(written, folder);
    }

    private static string Located(YamlSection section, string key, string folder, string fallback, bool mustExist = true)
    {
        var written = section.Text(key, fallback);
        var path = Path.GetFullPath(written, folder);
        if (mustExist && !Path.Exists(path))
        {
            section.Report(Diagnostic.Error("RB1007", section.PlaceOf(key)) with { Found = written });
        }

        return path;
    }
}
