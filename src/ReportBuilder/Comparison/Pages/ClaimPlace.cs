using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Where in the report a claim stands, in words.</summary>
internal static class ClaimPlace
{
    /// <summary>The chapter that the template of the claim makes («Sammendrag»); the name of the template when it has no words.</summary>
    public static string Of(Difference difference, LabelSet labels)
    {
        var template = TemplateOf(difference);
        var name = template.EndsWith(".md", StringComparison.Ordinal) ? template[..^".md".Length] : template;
        return $"sammenligning.kapittel.{name.Replace('/', '.')}" is var key && labels.Has(key) ? labels.Get(key) : name;
    }

    /// <summary>The second part of <c>paastand:mal.md:slag:tall</c>.</summary>
    public static string TemplateOf(Difference difference) => difference.Key.Split(':') is [_, var template, ..] ? template : string.Empty;
}
