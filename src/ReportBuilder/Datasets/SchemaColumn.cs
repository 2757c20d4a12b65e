namespace ReportBuilder.Datasets;

/// <summary>What the cells of a column hold.</summary>
public enum ValueKind
{
    /// <summary>Any text without line breaks.</summary>
    Text,

    /// <summary>One of the declared codes.</summary>
    Code,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with decimal point.</summary>
    Decimal,
}

/// <summary>What a column is for. The first seven roles belong to one column each.</summary>
public enum ColumnRole
{
    /// <summary>Identifies the row.</summary>
    Key,

    /// <summary>Says whether the person is real or invented.</summary>
    Provenance,

    /// <summary>The integration scheme.</summary>
    Scheme,

    /// <summary>The year of finishing.</summary>
    Year,

    /// <summary>The municipality, by the number it had in the year.</summary>
    Municipality,

    /// <summary>The local project or programme.</summary>
    Project,

    /// <summary>The outcome of the models.</summary>
    Outcome,

    /// <summary>What the participant went on to.</summary>
    Transition,

    /// <summary>A property of the participant.</summary>
    Individual,

    /// <summary>A measure (tiltak) taken, or not.</summary>
    Measure,

    /// <summary>A fact on the municipality in the year of finishing, the same for all its participants.</summary>
    MunicipalityFact,

    /// <summary>A fact on the project in the year of finishing, the same for all its participants.</summary>
    ProjectFact,
}

/// <summary>One category: the code that stands in the file and the token that stands in ids (<c>[a-z0-9_]</c>).</summary>
/// <param name="Code">Code in the file.</param>
/// <param name="Token">Part of quantity ids and label keys.</param>
public readonly record struct CodeLevel(string Code, string Token);

/// <summary>A rule between two columns: each category of this column goes with one category of another.</summary>
/// <param name="Column">The other column.</param>
/// <param name="Codes">Code of the other column for each category of this one, in order.</param>
public sealed record ColumnImplication(string Column, IReadOnlyList<string> Codes);

/// <summary>A declared column of the dataset.</summary>
public sealed record SchemaColumn
{
    /// <summary>Name in the header of the data file.</summary>
    public required string Name { get; init; }

    /// <summary>What its cells hold.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>Unit of a number («år»); empty for none.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>Categories, in order; empty unless the kind is <see cref="ValueKind.Code"/>.</summary>
    public IReadOnlyList<CodeLevel> Levels { get; init; } = [];

    /// <summary>Smallest number allowed, when there is one.</summary>
    public double? Min { get; init; }

    /// <summary>Largest number allowed, when there is one.</summary>
    public double? Max { get; init; }

    /// <summary>True when no cell may be empty.</summary>
    public bool Required { get; init; }

    /// <summary>True when no value may stand twice.</summary>
    public bool Unique { get; init; }

    /// <summary>What the column is for.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>True when a file need not have the column: facts on municipality and project. All its values are then missing.</summary>
    public bool MayBeAbsent => !Required && Role is (ColumnRole.MunicipalityFact or ColumnRole.ProjectFact);

    /// <summary>The rule that ties it to another column, when there is one.</summary>
    public ColumnImplication? Implies { get; init; }

    /// <summary>Where the definition comes from.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>What it means, in Norwegian.</summary>
    public string Description { get; init; } = string.Empty;
}
