using Markdig.Syntax;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Documents.Markdown;

/// <content>Footnotes.</content>
internal sealed partial class TreeReader
{
    private readonly Dictionary<string, FootnoteDefinition> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Footnote> _notes = new(StringComparer.Ordinal);
    private bool _isInFootnote;

    private void CollectFootnotes(MarkdownDocument document)
    {
        foreach (var definition in document.Descendants<FootnoteDefinition>())
        {
            if (!_definitions.TryAdd(definition.Label, definition))
            {
                ReportFound("RB4207", PlaceOf(definition), definition.Label);
            }
        }
    }

    private FootnoteRef? ReadFootnoteMark(FootnoteMark mark, SourcePlace place)
    {
        if (_isInFootnote)
        {
            Report("RB4208", place);
            return null;
        }

        if (!_definitions.TryGetValue(mark.Label, out var definition))
        {
            ReportFound("RB4205", place, mark.Label, _definitions.Keys);
            return null;
        }

        if (!_notes.TryGetValue(mark.Label, out var note))
        {
            _isInFootnote = true;
            note = new Footnote(PlaceOf(definition), mark.Label, ReadBlocks(definition));
            _isInFootnote = false;
            _notes.Add(mark.Label, note);
        }

        return new FootnoteRef(place, note);
    }

    private void ReportUnusedFootnotes()
    {
        foreach (var (label, definition) in _definitions.Where(d => !_notes.ContainsKey(d.Key)))
        {
            _diagnostics.Add(Diagnostic.Warning("RB4206", PlaceOf(definition)) with { Found = label });
        }
    }
}
