using System.Runtime.CompilerServices;
using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>Writes the lines of NIR for one block.</summary>
internal sealed class NirLines
{
    // Numbers of the two registers begin differently: nobody who was invented is in both.
    private const byte FirstDigit = (byte)'1';
    private readonly RawTables _tables;
    private readonly RawFileWriter _file;
    private readonly RandomSource _random;
    private readonly NirPlaces _places;
    private readonly Persons _persons;
    private readonly RawColumn[] _columns;
    private readonly CategoryCells?[] _cells;
    private readonly MeasureDraw _measures;
    private readonly NorwegianTests _tests;
    private readonly byte[][] _levels;
    private readonly byte[] _synthetic;
    private readonly int[] _ages;
    private readonly int[] _absences;
    private readonly int[] _tracks;
    private readonly NumberColumn _norwegian;
    private readonly int[] _results = new int[NorwegianTests.Count];

    /// <summary>Prepares a block.</summary>
    public NirLines(RawTables tables, Persons persons, NirPlaces places, RawFileWriter file, RandomSource random)
    {
        (_tables, _persons, _places, _file, _random) = (tables, persons, places, file, random);
        var register = tables.Register(RawTables.Nir);
        _columns = [.. register.Columns];
        _cells = CategoryCells.OfAll(register, persons, file);
        _measures = new MeasureDraw(register, persons);
        _synthetic = file.Encode(Dataset.SyntheticToken);
        _ages = persons.Values(register.Target(RawContent.BirthYear));
        _absences = persons.Values(register.Target(RawContent.AbsentHours));
        _tracks = persons.Values(register.Target(RawContent.LastTrack));
        _norwegian = persons.Numbers(register.Target(RawContent.Test));
        _levels = [.. register.Levels(register.Target(RawContent.Test)).Select(file.Encode)];
        _tests = new NorwegianTests(tables, _levels.Length - 1);
    }

    /// <summary>Values that the register could not express and that were rounded.</summary>
    public int Rounded { get; private set; }

    /// <summary>Writes all lines.</summary>
    /// <param name="plan">Who stands in the register.</param>
    /// <param name="firstId">Number of the first person.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(NirPlan plan, int firstId)
    {
        for (var i = 0; i < plan.Stays.Count; i++)
        {
            Write(plan.Stays[i], firstId + i, plan.Projects.LastYear);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Write(NirStay stay, int id, int lastYear)
    {
        var person = stay.Person;
        var hours = _absences[person] < 0 ? AbsenceHours.None : AbsenceHours.Draw(_absences[person] == 1, _tables, _random);
        var (first, last) = Tracks(_tracks[person]);
        DrawTests(stay);
        var test = 0;
        for (var c = 0; c < _columns.Length; c++)
        {
            switch (_columns[c].Content)
            {
                case RawContent.Id:
                    _file.Id(FirstDigit, id);
                    break;
                case RawContent.Provenance:
                    _file.Cell(_synthetic);
                    break;
                case RawContent.Category or RawContent.Free:
                    _file.Cell(_cells[c]!.Draw(person, _random));
                    break;
                case RawContent.FinalCategory:
                    _file.Cell(stay.Exit is null ? default : _cells[c]!.Draw(person, _random));
                    break;
                case RawContent.BirthYear:
                    var asOf = stay.IsTrue ? stay.Exit!.Value.Year : lastYear;
                    _file.Number(_ages[person] < 0 ? -1 : asOf - _ages[person]);
                    break;
                case RawContent.FirstDecision:
                    _file.Date(stay.Decision);
                    break;
                case RawContent.Start:
                    _file.Date(stay.Start);
                    break;
                case RawContent.Exit:
                    _file.Date(stay.Exit);
                    break;
                case RawContent.Municipality:
                    _file.Cell(_places.Number(stay));
                    break;
                case RawContent.MunicipalityName:
                    _file.Cell(_places.Name(stay));
                    break;
                case RawContent.Test:
                    var result = _results[test++];
                    _file.Cell(result < 0 ? default : _levels[result]);
                    break;
                case RawContent.FirstTrack:
                    _file.Number(first);
                    break;
                case RawContent.LastTrack:
                    _file.Number(last);
                    break;
                case RawContent.AbsentHours:
                    _file.Halves(hours.AbsentHours);
                    break;
                case RawContent.AbsentDays:
                    _file.Number(hours.AbsentDays);
                    break;
                case RawContent.NorwegianHours:
                    _file.Halves(hours.Norwegian);
                    break;
                case RawContent.SocialHours:
                    _file.Halves(hours.Social);
                    break;
                case RawContent.OtherHours:
                    _file.Halves(hours.Other);
                    break;
                default:
                    _file.Empty();
                    break;
            }
        }

        _measures.Draw(person, _random);
        foreach (var value in _measures.Values)
        {
            _file.YesNo(value);
        }

        _file.EndRow();
    }

    private void DrawTests(NirStay stay)
    {
        // Most who have not finished have not been tested yet.
        var isKnown = !_norwegian.IsMissing(stay.Person) && (stay.Exit is not null || _random.Below(3) == 0);
        if (!_tests.Draw(isKnown ? _norwegian.Values[stay.Person] : null, _results, _random) && stay.IsTrue)
        {
            Rounded++;
        }
    }

    /// <summary>First and last track of an education level (0 for the lowest); the last one counts when both are known.</summary>
    private (int First, int Last) Tracks(int level)
    {
        if (level < 0)
        {
            return (-1, -1);
        }

        var track = level + 1;
        if (_tables.Happens(RawConstants.OnlyFirstTrack, _random))
        {
            return (track, -1);
        }

        if (_tables.Happens(RawConstants.OnlyLastTrack, _random))
        {
            return (-1, track);
        }

        if (!_tables.Happens(RawConstants.ChangedTrack, _random))
        {
            return (track, track);
        }

        // Most who move are moved up.
        var first = track > 1 && (track == 3 || _random.Below(4) > 0) ? track - 1 : track + 1;
        return (first, track);
    }
}
