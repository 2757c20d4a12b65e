using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>
/// How harmonised values become raw registers, read from <c>data/syntetisk/registre/*.csv</c>. These tables are written apart from the recoding rules and know nothing
/// of them: were they the same file, a changed rule would change the data along with the result.
/// </summary>
public sealed class RawTables
{
    /// <summary>Name of the register of introduksjonsprogrammet.</summary>
    internal const string Nir = "nir";

    /// <summary>Name of the register of Jobbsjansen.</summary>
    internal const string Jobbsjansen = "jobbsjansen";

    /// <summary>Name of the register of municipal accounts.</summary>
    internal const string Kostra = "kostra";

    /// <summary>Name of the register of project accounts.</summary>
    internal const string Accounts = "regnskap";

    private readonly Dictionary<string, RawRegister> _registers;
    private readonly Dictionary<string, RawFormat> _formats;
    private readonly Dictionary<string, double> _constants;

    internal RawTables(
        Dictionary<string, RawRegister> registers,
        Dictionary<string, RawFormat> formats,
        Dictionary<string, double> constants,
        IReadOnlyList<StatBankCell> statBank
    )
    {
        StatBank = statBank;
        _registers = registers;
        _formats = formats;
        _constants = constants;
    }

    /// <summary>What the tables of the StatBank hold.</summary>
    internal IReadOnlyList<StatBankCell> StatBank { get; }

    /// <summary>Reads the tables. Null when anything is wrong; the bag then says what (RB2001–RB2016, RB2400–RB2404).</summary>
    /// <param name="folder">Folder to read.</param>
    /// <param name="shownAs">The folder as shown to the user.</param>
    /// <param name="schema">The harmonised columns.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static RawTables? Read(string folder, string shownAs, DatasetSchema schema, DiagnosticBag bag) =>
        new RawTablesReader(folder, shownAs, schema, bag).Read();

    internal RawRegister Register(string name) => _registers[name];

    internal RawFormat Format(string file) => _formats[file];

    internal double Constant(string name) => _constants[name];

    internal int Whole(string name) => (int)_constants[name];

    /// <summary>True with a probability given in per cent by a constant.</summary>
    internal bool Happens(string name, RandomSource random) => random.Below(10_000) < _constants[name] * 100;
}
