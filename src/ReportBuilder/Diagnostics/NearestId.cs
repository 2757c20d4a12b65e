namespace ReportBuilder.Diagnostics;

/// <summary>
/// Finds the id that a misspelt one most likely meant, among thousands. The letters two names do not share give a lower bound of their
/// edit distance, so that most candidates need no further look; answers are kept, since one mistake is often made many times.
/// </summary>
public sealed class NearestId
{
    private const int Symbols = 40;
    private readonly string[] _candidates;
    private readonly Lazy<byte[]> _profiles;
    private readonly Dictionary<string, string?> _answers = new(StringComparer.Ordinal);

    /// <summary>Takes the valid ids.</summary>
    public NearestId(IEnumerable<string> candidates)
    {
        _candidates = [.. candidates.Order(StringComparer.Ordinal)];
        _profiles = new Lazy<byte[]>(() => [.. _candidates.SelectMany(Profile)]);
    }

    /// <summary>The nearest valid id, or null when none is near.</summary>
    public string? Find(string name)
    {
        if (!_answers.TryGetValue(name, out var answer))
        {
            answer = Search(name);
            _answers.Add(name, answer);
        }

        return answer;
    }

    private string? Search(string name)
    {
        var limit = Math.Max(1, name.Length / 3);
        var profile = Profile(name);
        var folded = name.ToLowerInvariant();
        string? best = null;
        foreach (var (index, bound) in Bounds(profile).Where(b => b.Bound <= limit).OrderBy(b => b.Bound).ThenBy(b => b.Index))
        {
            if (best is not null && bound > limit)
            {
                break;
            }

            var distance = NearestName.Distance(folded, _candidates[index]);
            // The limit shrinks, so that equal distances keep the candidate that comes first.
            if (distance <= limit)
            {
                (best, limit) = (_candidates[index], distance - 1);
            }
        }

        return best;
    }

    private IEnumerable<(int Index, int Bound)> Bounds(byte[] profile)
    {
        var profiles = _profiles.Value;
        for (var i = 0; i < _candidates.Length; i++)
        {
            var (missing, extra) = (0, 0);
            for (var s = 0; s < Symbols; s++)
            {
                var difference = profile[s] - profiles[(i * Symbols) + s];
                if (difference > 0)
                {
                    missing += difference;
                }
                else
                {
                    extra -= difference;
                }
            }

            yield return (i, Math.Max(missing, extra));
        }
    }

    private static byte[] Profile(string text)
    {
        var counts = new byte[Symbols];
        foreach (var character in text)
        {
            var symbol = char.ToLowerInvariant(character) switch
            {
                >= 'a' and <= 'z' and var letter => letter - 'a',
                >= '0' and <= '9' and var digit => 26 + (digit - '0'),
                '.' => 36,
                '_' => 37,
                _ => 38,
            };
            counts[symbol]++;
        }

        return counts;
    }
}
