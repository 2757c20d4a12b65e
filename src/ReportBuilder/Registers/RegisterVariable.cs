namespace ReportBuilder.Registers;

/// <summary>What the cells of a register variable hold.</summary>
public enum RegisterValueKind
{
    /// <summary>Any text (<c>tekst</c>).</summary>
    Text,

    /// <summary>A whole number (<c>heltall</c>).</summary>
    Integer,

    /// <summary>A number with decimal comma or point (<c>desimaltall</c>).</summary>
    Decimal,

    /// <summary>A date, dd.MM.yyyy or yyyy-MM-dd (<c>dato</c>).</summary>
    Date,

    /// <summary>0 or 1 (<c>ja_nei</c>).</summary>
    YesNo,
}

/// <summary>What a register variable is for.</summary>
public enum RegisterUse
{
    /// <summary>A source of the recoding (<c>kilde</c>).</summary>
    Source,

    /// <summary>Identifies the person (<c>nokkel</c>).</summary>
    Key,

    /// <summary>Says whether the record is real or invented (<c>opphav</c>).</summary>
    Provenance,

    /// <summary>Says whether and when the person finished (<c>slutt</c>).</summary>
    End,

    /// <summary>The municipality (<c>kommune</c>).</summary>
    Municipality,

    /// <summary>The project (<c>prosjekt</c>).</summary>
    Project,

    /// <summary>The year, where it stands in the record (<c>aar</c>).</summary>
    Year,

    /// <summary>A measure taken (<c>tiltak</c>).</summary>
    Measure,

    /// <summary>Named in the report, read by nothing (<c>ikke_brukt</c>).</summary>
    Unused,
}

/// <summary>A declared variable of a register.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Unit">Unit of a number; empty for none.</param>
/// <param name="Required">True when no cell may be empty.</param>
/// <param name="MayBeAbsent">True when the whole column may be absent; every cell is then empty.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Source">Where the definition comes from.</param>
/// <param name="Description">What it means, in Norwegian.</param>
public sealed record RegisterVariable(
    string Name,
    RegisterValueKind Kind,
    string Unit,
    bool Required,
    bool MayBeAbsent,
    RegisterUse Use,
    string Source,
    string Description
);
