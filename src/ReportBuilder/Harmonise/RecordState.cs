using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>
/// What is known of the record at hand while its rules run: a value for each slot (NaN for missing), the rules that decided
/// something, and the first contradiction found. One instance serves all records of a register.
/// </summary>
internal sealed class RecordState(int slots, int maximalHits, UnknownValues unknown)
{
    private readonly int[] _hits = new int[maximalHits];
    private int _hitCount;

    /// <summary>The register, at the record.</summary>
    public RegisterFile File { get; private set; } = null!;

    /// <summary>The year whose rules apply.</summary>
    public int Year { get; private set; }

    /// <summary>A value for each slot; NaN for missing. What a slot holds is known to the step that fills it.</summary>
    public double[] Slots { get; } = new double[slots];

    /// <summary>The contradiction found first, without place; null for none.</summary>
    public Diagnostic? Fault { get; private set; }

    /// <summary>True when a value was found that no rule or form covers; the run will stop.</summary>
    public bool HasUnknown { get; private set; }

    /// <summary>Rules that decided something about the record.</summary>
    public ReadOnlySpan<int> Hits => _hits.AsSpan(0, _hitCount);

    /// <summary>Begins with a record.</summary>
    public void Start(RegisterFile file, int year)
    {
        (File, Year, Fault, HasUnknown, _hitCount) = (file, year, null, false, 0);
    }

    /// <summary>Notes that a rule decided something.</summary>
    public void Hit(int rule) => _hits[_hitCount++] = rule;

    /// <summary>Notes a contradiction (RB2230–RB2249) at a variable; only the first of a record is kept.</summary>
    public void Contradict(string code, int variable, string? expected, params string[] arguments) =>
        Fault ??= new Diagnostic(code, Severity.Warning, File.Place(variable))
        {
            Found = Encoding.UTF8.GetString(File.Cell(variable)) is { Length: > 0 } found ? found : null,
            Expected = expected,
            Arguments = arguments,
        };

    /// <summary>Notes a cell that no rule covers (RB2250) or that is not of its kind (RB2251).</summary>
    public void Unknown(string code, int variable)
    {
        HasUnknown = true;
        unknown.Add(code, File, variable, Year);
    }
}
