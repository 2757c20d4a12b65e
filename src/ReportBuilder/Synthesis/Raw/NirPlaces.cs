using ReportBuilder.Datasets;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>Number and name of the municipality on a line of NIR: those of the year of exit, or of today for those who still take part.</summary>
internal sealed class NirPlaces
{
    private readonly Persons _persons;
    private readonly IReadOnlyList<PlaceText> _texts;
    private readonly MunicipalityTable _municipalities;
    private readonly RawFileWriter _file;
    private readonly Dictionary<string, byte[]> _encoded = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Year, int Municipality), (Municipality Then, Municipality Now)> _known = [];

    /// <summary>Prepares a block.</summary>
    public NirPlaces(Persons persons, IReadOnlyList<PlaceText> texts, MunicipalityTable municipalities, RawFileWriter file) =>
        (_persons, _texts, _municipalities, _file) = (persons, texts, municipalities, file);

    /// <summary>Number: four digits, or six for a district of Oslo.</summary>
    public ReadOnlySpan<byte> Number(NirStay stay)
    {
        var (then, now) = Find(stay.Person);
        return Encode(HasLeft(stay) || then.Code == now.Code ? _texts[stay.Person].Municipality : now.Code);
    }

    /// <summary>Official name.</summary>
    public ReadOnlySpan<byte> Name(NirStay stay)
    {
        var (then, now) = Find(stay.Person);
        return Encode(HasLeft(stay) ? then.Name : now.Name);
    }

    /// <summary>Someone who left in the period or before it is registered where the person whose properties it has was.</summary>
    private bool HasLeft(NirStay stay) => stay.Exit is { } exit && exit.Year <= _persons.Years[stay.Person];

    private (Municipality Then, Municipality Now) Find(int person)
    {
        var key = (_persons.Years[person], _persons.Municipalities.Indices[person]);
        if (!_known.TryGetValue(key, out var found))
        {
            var code = _persons.Municipalities.Distinct[key.Item2];
            found = (_municipalities.Find(key.Item1, code)!, _municipalities.Current(key.Item1, code));
            _known.Add(key, found);
        }

        return found;
    }

    private byte[] Encode(string text)
    {
        if (!_encoded.TryGetValue(text, out var bytes))
        {
            bytes = _file.Encode(text);
            _encoded.Add(text, bytes);
        }

        return bytes;
    }
}
