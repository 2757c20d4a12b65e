namespace ReportBuilder.Formulas;

/// <summary>A part of a formula as written.</summary>
/// <param name="Position">Where it begins (an operator: where the operator stands), counted from 0.</param>
internal abstract record FormulaNode(int Position)
{
    /// <summary>The part as R's <c>deparse</c> writes it: what R names terms by.</summary>
    public abstract string Written { get; }
}

/// <summary>A name.</summary>
internal sealed record NameNode(int Position, string Name) : FormulaNode(Position)
{
    /// <inheritdoc/>
    public override string Written => Name is "TRUE" or "FALSE" ? Name : FormulaNames.Written(Name);
}

/// <summary>A number.</summary>
internal sealed record NumberNode(int Position, double Value) : FormulaNode(Position)
{
    /// <inheritdoc/>
    public override string Written => RNumberText.Of(Value);
}

/// <summary>A text in quotes.</summary>
internal sealed record TextNode(int Position, string Value) : FormulaNode(Position)
{
    /// <inheritdoc/>
    public override string Written => $"\"{Value}\"";
}

/// <summary>Something in parentheses.</summary>
internal sealed record GroupNode(int Position, FormulaNode Inner) : FormulaNode(Position)
{
    /// <inheritdoc/>
    public override string Written => $"({Inner.Written})";
}

/// <summary>A sign before something.</summary>
internal sealed record SignNode(int Position, string Operator, FormulaNode Operand) : FormulaNode(Position)
{
    /// <inheritdoc/>
    public override string Written => Operator + Operand.Written;
}

/// <summary>Two parts with an operator between.</summary>
internal sealed record BinaryNode(int Position, string Operator, FormulaNode Left, FormulaNode Right) : FormulaNode(Position)
{
    /// <inheritdoc/>
    public override string Written =>
        Operator is "^" or ":" or "/" ? Left.Written + Operator + Right.Written : $"{Left.Written} {Operator} {Right.Written}";
}

/// <summary>A function with its arguments.</summary>
internal sealed record CallNode(int Position, string Function, IReadOnlyList<FormulaArgument> Arguments) : FormulaNode(Position)
{
    /// <inheritdoc/>
    public override string Written => $"{FormulaNames.Written(Function)}({string.Join(", ", Arguments.Select(a => a.Written))})";
}

/// <summary>Stands where something was missing, which has been reported.</summary>
internal sealed record FaultyNode(int Position) : FormulaNode(Position)
{
    /// <inheritdoc/>
    public override string Written => string.Empty;
}

/// <summary>An argument of a function.</summary>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Value">Its value.</param>
internal sealed record FormulaArgument(string? Name, FormulaNode Value)
{
    /// <summary>The argument as R writes it.</summary>
    public string Written => Name is null ? Value.Written : $"{Name} = {Value.Written}";
}
