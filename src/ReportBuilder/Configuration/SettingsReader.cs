using ReportBuilder.Diagnostics;
using ReportBuilder.Templating;

namespace ReportBuilder.Configuration;

/// <summary>Reads <c>report.yaml</c>.</summary>
public static class SettingsReader
{
    /// <summary>
    /// Reads the settings; null when the file cannot be read at all. Faults are gathered: RB1001–RB1006, and RB1007 for a path
    /// that names nothing.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">The file as the user named it.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static ReportSettings? Read(string path, string shownAs, DiagnosticBag diagnostics)
    {
        if (YamlSection.Read(path, shownAs, diagnostics) is not { } root)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var data = root.Section("data");
        var synthesis = root.Section("syntetisk");
        var privacy = root.Section("personvern");
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
            TemplateFolder = Existing(root, "maler", folder, "templates/rapport"),
            LabelFolder = Existing(root, "etiketter", folder, "templates/labels/nb"),
            StyleFolder = Existing(root, "stil", folder, "templates/typst"),
            ParticipantFile = data.Text("deltakere", string.Empty).Length > 0 ? Existing(data, "deltakere", folder, string.Empty) : null,
            SchemaFile = Existing(data, "skjema", folder, "data/deltakere.schema.csv"),
            MunicipalityFolder = Existing(data, "kommuner", folder, "data"),
            SynthesisFolder = Existing(synthesis, "parametre", folder, "data/syntetisk"),
            Seed = synthesis.Integer("fro", 2022, 0, int.MaxValue),
            MinimumCount = privacy.Integer("minste_antall", 5, 3, 1000),
            OutputFolder = Path.GetFullPath(root.Text("utskrift", "output"), folder),
            TypesettingLimit = TimeSpan.FromSeconds(root.Integer("tidsgrense", 60, 1, 3600)),
        };
        data.Close();
        synthesis.Close();
        privacy.Close();
        root.Close();
        return settings;
    }

    private static string Existing(YamlSection section, string key, string folder, string fallback)
    {
        var written = section.Text(key, fallback);
        var path = Path.GetFullPath(written, folder);
        if (!Path.Exists(path))
        {
            section.Report(Diagnostic.Error("RB1007", section.PlaceOf(key)) with { Found = written });
        }

        return path;
    }
}
