using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;

namespace ReportBuilder.Models.Tests.Support;

/// <summary>The multilevel models on the simulated file, as multilevel_synth.json names them; each is fitted once.</summary>
public static class SynthMixed
{
    private static readonly string[] Facts = ["innvandrerandel", "nettoinnflytting", "arbeidsmarked"];
    private static readonly Dictionary<string, Lazy<MixedLogitFit>> Fits = new[] { "m2", "m3", "m4", "m5", "m5b", "m2_agq7" }.ToDictionary(
        name => name,
        name => new Lazy<MixedLogitFit>(() => Fit(name, new MixedLogitOptions { QuadraturePoints = name == "m2_agq7" ? 7 : 1 })),
        StringComparer.Ordinal
    );

    public static MixedLogitFit Of(string name) => Fits[name].Value;

    public static MixedLogitFit Fit(string name, MixedLogitOptions options)
    {
        var (design, groups) = Model(name);
        return MixedLogit.Fit(design, groups, options);
    }

    /// <summary>Design and grouping factors of a model.</summary>
    public static (ModelDesign Design, IReadOnlyList<GroupingFactor> Groups) Model(string name) =>
        name switch
        {
            "m2" or "m2_agq7" => (Small("innvandrerandel", Facts), [Factor("kommune")]),
            "m3" => (Small("lonn_per_deltaker", ["lonn_per_deltaker"]), [Factor("prosjekt")]),
            "m4" => (ModelDesign.Build(Synth19k.Outcome(), Synth19k.Terms()), [Factor("kommune")]),
            "m5" => (ModelDesign.Build(Synth19k.Outcome(), Synth19k.Terms()), Nested()),
            "m5b" => (Full(), Nested()),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such model."),
        };

    private static GroupingFactor Factor(string column) => new(column, Labels(column));

    private static IReadOnlyList<GroupingFactor> Nested() =>
        [new("prosjekt:kommune", Categorical.Cross(Labels("kommune"), Labels("prosjekt"))), Factor("kommune")];

    private static Categorical Labels(string column)
    {
        var labels = Synth19k.Words(column);
        return Categorical.FromLabels([.. labels.Distinct()], labels);
    }

    private static ModelDesign Small(string known, string[] covariates)
    {
        var uses = Synth19k.Numbers(known);
        return ModelDesign.Build(
            Outcome(uses),
            [
                Dummy("ordning"),
                Standardised("alder", uses),
                Dummy("kjonn"),
                new FactorTerm("utd", ["1", "2", "3"], Synth19k.Words("utdanningsnivaa")),
                .. covariates.Select(c => Standardised(c, uses)),
                Dummy("fravaer"),
            ]
        );
    }

    private static ModelDesign Full()
    {
        var (facts, wages) = (Synth19k.Numbers("innvandrerandel"), Synth19k.Numbers("lonn_per_deltaker"));
        double?[] uses = [.. facts.Select((v, i) => wages[i] is null ? null : v)];
        string[] covariates = [.. Facts, "lonn_per_deltaker"];
        return ModelDesign.Build(Outcome(uses), [.. Synth19k.Terms(), .. covariates.Select(c => Standardised(c, uses))]);
    }

    private static DummyTerm Outcome(double?[] uses) =>
        new("maaloppnaaelse", [.. Synth19k.Truths("maaloppnaaelse").Select((y, i) => uses[i] is null ? null : y)]);

    private static DummyTerm Dummy(string column) => new(column, Synth19k.Truths(column));

    /// <summary>(x − mean) / standard deviation over the rows used, with n − 1.</summary>
    private static NumericTerm Standardised(string column, double?[] uses)
    {
        var values = Synth19k.Numbers(column);
        double[] used = [.. values.Where((v, i) => uses[i] is not null).Select(v => v!.Value)];
        var mean = used.Average();
        var sd = Math.Sqrt(used.Sum(v => (v - mean) * (v - mean)) / (used.Length - 1));
        return new NumericTerm(column, [.. values.Select((v, i) => uses[i] is null ? null : (v - mean) / sd)]);
    }
}
