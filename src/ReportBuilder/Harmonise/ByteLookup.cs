namespace ReportBuilder.Harmonise;

/// <summary>Finds a number by a short UTF-8 text without making a string. Filled once, then read.</summary>
internal sealed class ByteLookup
{
    private readonly int[] _oneByte = new int[256];
    private readonly byte[]?[] _keys;
    private readonly int[] _values;
    private readonly int _mask;

    /// <summary>Makes a lookup of different, non-empty texts.</summary>
    public ByteLookup(IReadOnlyList<(byte[] Text, int Value)> entries)
    {
        var size = 4;
        while (size < entries.Count * 3)
        {
            size *= 2;
        }

        Array.Fill(_oneByte, -1);
        (_keys, _values, _mask) = (new byte[]?[size], new int[size], size - 1);
        foreach (var (text, value) in entries)
        {
            if (text.Length == 1)
            {
                _oneByte[text[0]] = value;
                continue;
            }

            var slot = Hash(text) & _mask;
            while (_keys[slot] is not null)
            {
                slot = (slot + 1) & _mask;
            }

            (_keys[slot], _values[slot]) = (text, value);
        }
    }

    /// <summary>The number of a text, or −1.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        if (text.Length == 1)
        {
            return _oneByte[text[0]];
        }

        for (var slot = Hash(text) & _mask; _keys[slot] is { } key; slot = (slot + 1) & _mask)
        {
            if (text.SequenceEqual(key))
            {
                return _values[slot];
            }
        }

        return -1;
    }

    private static int Hash(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261u;
        foreach (var b in text)
        {
            hash = (hash ^ b) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) & 0x7FFFFFFF);
    }
}
