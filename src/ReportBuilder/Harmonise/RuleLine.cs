using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>The columns of a rule file, in order.</summary>
internal enum RuleColumn
{
    Tabell,
    Rad,
    Konsept,
    Register,
    Variabel,
    Kategori,
    Etikett,
    Regel,
    Mal,
    Verdi,
    Fra,
    Til,
    Lesning,
    Tvetydighet,
    Avgjorelse,
    Merknad,
}

/// <summary>A line of a rule file: the rule, its form, and where each cell stands.</summary>
internal sealed class RuleLine(RecodingRule rule, RuleForm form, IReadOnlyList<SourcePlace> places)
{
    /// <summary>An empty cell, as a category.</summary>
    public const string Empty = "(tom)";

    /// <summary>Any other cell, as a category.</summary>
    public const string Other = "(ellers)";

    /// <summary>A missing value, as a value.</summary>
    public const string Missing = ".";

    /// <summary>The rule.</summary>
    public RecodingRule Rule { get; } = rule;

    /// <summary>How rules of its kind are written.</summary>
    public RuleForm Form { get; } = form;

    /// <summary>What it does.</summary>
    public RuleKind Kind => Form.Kind;

    /// <summary>Where a cell stands.</summary>
    public SourcePlace At(RuleColumn column) => places[(int)column];

    /// <summary>True when the rule applies to a year.</summary>
    public bool AppliesTo(int year) => year >= (Rule.FromYear ?? int.MinValue) && year <= (Rule.ToYear ?? int.MaxValue);
}

/// <summary>What rules are checked against and compiled for.</summary>
/// <param name="Registers">The registers with rules, by name.</param>
/// <param name="Schema">The harmonised dataset.</param>
/// <param name="Years">The years of the period, ascending.</param>
internal sealed record RuleScope(IReadOnlyList<RegisterSchema> Registers, Datasets.DatasetSchema Schema, IReadOnlyList<int> Years)
{
    /// <summary>Name of the register whose rules are series of Statistics Norway.</summary>
    public const string StatBank = "ssb";

    /// <summary>The register of a name, or null.</summary>
    public RegisterSchema? Register(string name) => Registers.FirstOrDefault(r => r.Register == name);
}
