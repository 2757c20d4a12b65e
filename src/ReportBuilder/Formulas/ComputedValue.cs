namespace ReportBuilder.Formulas;

/// <summary>Arithmetic on the columns of a row, as within R's <c>I()</c>.</summary>
internal static class ComputedValue
{
    private static readonly Dictionary<string, Func<double, double>> Known = new(StringComparer.Ordinal)
    {
        ["log"] = Math.Log,
        ["log2"] = Math.Log2,
        ["log10"] = Math.Log10,
        ["exp"] = Math.Exp,
        ["sqrt"] = Math.Sqrt,
        ["abs"] = Math.Abs,
    };

    /// <summary>The functions of one number.</summary>
    public static IReadOnlyList<string> Functions { get; } = [.. Known.Keys];

    /// <summary>The columns that a part of a formula names, each as often as it does.</summary>
    public static IEnumerable<string> ColumnsOf(FormulaNode node) => NamesOf(node).Select(n => n.Name);

    /// <summary>The places where a part of a formula names columns.</summary>
    public static IEnumerable<NameNode> NamesOf(FormulaNode node) =>
        node switch
        {
            NameNode name => [name],
            GroupNode group => NamesOf(group.Inner),
            SignNode sign => NamesOf(sign.Operand),
            BinaryNode binary => NamesOf(binary.Left).Concat(NamesOf(binary.Right)),
            // Of scale(x, TRUE) only the first argument is a column.
            CallNode { Arguments: [var first, ..] } => NamesOf(first.Value),
            _ => [],
        };

    /// <summary>Makes a function of the row; null, missing, when a column has no value there.</summary>
    /// <param name="node">The arithmetic.</param>
    /// <param name="column">The values of a column by row.</param>
    public static Func<int, double?> Compile(FormulaNode node, Func<string, IReadOnlyList<double?>> column)
    {
        switch (node)
        {
            case NameNode name:
                var values = column(name.Name);
                return row => values[row];
            case NumberNode number:
                return _ => number.Value;
            case GroupNode group:
                return Compile(group.Inner, column);
            case SignNode sign:
                var operand = Compile(sign.Operand, column);
                return sign.Operator == "-" ? row => -operand(row) : operand;
            case BinaryNode binary:
                var (left, right) = (Compile(binary.Left, column), Compile(binary.Right, column));
                return binary.Operator switch
                {
                    "+" => row => left(row) + right(row),
                    "-" => row => left(row) - right(row),
                    "*" => row => left(row) * right(row),
                    "/" => row => left(row) / right(row),
                    _ => row => left(row) is { } x && right(row) is { } y ? Power(x, y) : null,
                };
            case CallNode { Arguments: [var only] } call:
                var argument = Compile(only.Value, column);
                return Known.TryGetValue(call.Function, out var function) ? row => argument(row) is { } x ? function(x) : null : argument;
            default:
                throw new ArgumentException($"'{node.Written}' is not arithmetic.", nameof(node));
        }
    }

    // R squares by multiplication, which rounds once.
    private static double Power(double x, double y) => y == 2 ? x * x : Math.Pow(x, y);
}
