namespace ReportBuilder.Models.Design;

/// <summary>
/// How a term becomes columns, once the rows used are known. What must be learnt from those rows (levels in use, a mean or a
/// standard deviation) is settled here, so that a profile is coded exactly as the data were.
/// </summary>
internal abstract class TermEncoder
{
    /// <summary>One entry a column: the level it stands for, null for a number.</summary>
    public abstract IReadOnlyList<string?> ColumnLevels { get; }

    /// <summary>What callers are told about the coding.</summary>
    public abstract TermCoding Describe(int firstColumn);

    /// <summary>
    /// Writes one of the term's columns, counted from 0 within the term, for some of the rows used. Called for small parts, by several threads at
    /// once, and as often as the column is read: what is costly to find out belongs in the making of the encoder.
    /// </summary>
    public abstract void WriteColumn(int column, ReadOnlySpan<int> rows, Span<double> into);

    /// <summary>Writes the term's part of one profile row; says what is wrong, or null.</summary>
    public abstract ProfileProblemKind? WriteProfile(TermValue value, Span<double> into);

    /// <summary>One entry a column: its name, as R makes it.</summary>
    /// <param name="term">Name of the term.</param>
    public virtual IReadOnlyList<string> ColumnNames(string term) => [.. ColumnLevels.Select(level => term + level)];

    /// <summary>What a profile must give a value for: the term itself, the parts of an interaction, nothing.</summary>
    /// <param name="term">Name of the term.</param>
    public virtual IReadOnlyList<string> ProfileNames(string term) => [term];

    /// <summary>Writes the term's part of one profile row from the values of the profile, and adds what is wrong.</summary>
    public virtual void WriteProfile(
        string term,
        IReadOnlyDictionary<string, TermValue> profile,
        Span<double> into,
        ICollection<ProfileProblem> problems
    )
    {
        var problem = profile.TryGetValue(term, out var value) ? WriteProfile(value, into) : ProfileProblemKind.ValueMissing;
        if (problem is { } kind)
        {
            problems.Add(new ProfileProblem(term, kind));
        }
    }

    /// <summary>Writes one of the term's columns as it would be were a variable the same in every row.</summary>
    /// <param name="term">Name of the term.</param>
    /// <param name="column">The column, counted from 0 within the term.</param>
    /// <param name="setting">The variable, with a value that fits it.</param>
    /// <param name="rows">Rows to write.</param>
    /// <param name="into">One value a row.</param>
    public virtual void WriteColumnWith(
        string term,
        int column,
        IReadOnlyDictionary<string, TermValue> setting,
        ReadOnlySpan<int> rows,
        Span<double> into
    )
    {
        if (!setting.ContainsKey(term))
        {
            WriteColumn(column, rows, into);
            return;
        }

        var own = new double[ColumnLevels.Count];
        WriteProfile(term, setting, own, []);
        into.Fill(own[column]);
    }
}
