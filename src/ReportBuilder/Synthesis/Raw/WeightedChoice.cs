namespace ReportBuilder.Synthesis.Raw;

/// <summary>Draws one of several texts by weight.</summary>
internal sealed class WeightedChoice
{
    private readonly uint[] _upTo;

    /// <summary>Makes a choice.</summary>
    /// <param name="texts">What may be drawn; at least one.</param>
    /// <param name="weights">Relative weights, not negative, at least one above nil.</param>
    public WeightedChoice(IReadOnlyList<string> texts, IReadOnlyList<double> weights)
    {
        Texts = texts;
        _upTo = new uint[texts.Count];
        var (sum, reached) = (weights.Sum(), 0.0);
        for (var i = 0; i < _upTo.Length; i++)
        {
            reached += weights[i];
            _upTo[i] = (uint)Math.Round(reached / sum * uint.MaxValue);
        }

        _upTo[^1] = uint.MaxValue;
    }

    /// <summary>What may be drawn.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Index of the text drawn.</summary>
    public int Draw(RandomSource random)
    {
        if (_upTo.Length == 1)
        {
            return 0;
        }

        var at = (uint)(random.Next() >> 32);
        var i = 0;
        while (at > _upTo[i])
        {
            i++;
        }

        return i;
    }
}
