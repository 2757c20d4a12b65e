using System.Runtime.InteropServices;

namespace ReportBuilder.Datasets;

/// <summary>Keeps each distinct text once, as UTF-8, numbered in the order of first sight. Not safe for several threads.</summary>
internal sealed class TextPool
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _hashes = [];
    private byte[] _utf8 = new byte[1024];
    private int[] _slots = NewSlots(64);

    /// <summary>Number of distinct texts.</summary>
    public int Count => _hashes.Count;

    /// <summary>All distinct texts after each other.</summary>
    public byte[] Utf8 => _utf8[.._starts[^1]];

    /// <summary>Where each text starts in <see cref="Utf8"/>, and, last, where the last ends.</summary>
    public int[] Starts => [.. _starts];

    /// <summary>A distinct text.</summary>
    public ReadOnlySpan<byte> this[int index] => _utf8.AsSpan(_starts[index], _starts[index + 1] - _starts[index]);

    /// <summary>The number of a text, new or known. It is new exactly when <see cref="Count"/> grows.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var slot = hash & (_slots.Length - 1);
        for (; _slots[slot] >= 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_hashes[_slots[slot]] == hash && text.SequenceEqual(this[_slots[slot]]))
            {
                return _slots[slot];
            }
        }

        _slots[slot] = Count;
        Append(text, hash);
        return Count - 1;
    }

    private void Append(ReadOnlySpan<byte> text, int hash)
    {
        var end = _starts[^1] + text.Length;
        if (end > _utf8.Length)
        {
            Array.Resize(ref _utf8, Math.Max(end, _utf8.Length * 2));
        }

        text.CopyTo(_utf8.AsSpan(_starts[^1]));
        _starts.Add(end);
        _hashes.Add(hash);
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        _slots = NewSlots(_slots.Length * 2);
        var hashes = CollectionsMarshal.AsSpan(_hashes);
        for (var i = 0; i < hashes.Length; i++)
        {
            var slot = hashes[i] & (_slots.Length - 1);
            while (_slots[slot] >= 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = i;
        }
    }

    private static int[] NewSlots(int length)
    {
        var slots = new int[length];
        Array.Fill(slots, -1);
        return slots;
    }

    /// <summary>FNV-1a with a final mix, so that running numbers spread over the low bits.</summary>
    private static int Hash(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261u;
        foreach (var b in text)
        {
            hash = (hash ^ b) * 16777619u;
        }

        hash ^= hash >> 15;
        return (int)(hash & 0x7FFFFFFF);
    }
}
