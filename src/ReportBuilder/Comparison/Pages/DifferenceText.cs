using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>A difference as its reader meets it.</summary>
/// <param name="Old">The older side in words; empty when there is none.</param>
/// <param name="New">The newer side in words; empty when there is none.</param>
/// <param name="Change">The change in the unit printed; empty when it is not a change of a number.</param>
/// <param name="Details">What else changed about a number: interval, base, status, unit, decimals; the sentence of a claim.</param>
internal sealed record DifferenceWords(string Old, string New, string Change, IReadOnlyList<string> Details);

/// <summary>Puts differences into words; the same in the page and in the annex.</summary>
internal sealed class DifferenceText
{
    private static readonly string[] KindTokens = ["endret", "ny", "borte"];
    private static readonly string[] SubjectTokens = ["tall", "opplysning", "tabell", "figur", "utsagn", "kommune"];
    private readonly LabelSet _labels;
    private readonly ComparisonResult _result;

    /// <summary>Makes it.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="labels">Words.</param>
    /// <param name="isBare">True when the units of numbers stand elsewhere.</param>
    public DifferenceText(ComparisonResult result, LabelSet labels, bool isBare = false)
    {
        _result = result;
        _labels = labels;
        Numbers = new QuantityText(labels, isBare);
    }

    /// <summary>Numbers in words.</summary>
    public QuantityText Numbers { get; }

    /// <summary>Names of the kinds of subject, in the order of the enum.</summary>
    public IReadOnlyList<string> Subjects => [.. SubjectTokens.Select(t => _labels.Get("sammenligning.hva." + t))];

    /// <summary>Names of the kinds of difference, in the order of the enum.</summary>
    public IReadOnlyList<string> Kinds => [.. KindTokens.Select(t => _labels.Get("sammenligning.slag." + t))];

    /// <summary>Names of the flags, in the order of the enum.</summary>
    public IReadOnlyList<string> Flags =>
        [.. Enum.GetNames<DifferenceFlag>().Select(f => _labels.Get("sammenligning.merke." + f.ToLowerInvariant()))];

    /// <summary>One difference in words.</summary>
    public DifferenceWords Of(Difference difference) =>
        difference.Subject switch
        {
            DifferenceSubject.Quantity => OfQuantity(difference, difference.OldQuantity, difference.NewQuantity),
            _ when UnnamedUnits.CountIn(difference, difference.Old) is { } before
                    && UnnamedUnits.CountIn(difference, difference.New) is { } after => new DifferenceWords(
                _labels.Get("sammenligning.enheter.for", NorwegianNumberText.Number(before, 0)),
                _labels.Get("sammenligning.enheter.naa", NorwegianNumberText.Number(after, 0)),
                string.Empty,
                []
            ),
            DifferenceSubject.Fact => new DifferenceWords(
                OfFact(_result.Old, difference.Key, difference.Old),
                OfFact(_result.New, difference.Key, difference.New),
                string.Empty,
                []
            ),
            // A claim is known by what it rests on; its sentence tells a reader where he is.
            DifferenceSubject.Claim when !ClaimSection.IsOfWords(difference) && difference.Context is { } sentence => new DifferenceWords(
                OfText(difference.Old),
                OfText(difference.New),
                string.Empty,
                [sentence]
            ),
            _ => new DifferenceWords(OfText(difference.Old), OfText(difference.New), string.Empty, []),
        };

    private DifferenceWords OfQuantity(Difference difference, Quantity? old, Quantity? @new)
    {
        if (old is null || @new is null)
        {
            return new DifferenceWords(
                old is null ? string.Empty : Numbers.Value(old),
                @new is null ? string.Empty : Numbers.Value(@new),
                string.Empty,
                []
            );
        }

        var (before, after) = Numbers.Pair(old, @new);
        return new DifferenceWords(before, after, Numbers.Change(old, @new), [.. Details(difference.Flags, old, @new)]);
    }

    /// <summary>What else changed, as far as the comparison counts it: an interval that an older edition did not print is no change.</summary>
    private IEnumerable<string> Details(IReadOnlyList<DifferenceFlag> flags, Quantity old, Quantity @new)
    {
        foreach (var flag in flags)
        {
            switch (flag)
            {
                case DifferenceFlag.Interval
                    when (QuantityText.Interval(old), QuantityText.Interval(@new)) is var (before, after) && before != after:
                    yield return FromTo("sammenligning.detalj.intervall", before, after);
                    break;
                case DifferenceFlag.Base:
                    yield return FromTo("sammenligning.detalj.grunnlag", CountOf(old.Base), CountOf(@new.Base));
                    break;
                case DifferenceFlag.Status:
                    yield return FromTo("sammenligning.detalj.status", NameOf(old.Status), NameOf(@new.Status));
                    break;
                case DifferenceFlag.Unit:
                    yield return FromTo("sammenligning.detalj.enhet", Numbers.NameOf(old.Unit), Numbers.NameOf(@new.Unit));
                    break;
                case DifferenceFlag.Decimals:
                    yield return FromTo("sammenligning.detalj.desimaler", CountOf(old.Decimals), CountOf(@new.Decimals));
                    break;
            }
        }
    }

    private string FromTo(string key, string? before, string? after)
    {
        var none = _labels.Get("sammenligning.ingen");
        return _labels.Get(key, before ?? none, after ?? none);
    }

    private string NameOf(QuantityStatus status) => _labels.Get("sammenligning.statusnavn." + status.ToString().ToLowerInvariant());

    private static string? CountOf(int? number) => number is { } count ? NorwegianNumberText.Number(count, 0) : null;

    /// <summary>The categories of a fact in the words of the report; as the comparison tells it where the report has none.</summary>
    private string OfFact(Edition edition, string id, string? told) =>
        edition.Facts.GetValueOrDefault(id) switch
        {
            { IsKnown: true } fact when fact.Categories.All(c => _labels.Has(KeyOf(fact, c))) => string.Join(
                ", ",
                fact.Categories.Select(c => _labels.Get(KeyOf(fact, c)))
            ),
            { IsKnown: false } fact => NorwegianNumberText.Sign(fact.Status),
            _ => told ?? string.Empty,
        };

    private static string KeyOf(CategoryFact fact, string category) => $"ord.{fact.Variable}.{category}";

    /// <summary>The outcome of a claim is a word of the tool; all else is what the edition holds.</summary>
    private string OfText(string? text) =>
        text is null ? string.Empty
        : $"sammenligning.utfall.{text}" is var key && _labels.Has(key) ? _labels.Get(key)
        : text;
}
