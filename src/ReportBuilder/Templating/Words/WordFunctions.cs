using System.Globalization;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Templating.Words;

/// <summary>
/// The functions that turn numbers into words true of them, in one language. Their words stand in <c>templates/labels/nb/ord.csv</c>;
/// described for authors in <c>templates/README.md</c>.
/// </summary>
internal sealed class WordFunctions
{
    private const int LargestInWords = 12;
    private const char NoBreakSpace = '\u00A0';
    private readonly LabelSet _labels;
    private readonly QuantityArguments _arguments;
    private readonly PrintLog _log;
    private readonly WordForms _forms;
    private readonly WordLanguage _language;

    public WordFunctions(LabelSet labels, QuantityArguments arguments, PrintLog log, WordLanguage language)
    {
        _labels = labels;
        _arguments = arguments;
        _log = log;
        _forms = new WordForms(labels, arguments);
        _language = language;
    }

    /// <summary>The functions under their Norwegian names.</summary>
    public static IReadOnlyList<TemplateFunction> InNorwegian(LabelSet labels, QuantityArguments arguments, PrintLog log)
    {
        var words = new WordFunctions(labels, arguments, log, WordLanguage.Norwegian);
        return
        [
            new("brok", 1, 2, words.Fraction) { Role = SentenceRole.Words, PrintsNumber = true },
            new("tallord", 1, 2, words.NumberWord) { PrintsNumber = true },
            new("sammenlign", 2, 3, words.Compared) { Role = SentenceRole.Words, IdCount = 2 },
            new("signifikans", 1, 1, words.Significance) { Role = SentenceRole.Words },
            new("boy", 2, 3, words.Counted) { PrintsNumber = true },
            new("odds", 1, 2, words.Odds)
            {
                Role = SentenceRole.Words,
                PrintsNumber = true,
                NamesUnit = true,
            },
            new("sannsynlighet", 1, 2, words.Probability) { PrintsNumber = true },
        ];
    }

    /// <summary>The functions under their English names.</summary>
    public static IReadOnlyList<TemplateFunction> InEnglish(LabelSet labels, QuantityArguments arguments, PrintLog log)
    {
        var words = new WordFunctions(labels, arguments, log, WordLanguage.English);
        return
        [
            new("fraction", 1, 2, words.Fraction) { Role = SentenceRole.Words, PrintsNumber = true },
            new("numberword", 1, 1, words.NumberWord) { PrintsNumber = true },
            new("compared", 2, 3, words.Compared) { Role = SentenceRole.Words, IdCount = 2 },
            new("significance", 1, 1, words.Significance) { Role = SentenceRole.Words },
            new("counted", 2, 2, words.Counted) { PrintsNumber = true },
            new("oddsratio", 1, 2, words.Odds)
            {
                Role = SentenceRole.Words,
                PrintsNumber = true,
                NamesUnit = true,
            },
            new("probability", 1, 2, words.Probability) { PrintsNumber = true },
        ];
    }

    private object Fraction(FunctionCall call)
    {
        if (
            _arguments.Quantity(call, 0, Unit.Share, Unit.Probability) is not { } quantity
            || _forms.Read(call, 1, Key("brok."), "." + SimpleFraction.Half.Token) is not { } form
        )
        {
            return FailedValue.Instance;
        }

        return Print(
            call,
            quantity,
            value =>
            {
                var printed = Neutral.AsPrinted(value, quantity.Unit, quantity.Decimals);
                var phrase = FractionPhrase.Of(value, printed, quantity.Decimals);
                var style = form.Length > 0 ? form + "." : string.Empty;
                return Word("brok." + JsonName(phrase.Hedge), Word("brok." + style + phrase.Fraction.Token));
            }
        );
    }

    private object NumberWord(FunctionCall call)
    {
        var quantity = _arguments.Quantity(call, 0);
        if (quantity is null || _forms.Read(call, 1, Key("tallord.1."), string.Empty) is not { } gender)
        {
            return FailedValue.Instance;
        }

        return Print(
            call,
            quantity,
            value =>
                Neutral.AsPrinted(value, quantity.Unit, quantity.Decimals) is var number
                && number == Math.Floor(number)
                && number is >= 0 and <= LargestInWords
                    ? Word(KeyOf((int)number, gender))
                    : NumberOf(quantity, null)
        );
    }

    private object Compared(FunctionCall call)
    {
        if (_forms.Read(call, 2, Key("sammenlign."), ".hoyere") is not { } form)
        {
            return FailedValue.Instance;
        }

        var first = _arguments.Quantity(call, 0);
        var fixedNumber = QuantityArguments.AsNumber(call.Arguments[1]);
        var second = fixedNumber is null ? _arguments.Quantity(call, 1) : null;
        if (first is null || (fixedNumber is null && second is null))
        {
            return FailedValue.Instance;
        }

