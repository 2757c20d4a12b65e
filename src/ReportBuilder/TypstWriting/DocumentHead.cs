using System.Globalization;
using ReportBuilder.Documents;
using ReportBuilder.Labels;
using ReportBuilder.Templating;

namespace ReportBuilder.TypstWriting;

/// <summary>Writes the call that sets up the document: title, date, words of the style.</summary>
internal static class DocumentHead
{
    // Names that the style expects, and the labels they come from.
    private static readonly (string Name, string Key)[] Words =
    [
        ("figure", "dokument.figur"),
        ("table", "dokument.tabell"),
        ("contents", "dokument.innhold"),
        ("figures", "dokument.figurer"),
        ("tables", "dokument.tabeller"),
        ("continued", "dokument.fortsetter"),
        ("continued-short", "dokument.fortsetter_kort"),
        ("chapter", "dokument.kapittel"),
        ("appendix", "dokument.vedlegg"),
        ("page", "dokument.side"),
    ];

    public static void Write(TypstOutput output, Book book, LabelSet labels)
    {
        var metadata = book.Metadata;
        output.Write("#show: report.with(\n");
        Field("title", TypstText.Literal(metadata.Title));
        Field("subtitle", TypstText.Literal(metadata.Subtitle));
        Field("authors", Array(metadata.Authors));
        Field("publisher", TypstText.Literal(metadata.Publisher));
        Field("series", TypstText.Literal(metadata.Series));
        Field("date", DateOf(metadata.Date));
        Field("date-text", TypstText.Literal(DateText.Month(metadata.Date, labels)));
        Field("language", TypstText.Literal(metadata.Language));
        Field("keywords", Array(metadata.Keywords));
        Field("description", TypstText.Literal(metadata.Description));
        Field("synthetic", book.Origin.IsSynthetic ? TypstText.Literal(labels.Get("dokument.syntetisk")) : "none");
        Field("labels", "(" + string.Join(", ", Words.Select(w => $"{w.Name}: {TypstText.Literal(labels.Get(w.Key))}")) + ")");
        output.Write(")\n");

        void Field(string name, string value) => output.Write("  ").Write(name).Write(": ").Write(value).Write(",\n");
    }

    private static string DateOf(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"datetime(year: {date.Year}, month: {date.Month}, day: {date.Day})");

    // The comma makes a list of one element a list.
    private static string Array(IReadOnlyList<string> values) => "(" + string.Concat(values.Select(v => TypstText.Literal(v) + ",")) + ")";
}
