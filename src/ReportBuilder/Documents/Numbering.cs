using System.Globalization;
using ReportBuilder.Diagnostics;
using ReportBuilder.Labels;

namespace ReportBuilder.Documents;

/// <summary>
/// Numbers of chapters, sections, figures and tables. Chapters count 1, 2, 3, appendices A, B, C; figures and tables each count through the
/// whole book. Front matter has no numbers.
/// </summary>
public sealed class Numbering
{
    private const char NoBreakSpace = '\u00A0';
    private readonly LabelSet _labels;
    private readonly Dictionary<string, NumberedTarget> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<Block, string> _byBlock = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _sections = [];
    private int _chapters;
    private int _appendices;
    private int _figures;
    private int _tables;

    private Numbering(LabelSet labels) => _labels = labels;

    /// <summary>All ids that can be referred to.</summary>
    public IEnumerable<string> Ids => _byId.Keys;

    /// <summary>What an id stands for, or null.</summary>
    public NumberedTarget? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The number of a heading, figure or table; null when it has none.</summary>
    public string? NumberOf(Block block) => _byBlock.GetValueOrDefault(block);

    /// <summary>The words of a cross reference; the id itself when it leads nowhere (which has been reported).</summary>
    public string TextOf(CrossReference reference)
    {
        if (!_byId.TryGetValue(reference.Target, out var target))
        {
            return reference.Target;
        }

        if (target.Number is null)
        {
            return _labels.Get("referanse.uten_nummer", target.Title);
        }

        var word = _labels.Get(target.WordKey);
        return (reference.IsCapitalised ? char.ToUpperInvariant(word[0]) + word[1..] : word) + NoBreakSpace + target.Number;
    }

    /// <summary>The word before a page number: «side», «Side».</summary>
    public string WordOf(PageReference reference)
    {
        var word = _labels.Get("referanse.side");
        return reference.IsCapitalised ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }

    /// <summary>Numbers all templates in the order of the book. An id used twice (RB4201) keeps its first meaning.</summary>
    internal static Numbering Of(IEnumerable<TemplateTree> trees, LabelSet labels, DiagnosticBag diagnostics)
    {
        var numbering = new Numbering(labels);
        foreach (var tree in trees)
        {
            foreach (var target in tree.Targets)
            {
                numbering.Add(target, tree.Part.Matter, diagnostics);
            }
        }

        return numbering;
    }

    private void Add(Target target, Matter matter, DiagnosticBag diagnostics)
    {
        var numbered = target.Kind switch
        {
            TargetKind.Figure => new NumberedTarget(target.Kind, Text(++_figures), string.Empty, "referanse.figur"),
            TargetKind.Table => new NumberedTarget(target.Kind, Text(++_tables), string.Empty, "referanse.tabell"),
            _ => Section((Heading)target.Block!, matter),
        };
        if (target.Block is not null && numbered.Number is not null)
        {
            _byBlock.Add(target.Block, numbered.Number);
        }

        if (target.Id is not null && !_byId.TryAdd(target.Id, numbered))
        {
            diagnostics.Add(Diagnostic.Error(CodeOfDuplicate(target.Kind), target.Place) with { Found = target.Id });
        }
    }

    private static string CodeOfDuplicate(TargetKind kind) => kind == TargetKind.Section ? "RB4201" : "RB4108";

    private NumberedTarget Section(Heading heading, Matter matter)
    {
        var title = InlineText.Of(heading.Content);
        if (matter == Matter.Front)
        {
            return new NumberedTarget(TargetKind.Section, null, title, string.Empty);
        }

        while (_sections.Count > heading.Level)
        {
            _sections.RemoveAt(_sections.Count - 1);
        }

        while (_sections.Count < heading.Level)
        {
            _sections.Add(0);
        }

        _sections[^1]++;
        if (heading.Level == 1)
        {
            _sections[0] = matter == Matter.Main ? ++_chapters : ++_appendices;
        }

        var first = matter == Matter.Main ? Text(_sections[0]) : Letter(_sections[0]);
        var number = string.Join('.', _sections.Skip(1).Select(Text).Prepend(first));
        var word =
            heading.Level > 1 ? "referanse.avsnitt"
            : matter == Matter.Main ? "referanse.kapittel"
            : "referanse.vedlegg";
        return new NumberedTarget(TargetKind.Section, number, title, word);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // More than 26 appendices would be AA, AB … as in a spreadsheet.
    private static string Letter(int number) =>
        number <= 26 ? ((char)('A' + number - 1)).ToString() : Letter((number - 1) / 26) + Letter(((number - 1) % 26) + 1);
}

/// <summary>Something with a number.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its number: «3», «3.1», «A»; null in front matter.</param>
/// <param name="Title">Words of a heading; empty for figures and tables.</param>
/// <param name="WordKey">Label key of the word before the number.</param>
public sealed record NumberedTarget(TargetKind Kind, string? Number, string Title, string WordKey);
