using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Design;

/// <summary>
/// What a regression is fitted to: the rows in which outcome and terms all have usable values, the outcome, and the design
/// matrix with an intercept and the columns of each term. Raw values stay in the terms. Immutable.
/// </summary>
public sealed class ModelDesign
{
    /// <summary>Name of the intercept's column, as in R.</summary>
    public const string InterceptName = "(Intercept)";

    /// <summary>The name under which rows without a usable weight are counted in <see cref="DroppedRows"/>, as in R's model frame.</summary>
    public const string WeightsName = "(weights)";

    private readonly IReadOnlyList<TermEncoder> _encoders;
    private readonly (int Term, int Place)[] _places;

    private ModelDesign(
        DummyTerm outcome,
        IReadOnlyList<Term> terms,
        IReadOnlyList<double?>? weights,
        int[] usedRows,
        IReadOnlyList<DroppedRows> dropped,
        int threads
    )
    {
        RowsGiven = outcome.RowCount;
        UsedRows = ImmutableCollectionsMarshal.AsImmutableArray(usedRows);
        DroppedRows = dropped;
        OutcomeName = outcome.Name;
        var y = new double[usedRows.Length];
        outcome.Encode(usedRows).WriteColumn(0, usedRows, y);
        Outcome = ImmutableCollectionsMarshal.AsImmutableArray(y);
        Successes = (int)y.Sum();
        Weights = weights is null ? null : [.. usedRows.Select(row => weights[row].GetValueOrDefault())];
        (TotalWeight, SuccessWeight) = Weights is { } w
            ? (w.Sum(), w.Zip(y, (weight, outcome) => weight * outcome).Sum())
            : (y.Length, Successes);
        InvalidWeights = dropped.Where(d => d.Term == WeightsName && PriorWeights.IsInvalid(d.Reason)).Sum(d => d.Rows);

        var columns = new List<DesignColumn> { new(InterceptName, null, null) };
        var codings = new List<TermCoding>();
        _encoders = [.. terms.Select(term => term.Encode(usedRows))];
        for (var t = 0; t < terms.Count; t++)
        {
            var name = terms[t].Name;
            codings.Add(_encoders[t].Describe(columns.Count));
            columns.AddRange(
                _encoders[t].ColumnNames(name).Zip(_encoders[t].ColumnLevels, (column, level) => new DesignColumn(column, name, level))
            );
        }

        Columns = [.. columns];
        Terms = [.. codings];
        _places = [(0, 0), .. codings.SelectMany((coding, term) => coding.Columns.Select((_, place) => (term, place)))];
        Threads = threads;
        Basis = ColumnBasis.Build(CopyColumn, usedRows.Length, columns.Count, threads);
    }

    /// <summary>Number of rows given.</summary>
    public int RowsGiven { get; }

    /// <summary>Indices of the rows used, ascending.</summary>
    public ImmutableArray<int> UsedRows { get; }

    /// <summary>Number of rows used.</summary>
    public int RowCount => UsedRows.Length;

    /// <summary>Number of rows that were not used.</summary>
    public int RowsDropped => RowsGiven - RowCount;

    /// <summary>Why rows were not used, the outcome first, then the terms in their order, then the weights.</summary>
    public IReadOnlyList<DroppedRows> DroppedRows { get; }

    /// <summary>Name of the outcome.</summary>
    public string OutcomeName { get; }

    /// <summary>The outcome of each row used, 0 or 1.</summary>
    public ImmutableArray<double> Outcome { get; }

    /// <summary>Number of rows used whose outcome is 1.</summary>
    public int Successes { get; }

    /// <summary>The prior weight of each row used, above 0 and finite, as R's <c>glm(weights = )</c>; null when none were given.</summary>
    public ImmutableArray<double>? Weights { get; }

    /// <summary>Number of rows given whose weight is negative, infinite or not a number. Nothing is fitted unless it is 0.</summary>
    public int InvalidWeights { get; }

    /// <summary>Sum of the weights of the rows used; their number when there are no weights.</summary>
    public double TotalWeight { get; }

    /// <summary>Sum of the weights of the rows used whose outcome is 1.</summary>
    public double SuccessWeight { get; }

    /// <summary>The columns, the intercept first.</summary>
    public IReadOnlyList<DesignColumn> Columns { get; }

    /// <summary>How each term was coded, in the order given.</summary>
    public IReadOnlyList<TermCoding> Terms { get; }

    /// <summary>
    /// Columns that are linear combinations of earlier ones. As in R, later columns give way to earlier ones: a column is
    /// aliased when what the earlier ones leave of it is shorter than 1e-11 of it (<c>glm</c>'s tolerance for its QR).
    /// </summary>
    public IReadOnlyList<AliasedColumn> Aliased => Basis.Aliased;

