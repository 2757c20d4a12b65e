namespace ReportBuilder.Models.Design;

/// <summary>
/// A variable that a model needs a value of in every row but has no column for: the groups of a random part, the clusters of a robust
/// covariance. Rows without a value are not used, and counted under its name, as R's <c>model.frame</c> drops them.
/// </summary>
public sealed class ScreenTerm : Term
{
    private readonly Categorical _values;

    /// <summary>Makes the term.</summary>
    /// <param name="name">Name, unique within a model.</param>
    /// <param name="values">One value a row.</param>
    public ScreenTerm(string name, Categorical values)
        : base(name, values.RowCount) => _values = values;

    /// <inheritdoc/>
    public override DropReason? WhyUnusable(int row) =>
        _values.IsMissing(row) ? DropReason.Missing
        : _values.IsUnknown(row) ? DropReason.UnknownLevel
        : null;

    internal override TermEncoder Encode(ReadOnlySpan<int> usedRows) => new Encoder(this);

    private sealed class Encoder(ScreenTerm term) : TermEncoder
    {
        public override IReadOnlyList<string?> ColumnLevels => [];

        public override TermCoding Describe(int firstColumn) => new(term.Name, TermStatus.ScreenOnly, [], null, []);

        public override void WriteColumn(int column, ReadOnlySpan<int> usedRows, Span<double> into) =>
            throw new ArgumentOutOfRangeException(nameof(column), column, "The term has no columns.");

        public override ProfileProblemKind? WriteProfile(TermValue value, Span<double> into) => ProfileProblemKind.TermNotInModel;

        public override IReadOnlyList<string> ProfileNames(string term) => [];

        public override void WriteProfile(
            string term,
            IReadOnlyDictionary<string, TermValue> profile,
            Span<double> into,
            ICollection<ProfileProblem> problems
        ) => into.Clear();
    }
}
