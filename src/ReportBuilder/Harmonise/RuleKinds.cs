namespace ReportBuilder.Harmonise;

/// <summary>What a rule does with its source.</summary>
internal enum RuleKind
{
    /// <summary>The category becomes the value.</summary>
    Code,

    /// <summary>The category becomes missing.</summary>
    Missing,

    /// <summary>A record with the category contradicts itself and is set aside.</summary>
    SetAside,

    /// <summary>The variable is not carried over.</summary>
    NotIncluded,

    /// <summary>Every record of the register gets the value.</summary>
    Constant,

    /// <summary>The year the file is for.</summary>
    FileYear,

    /// <summary>The number as it stands.</summary>
    Copy,

    /// <summary>The number without its decimals.</summary>
    WholeDown,

    /// <summary>A municipality number as it stands; it must have existed in the year.</summary>
    MunicipalityNumber,

    /// <summary>The year of a date.</summary>
    YearOf,

    /// <summary>Year of a date minus a year of birth.</summary>
    Age,

    /// <summary>Completed years between two dates.</summary>
    WholeYears,

    /// <summary>Completed months between two dates.</summary>
    WholeMonths,

    /// <summary>Absence in per cent of hours attended.</summary>
    AbsenceShare,

    /// <summary>The printed formula for absence, by operator precedence.</summary>
    AbsenceAsPrinted,

    /// <summary>Absence in per cent of hours attended and absence together.</summary>
    AbsenceOfAll,

    /// <summary>The mean of the values that are there.</summary>
    Mean,

    /// <summary>The first value that is there.</summary>
    FirstPresent,

    /// <summary>The interval that holds the number becomes the value.</summary>
    Interval,

    /// <summary>One of several yes/no variables, of which exactly one must be yes.</summary>
    OneOf,

    /// <summary>Yes when at least one of several yes/no variables is yes, no when all are no.</summary>
    AnyOf,

    /// <summary>A series of Statistics Norway.</summary>
    StatBank,
}

/// <summary>What a rule reads.</summary>
internal enum RuleArgument
{
    /// <summary>Text of any kind.</summary>
    Cell,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Dates.</summary>
    Date,

    /// <summary>A number and a date.</summary>
    NumberThenDate,

    /// <summary>Yes/no.</summary>
    YesNo,

    /// <summary>What other rules have made.</summary>
    Made,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>A table of the statbank.</summary>
    Table,
}

/// <summary>How a rule of a kind is written.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Token">Its name in the rule file.</param>
/// <param name="Argument">What it reads.</param>
/// <param name="Variables">How many variables it names; −1 for one or more.</param>
/// <param name="HasCategory">True when a category must stand, false when none may.</param>
/// <param name="HasValue">True when it names the value that comes out.</param>
internal sealed record RuleForm(RuleKind Kind, string Token, RuleArgument Argument, int Variables, bool HasCategory, bool HasValue);

/// <summary>All kinds of rules, by the names that stand in the rule files.</summary>
internal static class RuleKinds
{
    /// <summary>All forms.</summary>
    public static readonly IReadOnlyList<RuleForm> All =
    [
        new(RuleKind.Code, "kode", RuleArgument.Cell, 1, true, true),
        new(RuleKind.Missing, "mangler", RuleArgument.Cell, 1, true, true),
        new(RuleKind.SetAside, "sett_til_side", RuleArgument.Cell, 1, true, false),
        new(RuleKind.NotIncluded, "ikke_med", RuleArgument.Cell, 1, false, false),
        new(RuleKind.Constant, "fast", RuleArgument.None, 0, false, true),
        new(RuleKind.FileYear, "filens_aar", RuleArgument.None, 0, false, false),
        new(RuleKind.Copy, "kopi", RuleArgument.Number, 1, false, false),
        new(RuleKind.WholeDown, "hele_ned", RuleArgument.Number, 1, false, false),
        new(RuleKind.MunicipalityNumber, "kommunenummer", RuleArgument.Cell, 1, false, false),
        new(RuleKind.YearOf, "aar_av", RuleArgument.Date, 1, false, false),
        new(RuleKind.Age, "alder", RuleArgument.NumberThenDate, 2, false, false),
        new(RuleKind.WholeYears, "hele_aar", RuleArgument.Date, 2, false, false),
        new(RuleKind.WholeMonths, "hele_maaneder", RuleArgument.Date, 2, false, false),
        new(RuleKind.AbsenceShare, "fravaersandel", RuleArgument.Number, 5, false, false),
        new(RuleKind.AbsenceAsPrinted, "fravaersandel_trykt", RuleArgument.Number, 5, false, false),
        new(RuleKind.AbsenceOfAll, "fravaersandel_av_alt", RuleArgument.Number, 5, false, false),
        new(RuleKind.Mean, "gjennomsnitt_av_prover", RuleArgument.Made, -1, false, false),
        new(RuleKind.FirstPresent, "forste_med_verdi", RuleArgument.Made, -1, false, false),
        new(RuleKind.Interval, "intervall", RuleArgument.Made, 1, true, true),
        new(RuleKind.OneOf, "en_av", RuleArgument.YesNo, 1, true, true),
        new(RuleKind.AnyOf, "minst_en", RuleArgument.YesNo, 1, false, true),
        new(RuleKind.StatBank, "ssb", RuleArgument.Table, 1, true, false),
    ];

    /// <summary>The form with a name, or null.</summary>
    public static RuleForm? Find(string token) => All.FirstOrDefault(f => f.Token == token);

    /// <summary>True for a rule that reads one cell of one variable; such rules may stand together for a target.</summary>
    public static bool IsCell(RuleKind kind) =>
        kind
            is RuleKind.Code
                or RuleKind.Missing
                or RuleKind.SetAside
                or RuleKind.Copy
                or RuleKind.WholeDown
                or RuleKind.MunicipalityNumber;
}
