namespace ReportBuilder.Synthesis.Raw;

/// <summary>What fills a column of a raw register (column <c>innhold</c> of <c>kolonner.csv</c>).</summary>
internal enum RawContent
{
    /// <summary><c>lopenummer</c>: number of the person.</summary>
    Id,

    /// <summary><c>kilde</c>: that the record is invented.</summary>
    Provenance,

    /// <summary><c>kategori</c>: a source category of the harmonised value.</summary>
    Category,

    /// <summary><c>sluttkategori</c>: the same, empty for those who have not finished.</summary>
    FinalCategory,

    /// <summary><c>indikator</c>: 1 when the harmonised value has this variable, else 0.</summary>
    Indicator,

    /// <summary><c>fritt</c>: drawn, tied to nothing harmonised.</summary>
    Free,

    /// <summary><c>fodselsaar</c>.</summary>
    BirthYear,

    /// <summary><c>forste_vedtak</c>: date of the first decision.</summary>
    FirstDecision,

    /// <summary><c>oppstart</c>: date of start.</summary>
    Start,

    /// <summary><c>sluttdato</c>: date of exit.</summary>
    Exit,

    /// <summary><c>kommune</c>: the municipality as the register writes it.</summary>
    Municipality,

    /// <summary><c>kommunenavn</c>.</summary>
    MunicipalityName,

    /// <summary><c>delprove</c>: result of one of the tests, in the order of the columns.</summary>
    Test,

    /// <summary><c>forste_spor</c>.</summary>
    FirstTrack,

    /// <summary><c>siste_spor</c>.</summary>
    LastTrack,

    /// <summary><c>fravaerstimer</c>.</summary>
    AbsentHours,

    /// <summary><c>fravaersdager</c>.</summary>
    AbsentDays,

    /// <summary><c>timer_norsk</c>: hours attended, Norwegian.</summary>
    NorwegianHours,

    /// <summary><c>timer_samf</c>: hours attended, social studies.</summary>
    SocialHours,

    /// <summary><c>timer_nknv</c>: hours attended, NKNV.</summary>
    OtherHours,

    /// <summary><c>prosjekt</c>: name of the project.</summary>
    Project,

    /// <summary><c>avsluttet</c>: 1 for finished in the year of the file.</summary>
    Finished,

    /// <summary><c>alder</c>.</summary>
    Age,

    /// <summary><c>botid</c>.</summary>
    Residence,

    /// <summary><c>varighet</c>.</summary>
    Duration,

    /// <summary><c>prove_samlet</c>: level by test.</summary>
    TestLevel,

    /// <summary><c>vurdering</c>: level by the reporter's judgement.</summary>
    AssessedLevel,

    /// <summary><c>aar</c>: year of the accounts.</summary>
    Year,

    /// <summary><c>lonn</c>: wage costs in NOK 1000.</summary>
    Wages,
}

/// <summary>A column of a raw register.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Content">What fills it.</param>
/// <param name="Target">The harmonised column it is drawn from; empty for none.</param>
internal sealed record RawColumn(string Name, RawContent Content, string Target);

/// <summary>A measure as a register names it.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Target">The harmonised measure; empty when it is not carried over.</param>
/// <param name="Share">Share that has it, 0–1: of those with the harmonised measure, or of all when there is none.</param>
internal sealed record RawMeasure(string Name, string Target, double Share);
