using Parquet;
using Parquet.Schema;

namespace ReportBuilder.Datasets;

/// <summary>Reads number columns of the types that R, Stata, Python and SQL tools write.</summary>
internal static class ParquetNumbers
{
    private static readonly Type[] Types =
    [
        typeof(sbyte),
        typeof(byte),
        typeof(short),
        typeof(ushort),
        typeof(int),
        typeof(uint),
        typeof(long),
        typeof(float),
        typeof(double),
    ];

    /// <summary>True when the field holds numbers that can be read.</summary>
    public static bool CanRead(DataField field) => !field.IsArray && Types.Contains(field.ClrType);

    /// <summary>All numbers of a row group, null where missing.</summary>
    public static Task<double?[]> ReadAsync(ParquetRowGroupReader group, DataField field) =>
        field.ClrType switch
        {
            var t when t == typeof(sbyte) => ReadAsync<sbyte>(group, field, v => v),
            var t when t == typeof(byte) => ReadAsync<byte>(group, field, v => v),
            var t when t == typeof(short) => ReadAsync<short>(group, field, v => v),
            var t when t == typeof(ushort) => ReadAsync<ushort>(group, field, v => v),
            var t when t == typeof(int) => ReadAsync<int>(group, field, v => v),
            var t when t == typeof(uint) => ReadAsync<uint>(group, field, v => v),
            var t when t == typeof(long) => ReadAsync<long>(group, field, v => v),
            var t when t == typeof(float) => ReadAsync<float>(group, field, v => v),
            _ => ReadAsync<double>(group, field, v => v),
        };

    private static async Task<double?[]> ReadAsync<T>(ParquetRowGroupReader group, DataField field, Func<T, double> toDouble)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var values = new T[group.RowCount];
            await group.ReadAsync<T>(field, values);
            return [.. values.Select(v => (double?)toDouble(v))];
        }

        var cells = new T?[group.RowCount];
        await group.ReadAsync<T>(field, cells);
        return [.. cells.Select(c => c is { } value ? toDouble(value) : (double?)null)];
    }
}
