using System.Text.Json;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Tests.Support;

/// <summary>The models of after_fit.R.</summary>
public static class AfterFit
{
    public static readonly JsonElement Expected = ReferenceFiles.Json("after_fit.json");
    private static readonly JsonElement Data = Expected.GetProperty("data");
    private static readonly Lazy<LogisticFit> PlainFit = new(() => LogisticRegression.Fit(SmallDesign(weighted: false)));
    private static readonly Lazy<LogisticFit> WeightedFit = new(() => LogisticRegression.Fit(SmallDesign(weighted: true)));
    private static readonly Lazy<LogisticFit> BigFit = new(() =>
        LogisticRegression.Fit(ModelDesign.Build(Synth19k.Outcome(), Synth19k.Terms()))
    );

    public static LogisticFit Big => BigFit.Value;

    public static LogisticFit Small(string name) => name == "weighted" ? WeightedFit.Value : PlainFit.Value;

    public static Categorical Groups(string column) => Groups(Data.Words(column));

    public static Categorical Groups(string[] labels) =>
        Categorical.FromLabels([.. labels.Distinct().Order(StringComparer.Ordinal)], labels);

    public static bool?[] Truths(string column) => Data.Truths(column);

    /// <summary>y ~ x + z + d + g + d:g.</summary>
    public static ModelDesign SmallDesign(bool weighted, params string[] without)
    {
        var d = new DummyTerm("d", Data.Truths("d"));
        var g = new FactorTerm("g", ["a", "b", "c"], Data.Words("g"));
        Term[] terms =
        [
            new NumericTerm("x", Data.Numbers("x")),
            new NumericTerm("z", Data.Numbers("z")),
            d,
            g,
            new InteractionTerm("d:g", [new(d), new(g)]),
        ];
        return ModelDesign.Build(
            new DummyTerm("y", Data.Truths("y")),
            [.. terms.Where(term => !without.Contains(term.Name))],
            weighted ? Data.Numbers("w") : null
        );
    }
}
