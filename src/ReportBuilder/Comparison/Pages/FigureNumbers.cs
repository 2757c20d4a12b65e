using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>The numbers of a figure that changed, in words: drawings of two editions may look alike.</summary>
internal sealed class FigureNumbers
{
    private readonly Dictionary<string, List<Difference>> _numbers = new(StringComparer.Ordinal);
    private readonly ContentDifferences _differences;
    private readonly DifferenceNames _names;
    private readonly DifferenceText _text;
    private readonly LabelSet _labels;

    /// <summary>Gathers them.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="differences">Its differences by figure.</param>
    /// <param name="labels">Words.</param>
    /// <param name="most">How many are told by name.</param>
    public FigureNumbers(ComparisonResult result, ContentDifferences differences, LabelSet labels, int most)
    {
        _differences = differences;
        _labels = labels;
        foreach (var difference in ReadersOrder.Of(result.Differences).Where(d => d.Subject == DifferenceSubject.Quantity))
        {
            foreach (var id in difference.ShownIn)
            {
                var list = _numbers.TryGetValue(id, out var found) ? found : _numbers[id] = [];
                if (list.Count < most)
                {
                    list.Add(difference);
                }
            }
        }

        _names = new DifferenceNames(result, _numbers.Values.SelectMany(n => n), labels);
        _text = new DifferenceText(result, labels);
    }

    /// <summary>How many numbers of a figure changed, and which of them first in the readers' order.</summary>
    public string Of(string id)
    {
        var count = CountedText.Of("sammenligning.figurer.tall", _differences.NumbersOf(id), _labels);
        var named = _numbers.GetValueOrDefault(id, []).Select(Told).ToList();
        return named.Count == 0 ? count : count + " " + _labels.Get("sammenligning.vedlegg.forst", string.Join("; ", named));
    }

    private string Told(Difference difference)
    {
        var words = _text.Of(difference);
        var none = _labels.Get("sammenligning.ingen");
        return _labels.Get(
            "sammenligning.vedlegg.fra_til",
            _names.Of(difference) is { IsKnown: true } name ? (name with { Place = string.Empty }).ToString() : difference.Key,
            words.Old.Length > 0 ? words.Old : none,
            words.New.Length > 0 ? words.New : none
        );
    }
}
