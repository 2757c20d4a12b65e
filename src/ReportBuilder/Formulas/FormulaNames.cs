namespace ReportBuilder.Formulas;

/// <summary>R's rules for names.</summary>
internal static class FormulaNames
{
    private static readonly string[] Reserved =
    [
        "if",
        "else",
        "repeat",
        "while",
        "function",
        "for",
        "next",
        "break",
        "in",
        "TRUE",
        "FALSE",
        "NULL",
        "Inf",
        "NaN",
        "NA",
        "NA_integer_",
        "NA_real_",
        "NA_character_",
        "NA_complex_",
    ];

    /// <summary>True for a character that a name may begin with, a point left out.</summary>
    public static bool IsLetter(char c) => char.IsLetter(c);

    /// <summary>True for a character that may stand within a name.</summary>
    public static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '.' or '_';

    /// <summary>The name as R writes it: in backquotes when it could not stand without.</summary>
    public static string Written(string name) => IsSyntactic(name) ? name : $"`{name}`";

    private static bool IsSyntactic(string name) =>
        name.Length > 0
        && (IsLetter(name[0]) || (name[0] == '.' && !(name.Length > 1 && char.IsAsciiDigit(name[1]))))
        && name.All(IsPart)
        && !Reserved.Contains(name);
}
