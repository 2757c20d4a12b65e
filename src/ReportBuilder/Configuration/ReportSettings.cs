namespace ReportBuilder.Configuration;

/// <summary>What <c>report.yaml</c> says. Paths are absolute; relative ones in the file start from its own folder.</summary>
public sealed record ReportSettings
{
    /// <summary>Name of the edition (<c>utgave</c>).</summary>
    public required string Edition { get; init; }

    /// <summary>Title page and colophon.</summary>
    public required PublicationSettings Publication { get; init; }

    /// <summary>Folder of the book's templates, with <c>bok.yaml</c> (<c>maler</c>).</summary>
    public required string TemplateFolder { get; init; }

    /// <summary>Folder of label files (<c>etiketter</c>).</summary>
    public required string LabelFolder { get; init; }

    /// <summary>The Typst style (<c>stil</c>).</summary>
    public required string StyleFile { get; init; }

    /// <summary>The harmonised participants (<c>data.deltakere</c>); null: synthetic data are made.</summary>
    public required string? ParticipantFile { get; init; }

    /// <summary>Schema of the participants (<c>data.skjema</c>).</summary>
    public required string SchemaFile { get; init; }

    /// <summary>Folder of the municipality tables (<c>data.kommuner</c>).</summary>
    public required string MunicipalityFolder { get; init; }

    /// <summary>Folder with the parameters of the synthetic data (<c>syntetisk.parametre</c>).</summary>
    public required string SynthesisFolder { get; init; }

    /// <summary>Seed of the synthetic data (<c>syntetisk.fro</c>).</summary>
    public required int Seed { get; init; }

    /// <summary>Smallest number of persons that may be shown or told apart (<c>personvern.minste_antall</c>), at least 3.</summary>
    public required int MinimumCount { get; init; }

    /// <summary>Folder for the results (<c>utskrift</c>), unless <c>--output</c> names another.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Longest time the typesetter may use on one document (<c>tidsgrense</c>, seconds).</summary>
    public required TimeSpan TypesettingLimit { get; init; }
}

/// <summary>Title page and colophon.</summary>
public sealed record PublicationSettings
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Subtitle; may be empty.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Authors, in order.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Publisher.</summary>
    public required string Publisher { get; init; }

    /// <summary>Series and number, as printed.</summary>
    public required string Series { get; init; }

    /// <summary>Date of publication; also the date inside the PDF, so that the same input gives the same bytes.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>One sentence on what the report is, for the PDF's properties.</summary>
    public required string Description { get; init; }

    /// <summary>Keywords for the PDF's properties.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }
}
