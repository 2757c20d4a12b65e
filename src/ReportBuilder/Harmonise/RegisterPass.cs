using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>What the passes through the registers share.</summary>
internal sealed class HarmoniserState(HarmoniserInput input, DiagnosticBag bag)
{
    /// <summary>What is harmonised.</summary>
    public HarmoniserInput Input { get; } = input;

    /// <summary>Receives what is wrong with the files.</summary>
    public DiagnosticBag Bag { get; } = bag;

    /// <summary>Numbers of municipalities.</summary>
    public TextPool Numbers { get; } = new();

    /// <summary>All persons.</summary>
    public Persons Persons { get; } = new();

    /// <summary>Values that no rule covers.</summary>
    public UnknownValues Unknown { get; } = new();

    /// <summary>Records that decided each rule.</summary>
    public int[] Counts { get; } = new int[input.Rules.Rules.Count];

    /// <summary>Records set aside, with what is said of them.</summary>
    public List<Diagnostic> SetAside { get; } = [];

    /// <summary>Files read to their end.</summary>
    public List<HarmonisedFile> Files { get; } = [];

    /// <summary>The years of the period.</summary>
    public IReadOnlyList<int> Years { get; } = input.Rules.Scope.Years;
}

/// <summary>A pass through the files of one register: sorts the records, runs the rules on those who finished, gathers their rows.</summary>
internal abstract class RegisterPass
{
    private readonly byte _idPrefix;
    private readonly RowFiller _filler;
    private readonly byte[][] _provenance;
    private readonly int _provenanceVariable;
    private readonly byte[] _id = new byte[256];

    private protected RegisterPass(
        HarmoniserState state,
        RegisterSchema register,
        RegisterPlan plan,
        ProjectPlaces places,
        ParticipantRows rows,
        char idPrefix
    )
    {
        (State, Register, Plan, Places, Rows, _idPrefix) = (state, register, plan, places, rows, (byte)idPrefix);
        Record = new RecordState(plan.SlotCount, state.Input.Rules.Rules.Count, state.Unknown);
        _filler = rows.FillerFor(plan);
        Key = register.IndexOf(RegisterUse.Key);
        End = register.IndexOf(RegisterUse.End);
        MunicipalityVariable = register.IndexOf(RegisterUse.Municipality);
        MunicipalitySlot = plan.Slots[state.Input.Schema.WithRole(ColumnRole.Municipality)!.Name];
        _provenanceVariable = register.IndexOf(RegisterUse.Provenance);
        _provenance = [.. state.Input.Schema.WithRole(ColumnRole.Provenance)!.Levels.Select(l => Encoding.UTF8.GetBytes(l.Code))];
    }

    /// <summary>Records read.</summary>
    public int Read { get; private protected set; }

    /// <summary>Records of persons who still take part.</summary>
    public int StillTakingPart { get; private protected set; }

    /// <summary>Records of persons who finished outside the period.</summary>
    public int OutsidePeriod { get; private protected set; }

    /// <summary>Records set aside.</summary>
    public int SetAsideCount { get; private set; }

    /// <summary>Participants who finished.</summary>
    public int Finished { get; private set; }

    private protected HarmoniserState State { get; }

    private protected RegisterSchema Register { get; }

    private protected RegisterPlan Plan { get; }

    private protected ProjectPlaces Places { get; }

    private protected ParticipantRows Rows { get; }

    private protected RecordState Record { get; }

    private protected int Key { get; }

    private protected int End { get; }

    private protected int MunicipalityVariable { get; }

    private protected int MunicipalitySlot { get; }

    /// <summary>Sets the current record aside (a warning).</summary>
    private protected void SetAside(RegisterFile file, string code, int variable)
    {
        SetAsideCount++;
        State.SetAside.Add(new Diagnostic(code, Severity.Warning, file.Place(variable)));
    }

    /// <summary>Runs the rules on a record of someone who finished; false when there is no row for it.</summary>
    private protected bool Finish(RegisterFile file, int year, Func<int, int> projectOf)
    {
        Record.Start(file, year);
        Plan.Run(Record);
        var provenance = Provenance(file);
        if (Record.Fault is { } fault)
        {
            SetAsideCount++;
            State.SetAside.Add(fault);
            return false;
        }

        if (Record.HasUnknown || provenance < 0 || double.IsNaN(Record.Slots[MunicipalitySlot]))
        {
            return false;
        }

        var number = (int)Record.Slots[MunicipalitySlot];
        if (!Places.Exists(number, year))
        {
            Places.Wrong(file, MunicipalityVariable, number, year);
            return false;
        }

        var project = projectOf(number);
        Rows.Add(_filler, Record, Id(file), provenance, number, project);
        foreach (var rule in Record.Hits)
        {
            State.Counts[rule]++;
        }

        Finished++;
        return true;
    }

    /// <summary>Index of the municipality of a record whose other rules do not matter, or −1.</summary>
    private protected int NumberOf(RegisterFile file, int year)
    {
        Record.Start(file, year);
        Plan.Municipality.Run(Record);
        var number = Record.Slots[MunicipalitySlot];
        return double.IsNaN(number) ? -1 : (int)number;
    }

    private int Provenance(RegisterFile file)
    {
        var cell = _provenanceVariable < 0 ? default : file.Cell(_provenanceVariable);
        if (cell.IsEmpty)
        {
            // The register schema says so: no mark means a register.
            return 0;
        }

        for (var i = 0; i < _provenance.Length; i++)
        {
            if (cell.SequenceEqual(_provenance[i]))
            {
                return i;
            }
        }

        State.Unknown.Add("RB2254", file, _provenanceVariable, Record.Year);
        return -1;
    }

    private ReadOnlySpan<byte> Id(RegisterFile file)
    {
        var key = file.Cell(Key);
        if (key.Length >= _id.Length)
        {
            return (byte[])[_idPrefix, .. key];
        }

        _id[0] = _idPrefix;
        key.CopyTo(_id.AsSpan(1));
        return _id.AsSpan(0, key.Length + 1);
    }
}
