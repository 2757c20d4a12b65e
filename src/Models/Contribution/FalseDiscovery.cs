namespace ReportBuilder.Models.Contribution;

/// <summary>P-values of many tests at once.</summary>
public static class FalseDiscovery
{
    /// <summary>
    /// Adjusts p-values so that those at most q are the ones that Benjamini and Hochberg (1995, JRSS B 57: 289–300) reject at rate q; as
    /// R's <c>p.adjust(method = "BH")</c>.
    /// </summary>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        var adjusted = new double[pValues.Count];
        var least = 1.0;
        var rank = pValues.Count;
        foreach (var i in Enumerable.Range(0, pValues.Count).OrderByDescending(i => pValues[i]))
        {
            least = Math.Min(least, pValues[i] * pValues.Count / rank);
            adjusted[i] = least;
            rank--;
        }

        return adjusted;
    }
}
