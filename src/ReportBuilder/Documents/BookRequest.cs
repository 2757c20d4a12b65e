using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;
using ReportBuilder.Tables;
using ReportBuilder.Templating;

namespace ReportBuilder.Documents;

/// <summary>All that goes into a book.</summary>
public sealed record BookRequest
{
    /// <summary>Folder with <c>bok.yaml</c> and the templates.</summary>
    public required string TemplateFolder { get; init; }

    /// <summary>The folder as shown to the user in diagnostics; the folder itself unless told otherwise.</summary>
    public string? ShownAs { get; init; }

    /// <summary>The templates of the folder, when they have been read before; otherwise they are read.</summary>
    public BookTemplates? Templates { get; init; }

    /// <summary>
    /// True when the sentences of the templates are checked as their author wrote them. The numbers do not matter to that, so of many books by the same templates one need be checked.
    /// </summary>
    public bool ChecksProse { get; init; } = true;

    /// <summary>How many templates are read at the same time. The book is the same; where many books are made side by side, one is best.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The numbers.</summary>
    public required Edition Edition { get; init; }

    /// <summary>Figures the templates may place. One that no template places is a warning.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Tables the templates may place. One that no template places is a warning.</summary>
    public required IReadOnlyList<Table> Tables { get; init; }

    /// <summary>Data that the edition does without; templates can list them beside the optional texts that do not exist.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Lists that the templates of this book loop over, by name; each item has members with words.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Lists { get; init; } =
        new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal);

    /// <summary>What the templates of this book can ask about the thing it is about, by name: <c>kommune.navn</c>.</summary>
    public IReadOnlyDictionary<string, TemplateObject> Objects { get; init; } =
        new Dictionary<string, TemplateObject>(StringComparer.Ordinal);

    /// <summary>Words.</summary>
    public required LabelSet Labels { get; init; }

    /// <summary>Title, authors, date …</summary>
    public required BookMetadata Metadata { get; init; }

    /// <summary>Describes the data of a figure in words; put after the author's own alt text.</summary>
    public required Func<Figure, string> DescribeFigure { get; init; }
}
