namespace ReportBuilder.Charts;

/// <summary>Paths of the four font files of the chart typeface (TrueType). The typesetter must be given the same files.</summary>
/// <param name="Regular">Weight 400.</param>
/// <param name="Italic">Weight 400, italic.</param>
/// <param name="SemiBold">Weight 600.</param>
/// <param name="Bold">Weight 700.</param>
public sealed record ChartFontFiles(string Regular, string Italic, string SemiBold, string Bold)
{
    /// <summary>The files as they lie in the npm package <c>@expo-google-fonts/source-sans-3</c>.</summary>
    /// <param name="folder">Folder of the package.</param>
    public static ChartFontFiles InPackage(string folder)
    {
        return new ChartFontFiles(Cut("400Regular"), Cut("400Regular_Italic"), Cut("600SemiBold"), Cut("700Bold"));

        string Cut(string name) => Path.Combine(folder, name, "SourceSans3_" + name + ".ttf");
    }

    /// <summary>The path of one cut.</summary>
    public string this[TextFace face] =>
        face switch
        {
            TextFace.Regular => Regular,
            TextFace.Italic => Italic,
            TextFace.SemiBold => SemiBold,
            TextFace.Bold => Bold,
            _ => throw new ArgumentOutOfRangeException(nameof(face), face, null),
        };
}
