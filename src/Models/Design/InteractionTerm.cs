using System.Buffers;

namespace ReportBuilder.Models.Design;

/// <summary>A variable of an interaction.</summary>
/// <param name="Term">The variable; not an interaction itself.</param>
/// <param name="Coding">How it is coded when it is a factor; of no meaning for a number.</param>
public sealed record InteractionPart(Term Term, FactorCoding Coding = FactorCoding.Contrasts);

/// <summary>
/// An interaction of any number of variables: the products of their columns, those of the first varying fastest, as R's
/// <c>model.matrix</c> orders them. Whether a factor has a column for each level or for each but the reference depends on the other terms of
/// the model and is decided by the caller; R's rule is contrasts when an earlier term holds all the other variables (Chambers and Hastie 1992,
/// Statistical Models in S, p. 38). In a profile the values of the variables are given, under their own names.
/// </summary>
public sealed class InteractionTerm : Term
{
    private readonly IReadOnlyList<InteractionPart> _parts;

    /// <summary>Makes the term.</summary>
    /// <param name="name">Name, unique within a model; in R the names of the variables with colons between.</param>
    /// <param name="parts">The variables, at least one.</param>
    /// <exception cref="ArgumentException">No variables, variables that differ in number of rows, or an interaction among them.</exception>
    public InteractionTerm(string name, IReadOnlyList<InteractionPart> parts)
        : base(name, parts.Count > 0 ? parts[0].Term.RowCount : 0)
    {
        if (parts.Count == 0 || parts.Any(part => part.Term is InteractionTerm || part.Term.RowCount != RowCount))
        {
            throw new ArgumentException("An interaction is of variables with the same rows.", nameof(parts));
        }

        _parts = [.. parts];
    }

    /// <inheritdoc/>
    public override DropReason? WhyUnusable(int row)
    {
        foreach (var part in _parts)
        {
            if (part.Term.WhyUnusable(row) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    internal override TermEncoder Encode(ReadOnlySpan<int> usedRows)
    {
        var encoders = new TermEncoder[_parts.Count];
        for (var i = 0; i < encoders.Length; i++)
        {
            var (term, coding) = _parts[i];
            encoders[i] = term is FactorTerm factor ? factor.Encode(usedRows, coding) : term.Encode(usedRows);
        }

        return new Encoder(this, encoders);
    }

    private sealed class Encoder : TermEncoder
    {
        private readonly InteractionTerm _term;
        private readonly TermEncoder[] _encoders;
        private readonly int[] _counts;
        private readonly int _columnCount;

        public Encoder(InteractionTerm term, TermEncoder[] encoders)
        {
            _term = term;
            _encoders = encoders;
            _counts = [.. encoders.Select(encoder => encoder.ColumnLevels.Count)];
            _columnCount = _counts.Aggregate(1, (product, count) => checked(product * count));
        }

        public override IReadOnlyList<string?> ColumnLevels =>
            [.. Enumerable.Range(0, _columnCount).Select(column => Join(column, (part, c) => _encoders[part].ColumnLevels[c]))];

        public override IReadOnlyList<string> ColumnNames(string term)
        {
            IReadOnlyList<string>[] names = [.. _encoders.Select((encoder, part) => encoder.ColumnNames(_term._parts[part].Term.Name))];
            return [.. Enumerable.Range(0, _columnCount).Select(column => Join(column, (part, c) => names[part][c])!)];
        }

        public override TermCoding Describe(int firstColumn) =>
            new(
                _term.Name,
                _columnCount > 0 ? TermStatus.Coded : TermStatus.OneLevel,
                [.. Enumerable.Range(firstColumn, _columnCount)],
                null,
                []
            );

        public override void WriteColumn(int column, ReadOnlySpan<int> usedRows, Span<double> into)
        {
            var buffer = ArrayPool<double>.Shared.Rent(usedRows.Length);
            var factor = buffer.AsSpan(0, usedRows.Length);
            for (var part = 0; part < _encoders.Length; part++)
            {
                var own = column % _counts[part];
                column /= _counts[part];
                if (part == 0)
                {
                    _encoders[part].WriteColumn(own, usedRows, into);
                    continue;
                }

                _encoders[part].WriteColumn(own, usedRows, factor);
                for (var i = 0; i < factor.Length; i++)
                {
                    into[i] *= factor[i];
                }
            }

            ArrayPool<double>.Shared.Return(buffer);
        }

        public override void WriteColumnWith(
            string term,
            int column,
            IReadOnlyDictionary<string, TermValue> setting,
            ReadOnlySpan<int> rows,
            Span<double> into
        )
        {
            var factor = new double[rows.Length];
            into.Fill(1);
            for (var part = 0; part < _encoders.Length; part++)
            {
                _encoders[part].WriteColumnWith(_term._parts[part].Term.Name, column % _counts[part], setting, rows, factor);
                column /= _counts[part];
                for (var i = 0; i < factor.Length; i++)
                {
                    into[i] *= factor[i];
                }
            }
        }

        // An interaction has no value of its own: it comes from those of its variables.
        public override ProfileProblemKind? WriteProfile(TermValue value, Span<double> into) => ProfileProblemKind.TermNotInModel;

        public override IReadOnlyList<string> ProfileNames(string term) =>
            [.. _encoders.SelectMany((encoder, part) => encoder.ProfileNames(_term._parts[part].Term.Name))];

        public override void WriteProfile(
            string term,
            IReadOnlyDictionary<string, TermValue> profile,
            Span<double> into,
            ICollection<ProfileProblem> problems
        )
        {
            into.Fill(1);
            var stride = 1;
            for (var part = 0; part < _encoders.Length; part++)
            {
                var own = new double[_counts[part]];
                _encoders[part].WriteProfile(_term._parts[part].Term.Name, profile, own, problems);
                for (var column = 0; column < into.Length; column++)
                {
                    into[column] *= own[column / stride % own.Length];
                }

                stride *= own.Length;
            }
        }

        private string? Join(int column, Func<int, int, string?> name)
        {
            var parts = new string?[_encoders.Length];
            for (var part = 0; part < parts.Length; part++)
            {
                parts[part] = name(part, column % _counts[part]);
                column /= _counts[part];
            }

            return Array.TrueForAll(parts, text => text is null) ? null : string.Join(':', parts.Where(text => text is not null));
        }
    }
}
