using ReportBuilder.Tables;

namespace ReportBuilder.TypstWriting;

/// <summary>What is known of a table that was written, for those who find it again in the PDF.</summary>
/// <param name="Columns">Number of columns.</param>
/// <param name="Rows">The kind of each row under the head.</param>
/// <param name="Summary">What the table holds, in a sentence.</param>
public sealed record TypstTable(int Columns, IReadOnlyList<RowKind> Rows, string Summary);
