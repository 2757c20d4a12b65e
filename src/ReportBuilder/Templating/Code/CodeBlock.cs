namespace ReportBuilder.Templating.Code;

/// <summary>A piece of code in a template, from <c>{{</c> to past <c>}}</c>.</summary>
/// <param name="Start">Offset of the first brace.</param>
/// <param name="End">Offset past the last.</param>
/// <param name="Statements">What stands in it; most often one statement.</param>
internal sealed record CodeBlock(int Start, int End, IReadOnlyList<CodeStatement> Statements)
{
    /// <summary>True when the reader sees something of it.</summary>
    public bool Prints => Statements.Any(s => s.Prints);

    /// <summary>All calls with fixed arguments in it.</summary>
    public IEnumerable<CodeCall> Calls => Statements.SelectMany(s => s.Calls);
}

/// <summary>One statement.</summary>
/// <param name="Keyword"><c>if</c>, <c>else</c>, <c>else if</c>, <c>end</c>, <c>for</c> …; null for an expression.</param>
/// <param name="IsAssignment">True when it gives a name a value.</param>
/// <param name="Calls">Functions called.</param>
internal sealed record CodeStatement(string? Keyword, bool IsAssignment, IReadOnlyList<CodeCall> Calls)
{
    /// <summary>The name in front of a text, where that is no function we know.</summary>
    public CodeToken? UnknownName { get; init; }

    /// <summary>All names in it, keywords and functions included; the first of an assignment is the name that gets the value.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>True when the reader sees something of it.</summary>
    public bool Prints =>
        Keyword is null && !IsAssignment && !Calls.Any(c => c.Function.Role is SentenceRole.Claim or SentenceRole.General);
}

/// <summary>A call of a function as it stands in the template, whether or not it is ever run.</summary>
/// <param name="Function">The function.</param>
/// <param name="Offset">Where its name stands.</param>
/// <param name="Texts">Arguments that are fixed texts, by their number; an argument put together from several parts is left out.</param>
internal sealed record CodeCall(TemplateFunction Function, int Offset, IReadOnlyDictionary<int, string> Texts)
{
    /// <summary>The ids it names.</summary>
    public IEnumerable<string> Ids =>
        Texts.Where(t => Function.NamesId(t.Key) && Editions.QuantityId.IsValid(t.Value)).OrderBy(t => t.Key).Select(t => t.Value);
}
