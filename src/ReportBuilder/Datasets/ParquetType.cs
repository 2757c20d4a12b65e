using Parquet.Schema;

namespace ReportBuilder.Datasets;

/// <summary>
/// How the declared kinds stand in a Parquet file. Text is a string, a whole number int32, a decimal number double. A category is what its
/// codes are: int32 when all of them are whole numbers (0 and 1, 1 to 3), so that R and Stata compute with it at once; a string otherwise. Every column may hold
/// nulls, which are missing values.
/// </summary>
internal static class ParquetType
{
    /// <summary>The type of a column.</summary>
    public static Type Of(SchemaColumn column) =>
        column.Kind switch
        {
            ValueKind.Integer => typeof(int),
            ValueKind.Decimal => typeof(double),
            ValueKind.Code when NumbersOf(column) is not null => typeof(int),
            _ => typeof(string),
        };

    /// <summary>The field of a column.</summary>
    public static DataField FieldOf(SchemaColumn column) => new(column.Name, Of(column), isNullable: true);

    /// <summary>True when the field holds text.</summary>
    public static bool IsText(DataField field) =>
        !field.IsArray && (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>));

    /// <summary>The codes as numbers, in the order of the levels; null unless every code is a whole number written in the shortest way.</summary>
    public static IReadOnlyList<int>? NumbersOf(SchemaColumn column)
    {
        var numbers = new List<int>();
        foreach (var level in column.Levels)
        {
            if (
                !Invariant.TryReadNumber(level.Code, out var number)
                || number != Math.Truncate(number)
                || ((int)number).ToText() != level.Code
            )
            {
                return null;
            }

            numbers.Add((int)number);
        }

        return numbers;
    }
}
