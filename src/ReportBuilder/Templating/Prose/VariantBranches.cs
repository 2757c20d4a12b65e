using ReportBuilder.Templating.Code;

namespace ReportBuilder.Templating.Prose;

/// <summary>
/// The branches of every <c>if</c> that compares numbers, or asks for a name given to such an answer, <c>else</c> included: text there follows the result. A branch of several
/// paragraphs answers for the first of them only, since what comes later is seldom what was compared.
/// </summary>
internal static class VariantBranches
{
    /// <summary>Offsets of the branches.</summary>
    public static IReadOnlyList<Range> Of(string template, IReadOnlyList<CodeBlock> code)
    {
        var branches = new List<Range>();
        var open = new Stack<Chain>();
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in code)
        {
            foreach (var statement in block.Statements)
            {
                var compares =
                    statement.Calls.Any(c => c.Function.Role == SentenceRole.Comparison) || statement.Names.Any(answers.Contains);
                switch (statement.Keyword)
                {
                    case null when statement.IsAssignment && compares:
                        answers.Add(statement.Names[0]);
                        break;
                    case "else" or "else if" when open.TryPeek(out var chain):
                        chain.Next(template, block);
                        chain.Compares |= compares;
                        break;
                    case "end" when open.TryPop(out var chain):
                        chain.Next(template, block);
                        branches.AddRange(chain.Compares ? chain.Branches : []);
                        break;
                    case "if" or "for" or "while" or "case" or "capture" or "with" or "wrap" or "tablerow":
                        open.Push(new Chain(block.End) { Compares = compares });
                        break;
                }
            }
        }

        return branches;
    }

    private sealed class Chain
    {
        private int _start;

        public Chain(int start) => _start = start;

        public bool Compares { get; set; }

        public List<Range> Branches { get; } = [];

        public void Next(string template, CodeBlock block)
        {
            if (block.Start >= _start)
            {
                Branches.Add(_start..EndOfFirstParagraph(template, _start, block.Start));
            }

            _start = block.End;
        }

        private static int EndOfFirstParagraph(string template, int start, int end)
        {
            var text = start;
            while (text < end && char.IsWhiteSpace(template[text]))
            {
                text++;
            }

            var blank = text < end ? template.IndexOf("\n\n", text, end - text, StringComparison.Ordinal) : -1;
            return blank < 0 ? end : blank;
        }
    }
}
