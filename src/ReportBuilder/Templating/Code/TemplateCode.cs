namespace ReportBuilder.Templating.Code;

/// <summary>
/// The code of a template as text: which functions it calls with which ids, in every branch, also those not taken in this edition and also in
/// a template that Scriban cannot parse.
/// </summary>
internal static class TemplateCode
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "if",
        "else",
        "end",
        "for",
        "while",
        "case",
        "when",
        "capture",
        "with",
        "func",
        "wrap",
        "tablerow",
        "break",
        "continue",
        "ret",
        "import",
    };

    /// <summary>Reads the blocks that a scan has found.</summary>
    public static IReadOnlyList<CodeBlock> Read(
        string template,
        IReadOnlyList<(int Start, int End)> blocks,
        IReadOnlyDictionary<string, TemplateFunction> functions
    ) => [.. blocks.Select(b => new CodeBlock(b.Start, b.End, Statements(CodeTokens.Of(template, b.Start, b.End), functions)))];

    private static List<CodeStatement> Statements(IReadOnlyList<CodeToken> tokens, IReadOnlyDictionary<string, TemplateFunction> functions)
    {
        var statements = new List<CodeStatement>();
        var start = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i == tokens.Count || tokens[i].Kind == TokenKind.Break)
            {
                CodeToken[] statement =
                [
                    .. tokens.Skip(start).Take(i - start).SkipWhile(t => t.Kind == TokenKind.Sign && t.Text is "-" or "~"),
                ];
                if (statement.Length > 0)
                {
                    statements.Add(Statement(statement, functions));
                }

                start = i + 1;
            }
        }

        return statements;
    }

    private static CodeStatement Statement(CodeToken[] tokens, IReadOnlyDictionary<string, TemplateFunction> functions)
    {
        var keyword = tokens[0].Kind == TokenKind.Name && Keywords.Contains(tokens[0].Text) ? tokens[0].Text : null;
        if (keyword == "else" && tokens is [_, { Kind: TokenKind.Name, Text: "if" }, ..])
        {
            keyword = "else if";
        }

        var isAssignment = tokens is [{ Kind: TokenKind.Name }, { Text: "=" }, ..] and not [_, _, { Text: "=" }, ..];
        return new CodeStatement(keyword, isAssignment, [.. Calls(tokens, functions)])
        {
            Names = [.. tokens.Where(t => t.Kind == TokenKind.Name).Select(t => t.Text)],
            UnknownName = UnknownName(tokens, functions),
        };
    }

    private static CodeToken? UnknownName(CodeToken[] tokens, IReadOnlyDictionary<string, TemplateFunction> functions)
    {
        var first = tokens.SkipWhile(t => t.Kind == TokenKind.Name && Keywords.Contains(t.Text)).Take(2).ToArray();
        return first is [{ Kind: TokenKind.Name } name, { Kind: TokenKind.Text }] && !functions.ContainsKey(name.Text) ? name : null;
    }

    private static IEnumerable<CodeCall> Calls(CodeToken[] tokens, IReadOnlyDictionary<string, TemplateFunction> functions)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Name && functions.TryGetValue(tokens[i].Text, out var function))
            {
                yield return new CodeCall(function, tokens[i].Offset, Texts(tokens, i + 1));
            }
        }
    }

    private static Dictionary<int, string> Texts(CodeToken[] tokens, int first)
    {
        var texts = new Dictionary<int, string>();
        for (var i = first; i < tokens.Length && tokens[i].Kind is TokenKind.Text or TokenKind.Number; i++)
        {
            if (tokens.ElementAtOrDefault(i + 1) is { Kind: TokenKind.Sign, Text: "+" })
            {
                break;
            }

            if (tokens[i].Kind == TokenKind.Text)
            {
                texts[i - first] = tokens[i].Text;
            }
        }

        return texts;
    }
}
