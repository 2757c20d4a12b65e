using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>
/// Jobbsjansen: one file a year, with those who finished in it and those who still take part. Of several exits of one person the first
/// in time counts; later records of the person are set aside.
/// </summary>
internal sealed class JobbsjansenPass(
    HarmoniserState state,
    RegisterSchema register,
    RegisterPlan plan,
    ProjectPlaces places,
    ParticipantRows rows
) : RegisterPass(state, register, plan, places, rows, 'J')
{
    private readonly int _project = register.IndexOf(RegisterUse.Project);

    /// <summary>
    /// Looks through the files once for who took part when, so that persons in both registers are known before a row of theirs is
    /// made. What is wrong with the files is said when they are read for good.
    /// </summary>
    public static void Survey(HarmoniserState state, RegisterSchema register, IEnumerable<HarmoniserFile> files, string durationColumn)
    {
        var silent = new DiagnosticBag(1);
        var (key, end) = (register.IndexOf(RegisterUse.Key), register.IndexOf(RegisterUse.End));
        var duration = state
            .Input.Rules.Lines.Where(l => l.Rule.Register == register.Register && l.Rule.Target == durationColumn)
            .Select(l => register.IndexOf(l.Rule.Variables[0]))
            .FirstOrDefault(-1);
        foreach (var source in files)
        {
            using var file = RegisterFile.Open(source.Path, source.ShownAs, register, silent);
            while (file?.Read() ?? false)
            {
                var months = 0;
                if (duration >= 0 && RegisterValue.TryReadInteger(file.Cell(duration), out var number))
                {
                    months = Math.Clamp(number, 0, 600);
                }

                var finished = RegisterValue.TryReadYesNo(file.Cell(end), out var yes) && yes;
                state.Persons.Add(state.Persons.Index(file.Cell(key)), new JobSpell(source.Year!.Value, finished, months));
            }
        }
    }

    /// <summary>Reads the file of a year. Files must come in the order of their years.</summary>
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
            Sort(file, source.Year!.Value);
        }

        State.Files.Add(new HarmonisedFile(source.ShownAs, file.RecordCount, file.Fingerprint));
    }

    private void Sort(RegisterFile file, int year)
    {
        var person = State.Persons.Index(file.Cell(Key));
        if (!RegisterValue.TryReadYesNo(file.Cell(End), out var finished))
        {
            State.Unknown.Add("RB2250", file, End, year);
        }
        else if (!State.Persons.NoteYear(person, year))
        {
            SetAside(file, "RB2242", Key);
        }
        else if (State.Persons.Has(person, PersonSeen.Both))
        {
            SetAside(file, "RB2241", Key);
        }
        else if (State.Persons.Has(person, PersonSeen.JobExit))
        {
            SetAside(file, finished ? "RB2240" : "RB2243", End);
        }
        else if (!finished)
        {
            StillTakingPart++;
            CountOther(file, year);
        }
        else
        {
            State.Persons.Note(person, PersonSeen.JobExit);
            if (Finish(file, year, number => ProjectOf(file, number, year)))
            {
                Places.CountPerson(ProjectOf(file, (int)Record.Slots[MunicipalitySlot], year), year);
            }
        }
    }

    private int ProjectOf(RegisterFile file, int number, int year) =>
        Places.Jobbsjansen(number, year, _project < 0 ? default : file.Cell(_project));

    private void CountOther(RegisterFile file, int year)
    {
        var number = NumberOf(file, year);
        if (number < 0)
        {
            return;
        }

        if (ProjectOf(file, number, year) is >= 0 and var project)
        {
            Places.CountPerson(project, year);
        }
        else
        {
            Places.Wrong(file, MunicipalityVariable, number, year);
        }
    }
}
