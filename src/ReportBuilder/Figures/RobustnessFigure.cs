using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Figures;

/// <summary>The difference between the schemes by every estimator, and by the lowest and highest of the other readings of the rules.</summary>
public static class RobustnessFigure
{
    private static readonly string[] Readings = ["lavest", "hoyest"];

    /// <summary>The figure.</summary>
    public static Figure Build(EditionBuilder edition, LabelSet labels)
    {
        var groups = RobustnessStage
            .Estimators.Select(g => new EffectGroup(
                labels.Get($"robusthet.gruppe.{g.Group}"),
                [.. g.Estimators.Select(e => new EffectRow(labels.Get($"robusthet.{e}"), edition[$"robusthet.ordning.{e}.forskjell"]))]
            ))
            .ToList();
        // Data that come harmonised have no other readings.
        if (edition["lesning.antall"].Status != QuantityStatus.Nil)
        {
            groups.Add(
                new EffectGroup(
                    labels.Get("robusthet.gruppe.lesninger"),
                    [
                        .. Readings.Select(r => new EffectRow(
                            labels.Get($"robusthet.lesning.{r}"),
                            edition[$"lesning.ordning.{r}.forskjell"]
                        )),
                    ]
                )
            );
        }

        return new Figure(
            "fig-robusthet",
            new EffectChart(
                groups,
                edition["robusthet.ordning.individ.forskjell"],
                labels.Get("akse.forskjell_ordning"),
                labels.Get("akse.lavere_jobbsjansen"),
                labels.Get("akse.hoyere_jobbsjansen"),
                labels.Get("figur.kolonne.prosentpoeng")
            )
        );
    }
}
