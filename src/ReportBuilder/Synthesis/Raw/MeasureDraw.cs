namespace ReportBuilder.Synthesis.Raw;

/// <summary>Turns harmonised measures into the register's own: at least one of the sources where the harmonised one was had, none where it was not.</summary>
internal sealed class MeasureDraw
{
    private readonly (int[] Values, int[] Sources)[] _groups;
    private readonly int[] _loose;
    private readonly int[] _parts;

    /// <summary>Prepares the draw.</summary>
    public MeasureDraw(RawRegister register, Persons persons)
    {
        var measures = register.Measures;
        int[] all = [.. Enumerable.Range(0, measures.Count)];
        _parts = [.. measures.Select(m => (int)Math.Round(m.Share * RandomParts))];
        _loose = [.. all.Where(i => measures[i].Target.Length == 0)];
        _groups =
        [
            .. all.Where(i => measures[i].Target.Length > 0)
                .GroupBy(i => measures[i].Target)
                .Select(g => (persons.Values(g.Key), g.ToArray())),
        ];
        Values = new int[measures.Count];
    }

    private const int RandomParts = 1 << 20;

    /// <summary>What was drawn last: 1, 0, or −1 for not known, by measure of the register.</summary>
    public int[] Values { get; }

    /// <summary>Draws the measures of a person.</summary>
    public void Draw(int person, RandomSource random)
    {
        foreach (var (values, sources) in _groups)
        {
            var value = values[person];
            var any = false;
            foreach (var source in sources)
            {
                Values[source] = value;
                if (value == 1 && sources.Length > 1)
                {
                    Values[source] = DrawOne(source, random);
                    any |= Values[source] == 1;
                }
            }

            if (value == 1 && sources.Length > 1 && !any)
            {
                Values[OneOf(sources, random)] = 1;
            }
        }

        foreach (var source in _loose)
        {
            Values[source] = DrawOne(source, random);
        }
    }

    private int DrawOne(int source, RandomSource random) => random.Below(RandomParts) < _parts[source] ? 1 : 0;

    private int OneOf(int[] sources, RandomSource random)
    {
        var at = random.Below(sources.Sum(s => _parts[s]));
        var i = 0;
        while (at >= _parts[sources[i]])
        {
            at -= _parts[sources[i++]];
        }

        return sources[i];
    }
}