    internal ColumnBasis Basis { get; }

    /// <summary>How many threads work on it. Results do not depend on it.</summary>
    internal int Threads { get; }

    /// <summary>Value of a column in a row used, counted from 0.</summary>
    public double this[int row, int column]
    {
        get
        {
            var value = 0.0;
            CopyColumn(column, row, new Span<double>(ref value));
            return value;
        }
    }

    /// <summary>
    /// The values of a column, one for each row used. They are coded anew from the term at every call, as the design keeps no matrix of raw
    /// values: ask once, or for a part of the rows with <see cref="CopyColumn"/>.
    /// </summary>
    public ReadOnlySpan<double> ColumnValues(int column)
    {
        var values = new double[RowCount];
        CopyColumn(column, 0, values);
        return values;
    }

    /// <summary>Copies the values of a column from a row used on, as many as there is room for.</summary>
    public void CopyColumn(int column, int firstRow, Span<double> into)
    {
        var rows = UsedRows.AsSpan().Slice(firstRow, into.Length);
        if (column == 0)
        {
            into.Fill(1);
        }
        else
        {
            var (term, place) = _places[column];
            _encoders[term].WriteColumn(place, rows, into);
        }
    }

    /// <summary>Builds a design.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="terms">The terms; none gives a design with the intercept only.</param>
    /// <param name="weights">
    /// Prior weights, one a row: a row of weight 2 counts as the same row twice. Rows with weight 0 or none are not used. Null gives all rows
    /// the weight 1.
    /// </param>
    /// <exception cref="ArgumentException">Terms or weights differ in number of rows, or two terms have the same name.</exception>
    public static ModelDesign Build(DummyTerm outcome, IReadOnlyList<Term> terms, IReadOnlyList<double?>? weights = null) =>
        Build(outcome, terms, weights, Workers.All);

    internal static ModelDesign Build(DummyTerm outcome, IReadOnlyList<Term> terms, IReadOnlyList<double?>? weights, int threads)
    {
        Term[] all = [outcome, .. terms];
        if (all.FirstOrDefault(term => term.RowCount != outcome.RowCount) is { } odd)
        {
            throw new ArgumentException($"'{odd.Name}' has {odd.RowCount} rows; the outcome has {outcome.RowCount}.", nameof(terms));
        }

        if (weights is not null && weights.Count != outcome.RowCount)
        {
            throw new ArgumentException($"{weights.Count} weights; the outcome has {outcome.RowCount} rows.", nameof(weights));
        }

        if (all.GroupBy(term => term.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"'{twice.Key}' occurs twice.", nameof(terms));
        }

        var (usedRows, dropped) = RowScreen.Screen(all, weights, outcome.RowCount);
        return new ModelDesign(outcome, terms, weights, usedRows, dropped, threads);
    }

    /// <summary>Columns that a variable enters, by itself or in interactions.</summary>
    internal IReadOnlyList<int> ColumnsWith(string variable) =>
        [.. Terms.Where((term, t) => _encoders[t].ProfileNames(term.Term).Contains(variable)).SelectMany(term => term.Columns)];

    /// <summary>Copies a column as it would be were a variable the same in every row used.</summary>
    internal void CopyColumnWith(int column, string variable, TermValue value, Span<double> into)
    {
        var (term, place) = _places[column];
        var setting = new Dictionary<string, TermValue>(StringComparer.Ordinal) { [variable] = value };
        _encoders[term].WriteColumnWith(Terms[term].Term, place, setting, UsedRows.AsSpan(), into);
    }

    /// <summary>Codes a profile (a value for each term) as a row of the design, and says all that is wrong with it.</summary>
    public ProfileRow Row(IReadOnlyDictionary<string, TermValue> profile)
    {
        var values = new double[Columns.Count];
        values[0] = 1;
        var problems = new List<ProfileProblem>();
        for (var t = 0; t < Terms.Count; t++)
        {
            var coding = Terms[t];
            var part = coding.Columns.Count > 0 ? values.AsSpan(coding.Columns[0], coding.Columns.Count) : [];
            _encoders[t].WriteProfile(coding.Term, profile, part, problems);
        }

        var known = Terms.SelectMany((term, t) => _encoders[t].ProfileNames(term.Term)).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(
            profile
                .Keys.Where(term => !known.Contains(term))
                .Order(StringComparer.Ordinal)
                .Select(term => new ProfileProblem(term, ProfileProblemKind.TermNotInModel))
        );
        // A variable in several terms is told of once.
        return new ProfileRow(values, [.. problems.Distinct()]);
    }
}
