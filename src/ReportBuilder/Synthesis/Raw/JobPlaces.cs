using ReportBuilder.Datasets;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>How a year's report names a project and its municipality: as the project-year itself where someone finished, otherwise by the numbers of that year.</summary>
internal sealed class JobPlaces
{
    private readonly Persons _persons;
    private readonly IReadOnlyList<PlaceText> _texts;
    private readonly MunicipalityTable _municipalities;
    private readonly RawFileWriter _file;
    private readonly Dictionary<string, byte[]> _encoded = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Year, int Project), string> _known;

    /// <summary>Prepares a block.</summary>
    public JobPlaces(
        Persons persons,
        IReadOnlyList<PlaceText> texts,
        MunicipalityTable municipalities,
        Dictionary<(int Year, int Project), string> known,
        RawFileWriter file
    ) => (_persons, _texts, _municipalities, _known, _file) = (persons, texts, municipalities, known, file);

    /// <summary>The texts of the project-years in which someone finished.</summary>
    public static Dictionary<(int Year, int Project), string> Known(Persons persons, IReadOnlyList<PlaceText> texts, int[] rows)
    {
        var known = new Dictionary<(int Year, int Project), string>();
        foreach (var row in rows)
        {
            known.TryAdd((persons.Years[row], persons.Projects.Indices[row]), texts[row].Municipality);
        }

        return known;
    }

    /// <summary>Name of the project; empty for none.</summary>
    public ReadOnlySpan<byte> Project(int person) => Encode(_texts[person].Project ?? string.Empty);

    /// <summary>Municipality, district or cooperation.</summary>
    public ReadOnlySpan<byte> Municipality(int person, int year)
    {
        if (year == _persons.Years[person])
        {
            return Encode(_texts[person].Municipality);
        }

        var key = (year, _persons.Projects.Indices[person]);
        if (!_known.TryGetValue(key, out var text))
        {
            text = Find(person, year);
            _known.Add(key, text);
        }

        return Encode(text);
    }

    /// <summary>A name stands through the years; of the numbers, the most populous one that belongs to the same place today.</summary>
    private string Find(int person, int year)
    {
        var own = _texts[person].Municipality;
        var code = _persons.Municipalities.Text(person)!;
        if (own != code)
        {
            return own;
        }

        var now = _municipalities.Current(_persons.Years[person], code).Code;
        return _municipalities.InYear(year).Where(m => _municipalities.Current(year, m.Code).Code == now).MaxBy(m => m.Population)!.Code;
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
