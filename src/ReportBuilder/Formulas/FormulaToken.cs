namespace ReportBuilder.Formulas;

/// <summary>Kinds of words in a formula.</summary>
internal enum FormulaTokenKind
{
    /// <summary>A name, backquotes taken off.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text in quotes, the quotes taken off.</summary>
    Text,

    /// <summary>An operator, a parenthesis or a comma.</summary>
    Operator,

    /// <summary>The end of the formula.</summary>
    End,
}

/// <summary>One word of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says; empty at the end.</param>
/// <param name="Position">Where it begins, counted from 0.</param>
internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Text, int Position)
{
    /// <summary>True for this operator.</summary>
    public bool Is(string text) => Kind == FormulaTokenKind.Operator && Text == text;
}
