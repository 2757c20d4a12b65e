namespace ReportBuilder.Editions.Published;

/// <summary>
/// Holds what a publication prints against itself. Of several numbers of one quantity the most trusted counts, and the others are tried against it; numbers that follow from others
/// are tried against those. What the text says and the tables contradict is not taken.
/// </summary>
internal sealed class StatementTrial
{
    private readonly ILookup<string, Statement> _statements;
    private readonly IReadOnlyList<Relation> _relations;
    private readonly List<Contradiction> _contradictions = [];
    private readonly SortedDictionary<string, Statement> _taken = new(StringComparer.Ordinal);

    private StatementTrial(IEnumerable<Statement> statements, IReadOnlyList<Relation> relations)
    {
        _statements = statements.ToLookup(s => s.Id, StringComparer.Ordinal);
        _relations = relations;
    }

    /// <summary>The statement that gives each quantity its value, by id in ordinal order.</summary>
    public IReadOnlyDictionary<string, Statement> Taken => _taken;

    /// <summary>All contradictions, in the order of the statements.</summary>
    public IReadOnlyList<Contradiction> Contradictions => _contradictions;

    /// <summary>How many times a statement could be held against another printed number and agreed.</summary>
    public int Agreements { get; private set; }

    /// <summary>Tries all statements.</summary>
    public static StatementTrial Of(IReadOnlyList<Statement> statements, IReadOnlyList<Relation> relations)
    {
        var trial = new StatementTrial(statements.Where(s => s.Line.Minus is null), relations);
        foreach (var id in trial._statements.Select(g => g.Key))
        {
            trial.Try(id);
        }

        foreach (var statement in statements.Where(s => s.Line.Minus is not null))
        {
            trial.TryDifference(statement);
        }

        return trial;
    }

    private void Try(string id)
    {
        var derived = _relations.Select(r => Derive(r, id)).OfType<Derived>().ToList();
        var best = Statement
            .ByTrust(_statements[id])
            .FirstOrDefault(s => s.Cell.IsInTable || !derived.Exists(d => d.IsOfTables && d.Range.Excludes(s.Range)));
        if (best is not null)
        {
            _taken.Add(id, best);
        }

        foreach (var statement in _statements[id])
        {
            var others = best is null || best == statement ? derived : [new Derived(best.Range, [best.Cell])];
            foreach (var other in others)
            {
                Compare(id, statement, other);
            }
        }
    }

    private void TryDifference(Statement statement)
    {
        if (_taken.GetValueOrDefault(statement.Id) is { } from && _taken.GetValueOrDefault(statement.Line.Minus!) is { } less)
        {
            var range = RelationArithmetic.RangeOf(RelationKind.Difference, [from.Range, less.Range]);
            Compare($"{statement.Id} − {statement.Line.Minus}", statement, new Derived(range, [from.Cell, less.Cell]));
        }
    }

    private void Compare(string id, Statement statement, Derived other)
    {
        if (!statement.Range.Excludes(other.Range))
        {
            Agreements++;
            return;
        }

        _contradictions.Add(
            new Contradiction
            {
                Id = id,
                Unit = statement.Line.Unit,
                Statement = statement.Cell,
                Says = statement.Range,
                Against = other.Cells,
                AgainstSays = other.Range,
                Remark = statement.Line.Remark,
            }
        );
    }

    /// <summary>What a rule says of a quantity by the most trusted numbers of all it follows from; null when one is not printed.</summary>
    private Derived? Derive(Relation relation, string id)
    {
        if (relation.TermsOf(id) is not { } ids)
        {
            return null;
        }

        var terms = ids.Select(term => Statement.ByTrust(_statements[term]).FirstOrDefault()).OfType<Statement>().ToList();
        return terms.Count == ids.Count
            ? new Derived(RelationArithmetic.RangeOf(relation.Kind, [.. terms.Select(t => t.Range)]), [.. terms.Select(t => t.Cell)])
            : null;
    }

    private sealed record Derived(ValueRange Range, IReadOnlyList<PublishedCell> Cells)
    {
        public bool IsOfTables => Cells.All(c => c.IsInTable);
    }
}
