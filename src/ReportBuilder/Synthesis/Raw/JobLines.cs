using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>Writes the lines of one year's report on Jobbsjansen for one block.</summary>
internal sealed class JobLines
{
    // Numbers of the two registers begin differently: nobody who was invented is in both.
    private const byte FirstDigit = (byte)'7';
    private const int MonthsPerYear = 12;
    private readonly RawTables _tables;
    private readonly RawFileWriter _file;
    private readonly JobPlaces _places;
    private readonly Persons _persons;
    private readonly RawColumn[] _columns;
    private readonly CategoryCells?[] _cells;
    private readonly MeasureDraw _measures;
    private readonly byte[][] _levels;
    private readonly byte[] _synthetic;
    private readonly int[] _ages;
    private readonly int[] _residences;
    private readonly int[] _durations;
    private readonly NumberColumn _norwegian;
    private readonly int _year;

    /// <summary>Prepares a block.</summary>
    public JobLines(int year, RawTables tables, Persons persons, JobPlaces places, RawFileWriter file)
    {
        (_year, _tables, _persons, _places, _file) = (year, tables, persons, places, file);
        var register = tables.Register(RawTables.Jobbsjansen);
        _columns = [.. register.Columns];
        _cells = CategoryCells.OfAll(register, persons, file);
        _measures = new MeasureDraw(register, persons);
        _synthetic = file.Encode(Dataset.SyntheticToken);
        _ages = persons.Values(register.Target(RawContent.Age));
        _residences = persons.Values(register.Target(RawContent.Residence));
        _durations = persons.Values(register.Target(RawContent.Duration));
        _norwegian = persons.Numbers(register.Target(RawContent.TestLevel));
        _levels = [.. register.Levels(register.Target(RawContent.TestLevel)).Select(file.Encode)];
    }

    /// <summary>Values that the register could not express and that were rounded.</summary>
    public int Rounded { get; private set; }

    /// <summary>Writes one person's line.</summary>
    /// <param name="career">The person; in the register this year.</param>
    /// <param name="id">Number of the person, the same each year.</param>
    /// <param name="seed">Seed of the person, the same each year, so that what does not change is the same in every report.</param>
    public void Write(JobCareer career, int id, ulong seed)
    {
        var random = new RandomSource(seed);
        var person = career.Person;
        var isFinal = career.IsTrue && career.LastYear == _year;
        var before = career.LastYear - _year;
        var (tested, assessed) = Levels(person, random, isFinal);
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
                case RawContent.Project:
                    _file.Cell(_places.Project(person));
                    break;
                case RawContent.Municipality:
                    _file.Cell(_places.Municipality(person, _year));
                    break;
                case RawContent.Finished:
                    _file.YesNo(isFinal ? 1 : 0);
                    break;
                case RawContent.Category or RawContent.FinalCategory:
                    var cell = _cells[c]!.Draw(person, random);
                    _file.Cell(isFinal || _columns[c].Content == RawContent.Category ? cell : default);
                    break;
                case RawContent.Indicator:
                    _file.YesNo(_cells[c]!.Indicator(person));
                    break;
                case RawContent.Age:
                    _file.Number(_ages[person] < 0 ? -1 : _ages[person] - before);
                    break;
                case RawContent.Residence:
                    _file.Number(_residences[person] < 0 ? -1 : Math.Max(0, _residences[person] - before));
                    break;
                case RawContent.Duration:
                    _file.Number(isFinal ? _durations[person] : SoFar(career));
                    break;
                case RawContent.TestLevel:
                    _file.Cell(tested < 0 ? default : _levels[tested]);
                    break;
                case RawContent.AssessedLevel:
                    _file.Cell(assessed < 0 ? default : _levels[assessed]);
                    break;
                default:
                    _file.Empty();
                    break;
            }
        }

        _measures.Draw(person, random);
        foreach (var value in _measures.Values)
        {
            // Some measures come only in the year of finishing.
            _file.YesNo(isFinal || value != 1 || random.Below(3) > 0 ? value : 0);
        }

        _file.EndRow();
    }

    /// <summary>Months from the start to the end of the year of the report; for one who goes on, the months so far.</summary>
    private int SoFar(JobCareer career)
    {
        if (!career.IsTrue)
        {
            return career.LastMonth;
        }

        var duration = _durations[career.Person];
        return duration < 0 ? -1 : duration - career.LastMonth - MonthsPerYear * (career.LastYear - _year - 1);
    }

    /// <summary>Level by test and by the reporter's judgement, −1 for none. The test counts where there is one; where there is none, the judgement does.</summary>
    private (int Tested, int Assessed) Levels(int person, RandomSource random, bool isFinal)
    {
        // Drawn for every year, so that all that is drawn after it is the same in every report on the person.
        var onlyAssessed = _tables.Happens(RawConstants.OnlyAssessed, random);
        var both = _tables.Happens(RawConstants.TestedAndAssessed, random);
        var differs = _tables.Happens(RawConstants.AssessmentDiffers, random);
        var step = random.Below(2) == 0 ? 1 : -1;
        if (!isFinal || _norwegian.IsMissing(person))
        {
            return (-1, -1);
        }

        var value = _norwegian.Values[person];
        var level = (int)Math.Round(value);
        Rounded += level == value ? 0 : 1;
        if (onlyAssessed || !both)
        {
            return onlyAssessed ? (-1, level) : (level, -1);
        }

        var other = level + step >= 0 && level + step < _levels.Length ? level + step : level - step;
        return (level, differs ? other : level);
    }
}
