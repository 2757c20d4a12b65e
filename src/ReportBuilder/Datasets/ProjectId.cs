namespace ReportBuilder.Datasets;

/// <summary>
/// Ids of projects in the harmonised dataset. The number is the one that the municipality has in the last year, so a project keeps its
/// id through reforms of municipalities.
/// </summary>
public static class ProjectId
{
    /// <summary>Introduksjonsprogrammet of a municipality: <c>0301-I</c>.</summary>
    public static string Introduction(string currentCode) => currentCode + "-I";

    /// <summary>Jobbsjansen in a municipality: <c>0301-J</c>, or <c>0301-J-ny_sjanse</c> for a project with a name.</summary>
    public static string Jobbsjansen(string currentCode, string projectName) =>
        projectName.Length == 0 ? currentCode + "-J" : $"{currentCode}-J-{Slug(projectName)}";

    /// <summary>Lower case, æ, ø and å as ae, o and a, and an underscore for everything else that is no letter a–z or digit.</summary>
    internal static string Slug(string name) =>
        string.Concat(
            name.ToLowerInvariant()
                .Select(c =>
                    c switch
                    {
                        'æ' => "ae",
                        'ø' => "o",
                        'å' => "a",
                        _ when char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) => c.ToString(),
                        _ => "_",
                    }
                )
        );
}
