using System.Globalization;
using ReportBuilder.Documents;
using ReportBuilder.Labels;

namespace ReportBuilder.TypstWriting;

/// <summary>Says how large a table is and what its columns are, for those who do not see it.</summary>
internal sealed class TableWords
{
    private readonly LabelSet _labels;

    public TableWords(LabelSet labels) => _labels = labels;

    public string Summary(int rows, IEnumerable<string> headers)
    {
        string[] names = [.. headers.Select(h => h.Length == 0 ? _labels.Get("dokument.kolonne_uten_navn") : h)];
        return _labels.Get(
            "dokument.tabelloppsummering",
            rows.ToString(CultureInfo.InvariantCulture),
            names.Length.ToString(CultureInfo.InvariantCulture),
            string.Join(", ", names)
        );
    }

    public string Summary(MarkdownTable table) => Summary(table.Rows.Count, table.Header.Select(h => InlineText.Of(h)));
}
