using System.Text.Json;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;

namespace ReportBuilder.Models.Tests.Support;

/// <summary>The small models of multilevel_small.json.</summary>
public static class SmallMixed
{
    public static readonly JsonElement Expected = ReferenceFiles.Json("multilevel_small.json");

    /// <summary>Fits a model: grouping factors by the names of their columns, inner and outer with a colon.</summary>
    public static MixedLogitFit Fit(string name, string[] covariates, string[] factors, MixedLogitOptions? options = null)
    {
        var data = Expected.GetProperty(name).GetProperty("data");
        var design = ModelDesign.Build(
            new DummyTerm("y", data.Truths("y")),
            [.. covariates.Select(c => new NumericTerm(c, data.Numbers(c)))]
        );
        return MixedLogit.Fit(design, [.. factors.Select(f => Factor(data, f))], options);
    }

    private static GroupingFactor Factor(JsonElement data, string name) =>
        name.Split(':') is [var inner, var outer]
            ? new GroupingFactor(name, Categorical.Cross(Labels(data, outer), Labels(data, inner)))
            : new GroupingFactor(name, Labels(data, name));

    private static Categorical Labels(JsonElement data, string column)
    {
        var labels = data.Words(column);
        return Categorical.FromLabels([.. labels.Distinct().Order(StringComparer.Ordinal)], labels);
    }
}
