using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Templating;

/// <summary>
/// The functions with which templates ask for facts that are categories: in words (<c>ord</c> in Norwegian, <c>word</c> in English), and whether a fact is a certain category (<c>er</c>). The words
/// stand in the labels, <c>ord.{variable}.{category}</c>.
/// </summary>
internal sealed class CategoryFunctions
{
    private readonly Edition _edition;
    private readonly LabelSet _labels;
    private readonly QuantityArguments _arguments;
    private readonly PrintLog _log;
    private readonly NearestId _nearest;

    /// <summary>Makes the functions for one edition.</summary>
    public CategoryFunctions(Edition edition, LabelSet labels, QuantityArguments arguments, PrintLog log)
    {
        (_edition, _labels, _arguments, _log) = (edition, labels, arguments, log);
        _nearest = new NearestId(edition.Facts.Keys);
        All =
        [
            new("ord", 1, 1, call => Words(call, "ord")),
            new("word", 1, 1, call => Words(call, "word")),
            new("er", 2, 2, call => Is(call)),
        ];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<TemplateFunction> All { get; }

    /// <summary>Whether the fact named by the first argument is known; null when it names none.</summary>
    public bool? IsKnown(FunctionCall call) =>
        call.Arguments[0] is string id && _edition.Facts.TryGetValue(id, out var fact) ? fact.IsKnown : null;

    private object Words(FunctionCall call, string language)
    {
        if (Fact(call) is not { } fact)
        {
            return FailedValue.Instance;
        }

        return _log.Remember(call, fact, fact.IsKnown ? InWords(fact, language) : NorwegianNumberText.Sign(fact.Status));
    }

    private string InWords(CategoryFact fact, string language)
    {
        string[] words = [.. fact.Categories.Select(Of)];
        return words.Length switch
        {
            0 => Of("ingen"),
            1 => words[0],
            _ => _labels.Get($"{language}.liste", string.Join(", ", words[..^1]), words[^1]),
        };

        string Of(string token) => MarkdownText.Escape(_labels.Get($"{language}.{fact.Variable}.{token}"));
    }

    private bool Is(FunctionCall call)
    {
        if (Fact(call) is not { } fact)
        {
            return false;
        }

        if (call.Arguments[1] is not string token)
        {
            _arguments.Fail("RB3406", call);
            return false;
        }

        // A category misspelt would make the variant never true.
        var key = $"ord.{fact.Variable}.{token}";
        if (!_labels.Has(key))
        {
            _arguments.FailNear("RB3407", call, key, NearestName.Find(key, _labels.Keys));
            return false;
        }

        return fact.Categories.Contains(token);
    }

    private CategoryFact? Fact(FunctionCall call)
    {
        if (call.RestsOnFailure)
        {
            return null;
        }

        if (call.Arguments[0] is not string id)
        {
            _arguments.Fail("RB3406", call);
            return null;
        }

        if (!_edition.Facts.TryGetValue(id, out var fact))
        {
            _arguments.FailNear("RB3401", call, id, _nearest.Find(id));
        }

        return fact;
    }
}
