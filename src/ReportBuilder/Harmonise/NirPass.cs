using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>NIR: one line a person, all years in one extract. Of several lines of one person the first counts, the others are set aside.</summary>
internal sealed class NirPass(HarmoniserState state, RegisterSchema register, RegisterPlan plan, ProjectPlaces places, ParticipantRows rows)
    : RegisterPass(state, register, plan, places, rows, 'N')
{
    /// <summary>Reads a file.</summary>
    public void Run(HarmoniserFile source)
    {
        using var file = RegisterFile.Open(source.Path, source.ShownAs, Register, State.Bag);
        if (file is null)
        {
            return;
        }

        while (file.Read())
        {
            Read++;
            Sort(file);
        }

        State.Files.Add(new HarmonisedFile(source.ShownAs, file.RecordCount, file.Fingerprint));
    }

    private void Sort(RegisterFile file)
    {
        var person = State.Persons.Index(file.Cell(Key));
        if (!State.Persons.Note(person, PersonSeen.Nir))
        {
            SetAside(file, "RB2239", Key);
            return;
        }

        DateOnly? end = null;
        if (!file.Cell(End).IsEmpty)
        {
            if (!RegisterValue.TryReadDate(file.Cell(End), out var date))
            {
                State.Unknown.Add("RB2251", file, End, State.Years[^1]);
                return;
            }

            end = date;
        }

        var start = Start(file);
        if (start is { } from && State.Persons.Overlaps(person, from, end))
        {
            State.Persons.Note(person, PersonSeen.Both);
            SetAside(file, "RB2241", Key);
            return;
        }

        if (end is { } exit && exit.Year >= State.Years[0] && exit.Year <= State.Years[^1])
        {
            if (Finish(file, exit.Year, number => Places.Introduction(number, exit.Year)))
            {
                CountPerson((int)Record.Slots[MunicipalitySlot], exit.Year, start, exit);
            }

            return;
        }

        if (end is null)
        {
            StillTakingPart++;
        }
        else
        {
            OutsidePeriod++;
        }

        CountOther(file, start, end);
    }

    /// <summary>Those who finish later, or not yet, take part in the meantime.</summary>
    private void CountOther(RegisterFile file, DateOnly? start, DateOnly? end)
    {
        if (end?.Year < State.Years[0])
        {
            return;
        }

        // The number is of the year of the exit, or of the extract; the list of municipalities ends with the period.
        var last = State.Years[^1];
        var number = NumberOf(file, last);
        if (number < 0)
        {
            return;
        }

        if (Places.NearestYear(number, last) is { } known)
        {
            CountPerson(number, known, start, end);
        }
        else
        {
            Places.Wrong(file, MunicipalityVariable, number, last);
        }
    }

    /// <summary>Without a date of start, only the year of the exit is certain.</summary>
    private void CountPerson(int number, int yearOfNumber, DateOnly? start, DateOnly? end)
    {
        var project = Places.Introduction(number, yearOfNumber);
        var (first, last) = (start?.Year ?? end?.Year, end?.Year ?? State.Years[^1]);
        for (var year = Math.Max(first ?? last, State.Years[0]); year <= Math.Min(last, State.Years[^1]); year++)
        {
            Places.CountPerson(project, year);
        }
    }

    private DateOnly? Start(RegisterFile file) =>
        Plan.StartVariable >= 0 && RegisterValue.TryReadDate(file.Cell(Plan.StartVariable), out var date) ? date : null;
}
