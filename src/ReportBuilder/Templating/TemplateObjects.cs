using System.Globalization;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using Scriban.Runtime;

namespace ReportBuilder.Templating;

/// <summary>The facts about edition and book that templates can print: <c>utgave.navn</c>, <c>bok.tittel</c> …</summary>
internal static class TemplateObjects
{
    private const int YearLength = 4;

    public static IEnumerable<(string Name, IReadOnlyList<(string Member, object Value)> Members)> Of(
        EditionOrigin origin,
        BookMetadata metadata,
        LabelSet labels
    )
    {
        yield return (
            "utgave",
            [
                ("navn", MarkdownText.Escape(origin.Name)),
                ("aar", YearOf(origin, metadata)),
                ("versjon", MarkdownText.Escape(origin.ToolVersion)),
                ("datafil", MarkdownText.Escape(origin.DataFile)),
                ("fingeravtrykk", MarkdownText.Escape(origin.DataFingerprint)),
                ("syntetisk", origin.IsSynthetic),
                ("rader", NorwegianNumberText.Number(origin.Rows, 0)),
            ]
        );
        yield return (
            "bok",
            [
                ("tittel", MarkdownText.Escape(metadata.Title)),
                ("undertittel", MarkdownText.Escape(metadata.Subtitle)),
                ("forfattere", MarkdownText.Escape(labels.Joined(metadata.Authors))),
                ("utgiver", MarkdownText.Escape(metadata.Publisher)),
                ("serie", MarkdownText.Escape(metadata.Series)),
                ("dato", DateText.Day(metadata.Date, labels)),
                ("maaned", DateText.Month(metadata.Date, labels)),
                ("aar", metadata.Date.Year.ToString(CultureInfo.InvariantCulture)),
                ("beskrivelse", MarkdownText.Escape(metadata.Description)),
            ]
        );
    }

    /// <summary>The members of a thing that one book is about.</summary>
    public static IEnumerable<(string Member, object Value)> Of(TemplateObject thing) =>
        [.. thing.Words.Select(w => (w.Key, (object)MarkdownText.Escape(w.Value))), .. thing.Answers.Select(a => (a.Key, (object)a.Value))];

    /// <summary>What is left out, for a loop in a template: each has <c>navn</c> and <c>tittel</c>.</summary>
    public static ScriptArray ListOf(IEnumerable<LeftOut> leftOut) =>
        ListOf(leftOut.Select(l => new Dictionary<string, string>(StringComparer.Ordinal) { ["navn"] = l.Name, ["tittel"] = l.Title }));

    /// <summary>A list for a loop in a template.</summary>
    public static ScriptArray ListOf(IEnumerable<IReadOnlyDictionary<string, string>> items)
    {
        var list = new ScriptArray();
        foreach (var item in items)
        {
            var members = new ScriptObject();
            foreach (var (name, words) in item)
            {
                members.SetValue(name, MarkdownText.Escape(words), readOnly: true);
            }

            list.Add(members);
        }

        return list;
    }

    /// <summary>The year in the name of the edition («2026-1»), or the year of publication when the name has none.</summary>
    private static string YearOf(EditionOrigin origin, BookMetadata metadata) =>
        origin.Name.Length >= YearLength && origin.Name.AsSpan(0, YearLength).IndexOfAnyExceptInRange('0', '9') < 0
            ? origin.Name[..YearLength]
            : metadata.Date.Year.ToString(CultureInfo.InvariantCulture);
}
