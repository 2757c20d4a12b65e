using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>Alt text of a distribution: for each series the fullest class, the narrowest range with half of the persons, and the mean.</summary>
internal static class DistributionAltText
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Sentences(DistributionChart chart, LabelSet labels)
    {
        yield return labels.Get("figur.alt.fordeling", chart.AxisTitle);
        for (var s = 0; s < chart.Series.Count; s++)
        {
            yield return labels.Get("figur.alt.serie", chart.Series[s].Name, OfSeries(chart, s, labels));
        }
    }

    private static string OfSeries(DistributionChart chart, int series, LabelSet labels)
    {
        var values = chart.Series[series].Values;
        var parts = new List<string>();
        if (Fullest(values, chart.LastIsOpen ? values.Count - 1 : values.Count) is { } peak)
        {
            parts.Add(labels.Get("figur.alt.flest", Range(chart, peak, peak, labels), QuantityWords.Of(values[peak], labels)));
        }

        if (chart.LastIsOpen && values[^1].Value is > 0)
        {
            var open = values.Count - 1;
            parts.Add(labels.Get("figur.alt.siste", Range(chart, open, open, labels), QuantityWords.Of(values[^1], labels)));
        }

        if (Half(values) is var (first, last, share) && first < last)
        {
            var decimals = values[first].Decimals;
            var words = labels.Get("figur.tall.share", NorwegianNumberText.Number(share * 100, decimals));
            parts.Add(labels.Get("figur.alt.halvparten", Range(chart, first, last, labels), words));
        }

        parts.Add(labels.Get("figur.alt.gjennomsnitt", QuantityWords.Of(chart.Means[series], labels)));
        var without = Enumerable
            .Range(0, values.Count)
            .Where(i => !values[i].HasValue)
            .Select(i => labels.Get("figur.alt.med_grunn", Range(chart, i, i, labels), QuantityWords.Of(values[i], labels)))
            .ToArray();
        if (without.Length > 0)
        {
            parts.Add(labels.Get("figur.alt.uten_tall", AltText.List(without)));
        }

        return string.Join("; ", parts);
    }

    /// <summary>The fullest of the classes of equal width; an open class holds many values and says nothing of where most are.</summary>
    private static int? Fullest(IReadOnlyList<Quantity> values, int closed)
    {
        int? fullest = null;
        for (var i = 0; i < closed; i++)
        {
            if (values[i].Value is > 0 && (fullest is not { } f || values[i].Value > values[f].Value))
            {
                fullest = i;
            }
        }

        return fullest;
    }

    /// <summary>The fewest classes side by side that hold half; of equally many, those that hold most. None across a class without value.</summary>
    private static (int First, int Last, double Share)? Half(IReadOnlyList<Quantity> values)
    {
        (int First, int Last, double Share)? best = null;
        for (var first = 0; first < values.Count; first++)
        {
            var share = 0.0;
            for (var last = first; last < values.Count && values[last].Value is { } value; last++)
            {
                share += value;
                if (share < 0.5)
                {
                    continue;
                }

                if (best is not { } b || last - first < b.Last - b.First || (last - first == b.Last - b.First && share > b.Share))
                {
                    best = (first, last, share);
                }

                break;
            }
        }

        return best;
    }

    private static string Range(DistributionChart chart, int first, int last, LabelSet labels)
    {
        var decimals = AxisTicks.DecimalsOf(chart.Edges);
        var low = NorwegianNumberText.Number(chart.Edges[first], decimals);
        return chart.LastIsOpen && last == chart.Edges.Count - 2
            ? labels.Get("figur.alt.klasse.apen", low)
            : labels.Get("figur.alt.klasse", low, NorwegianNumberText.Number(chart.Edges[last + 1], decimals));
    }
}