        if (second is not null && !PrintedComparison.AreComparable(first, second))
        {
            return _arguments.Fail("RB3405", call, first.Id.Value, second.Id.Value);
        }

        Quantity[] named = second is null ? [first] : [first, second];
        if (PrintedComparison.Values(named) is not { } printed)
        {
            var without = named.First(q => !q.HasValue);
            return _log.Remember(call, without, NorwegianNumberText.Sign(without.Status));
        }

        var other = second is null ? (decimal)fixedNumber!.Value : printed[1];
        var text = Word("sammenlign." + (form.Length > 0 ? form + "." : string.Empty) + Direction(printed[0].CompareTo(other)));
        foreach (var quantity in named)
        {
            _log.Remember(call, quantity, text);
        }

        return text;
    }

    private object Significance(FunctionCall call) =>
        _arguments.Quantity(call, 0, Neutral.Units) switch
        {
            null => FailedValue.Instance,
            { HasValue: true, Interval: null } quantity => _arguments.Fail("RB3403", call, quantity.Id.Value),
            var quantity => Print(call, quantity, _ => Word(Neutral.IsExcluded(quantity) is true ? "signifikans.ja" : "signifikans.nei")),
        };

    private object Counted(FunctionCall call)
    {
        var quantity = _arguments.Quantity(call, 0, Unit.Count);
        if (
            quantity is null
            || _forms.Read(call, 1, Key("boy."), ".entall") is not { } noun
            || _forms.Read(call, 2, Key($"boy.{noun}."), ".entall") is not { } form
        )
        {
            return FailedValue.Instance;
        }

        return Print(
            call,
            quantity,
            value =>
            {
                var number = value is 0 ? Word("tallord.0") : NumberOf(quantity, null);
                var key = $"boy.{noun}." + (form.Length > 0 ? form + "." : string.Empty) + (value is 1 ? "entall" : "flertall");
                return Bind(Word(key, number), number);
            }
        );
    }

    /// <summary>A ratio of odds («1,9 ganger så høy odds») or a change in them («90 prosent høyere odds»).</summary>
    private object Odds(FunctionCall call)
    {
        if (
            _arguments.Quantity(call, 0, Unit.OddsRatio, Unit.OddsChange) is not { } quantity
            || !_arguments.TryDecimals(call, out var decimals)
        )
        {
            return FailedValue.Instance;
        }

        return Print(
            call,
            quantity,
            value =>
            {
                var direction = Neutral.Compare(quantity, decimals);
                if (direction == 0)
                {
                    return Word("odds.lik");
                }

                var isChange = quantity.Unit == Unit.OddsChange;
                var size = isChange ? Quantity.Of(quantity.Id.Value, Math.Abs(value), quantity.Unit, quantity.Decimals) : quantity;
                var number = NumberOf(size, decimals);
                return Bind(Word(isChange ? "odds.endring." + Direction(direction) : "odds.ganger", number), number);
            }
        );
    }

    private object Probability(FunctionCall call)
    {
        if (
            _arguments.Quantity(call, 0, Unit.Share, Unit.Probability) is not { } quantity
            || !_arguments.TryDecimals(call, out var decimals)
        )
        {
            return FailedValue.Instance;
        }

        return Print(
            call,
            quantity,
            _ =>
            {
                var number = NumberOf(quantity, decimals);
                return Bind(Word("sannsynlighet", number), number);
            }
        );
    }

    private string Print(FunctionCall call, Quantity quantity, Func<double, string> write) =>
        _log.Remember(call, quantity, quantity.Value is { } value ? write(value) : NorwegianNumberText.Sign(quantity.Status));

    // A number that is nil is a number in words: «0 prosent».
    private string NumberOf(Quantity quantity, int? decimals) =>
        quantity.Status == QuantityStatus.Nil ? NorwegianNumberText.Number(0, 0) : _language.Number(quantity, decimals);

    private static string KeyOf(int number, string gender) =>
        "tallord." + number.ToString(CultureInfo.InvariantCulture) + (number == 1 && gender.Length > 0 ? "." + gender : string.Empty);

    private static string Direction(int sign) =>
        sign switch
        {
            > 0 => "hoyere",
            < 0 => "lavere",
            _ => "lik",
        };

    private static string JsonName(Hedge hedge) => EditionWriter.NameOf(hedge).ToLowerInvariant();

    private string Key(string key) => _language.Prefix + key;

    private string Word(string key, params ReadOnlySpan<object?> arguments) => _labels.Get(Key(key), arguments);

    /// <summary>Keeps a number on the same line as the word after it.</summary>
    private static string Bind(string text, string number) => text.Replace(number + " ", number + NoBreakSpace, StringComparison.Ordinal);
}
