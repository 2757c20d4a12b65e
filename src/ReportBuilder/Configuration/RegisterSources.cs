using System.Globalization;

namespace ReportBuilder.Configuration;

/// <summary>Where the raw registers and statistics lie (<c>data.registre</c>). Paths are absolute; null where nothing is named.</summary>
public sealed record RegisterSources
{
    /// <summary>What stands for the year in <see cref="JobbsjansenPattern"/>.</summary>
    public const string YearMark = "{aar}";

    /// <summary>The NIR extract (<c>nir</c>).</summary>
    public required string? NirFile { get; init; }

    /// <summary>Jobbsjansen's individual reports, one file a year: a path with <c>{aar}</c> (<c>jobbsjansen</c>).</summary>
    public required string? JobbsjansenPattern { get; init; }

    /// <summary>KOSTRA function 275 (<c>kostra</c>).</summary>
    public required string? KostraFile { get; init; }

    /// <summary>Jobbsjansen's project accounts (<c>regnskap</c>).</summary>
    public required string? AccountsFile { get; init; }

    /// <summary>Folder of saved JSON-stat2 replies from Statistics Norway (<c>ssb</c>).</summary>
    public required string? StatBankFolder { get; init; }

    /// <summary>True when none is named: synthetic registers are made.</summary>
    public bool AreNone =>
        NirFile is null && JobbsjansenPattern is null && KostraFile is null && AccountsFile is null && StatBankFolder is null;

    /// <summary>Jobbsjansen's file of a year.</summary>
    public string JobbsjansenFile(int year) =>
        JobbsjansenPattern!.Replace(YearMark, year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The files of a folder that the tool filled itself.</summary>
    public static RegisterSources In(string folder) =>
        new()
        {
            NirFile = Path.Combine(folder, "nir.csv"),
            JobbsjansenPattern = Path.Combine(folder, $"jobbsjansen-{YearMark}.csv"),
            KostraFile = Path.Combine(folder, "kostra275.csv"),
            AccountsFile = Path.Combine(folder, "jobbsjansen-regnskap.csv"),
            StatBankFolder = Path.Combine(folder, "ssb"),
        };
}
