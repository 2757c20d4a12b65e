using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Templating.Code;

namespace ReportBuilder.Templating.Prose;

/// <summary>The sentences of a template with the code that stands in them.</summary>
internal sealed class TemplateProse
{
    private readonly TemplateSource _source;
    private readonly ProseText _text;

    private TemplateProse(TemplateSource source, ProseText text, IReadOnlyList<Sentence> sentences, IReadOnlyList<CodeCall> calls)
    {
        _source = source;
        _text = text;
        Sentences = sentences;
        Calls = calls;
    }

    /// <summary>The sentences in order.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>All calls, also outside sentences.</summary>
    public IReadOnlyList<CodeCall> Calls { get; }

    /// <summary>The template with all that is not text masked.</summary>
    public ReadOnlySpan<char> Masked => _text.Masked;

    /// <summary>Reads a rendered template.</summary>
    public static TemplateProse Of(RenderedTemplate rendered, SentenceWords? words)
    {
        var text = ProseText.Of(rendered.Source.Text, rendered.Code);
        var sentences = text.Blocks.SelectMany(b => SentenceSplitter.Split(text.Masked, b, w => words?.IsAbbreviation(w) ?? false));
        return new TemplateProse(rendered.Source, text, [.. sentences], [.. rendered.Code.SelectMany(b => b.Calls)]);
    }

    /// <summary>The calls in a sentence.</summary>
    public IEnumerable<CodeCall> CallsIn(Sentence sentence) => Calls.Where(c => sentence.Contains(c.Offset));

    /// <summary>The place of an offset.</summary>
    public SourcePlace PlaceOf(int offset) => _source.PlaceOf(offset);

    /// <summary>What stands between two offsets, on one line.</summary>
    public string Text(Range range) => Masked[range].ToString().Replace('\n', ' ');

    /// <summary>A claim with the sentence that makes it.</summary>
    public Claim WithSentence(Claim claim)
    {
        var offset = _source.Lines.OffsetOf(claim.Place.Line, claim.Place.Column);
        var sentence = Sentences.FirstOrDefault(s => s.Contains(offset));
        return sentence == default ? claim : claim with { Sentence = sentence.Words(Masked) };
    }
}
