using System.Globalization;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>Names of the raw files.</summary>
public static class RawFiles
{
    /// <summary>The extract from NIR.</summary>
    public const string Nir = "nir";

    /// <summary>KOSTRA function 275.</summary>
    public const string Kostra = "kostra275";

    /// <summary>Accounts of the projects of Jobbsjansen.</summary>
    public const string Accounts = "jobbsjansen-regnskap";

    /// <summary>Says that everything is invented.</summary>
    public const string ReadMe = "LESMEG.txt";

    /// <summary>Folder of the tables of the StatBank.</summary>
    public const string StatBankFolder = "ssb";

    private const string ReportPrefix = "jobbsjansen-";

    /// <summary>The individual reports of Jobbsjansen of a year.</summary>
    public static string Report(int year) => ReportPrefix + year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Files that must have a format, whatever the years.</summary>
    internal static IReadOnlyList<string> WithFormat { get; } = [Nir, Kostra, Accounts];
}
