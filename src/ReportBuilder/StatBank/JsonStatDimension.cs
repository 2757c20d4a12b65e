namespace ReportBuilder.StatBank;

/// <summary>What a dimension is about (<c>role</c> of JSON-stat).</summary>
public enum JsonStatRole
{
    /// <summary>Not said, or a plain classification.</summary>
    None,

    /// <summary>Time.</summary>
    Time,

    /// <summary>Geography.</summary>
    Geography,

    /// <summary>What is measured.</summary>
    Metric,
}

/// <summary>One category of a dimension.</summary>
/// <param name="Code">Code, unique in the dimension.</param>
/// <param name="Label">Name; the code where none is given.</param>
/// <param name="Unit">Unit of the values, as <c>prosent</c>; null where none is given.</param>
/// <param name="Decimals">Decimals that the source gives; null where none are given.</param>
public sealed record JsonStatCategory(string Code, string Label, string? Unit = null, int? Decimals = null);

/// <summary>One dimension of a dataset.</summary>
public sealed record JsonStatDimension
{
    private readonly Dictionary<string, int> _byCode;

    /// <summary>Makes a dimension of categories with different codes, in the order of the values.</summary>
    public JsonStatDimension(string code, string label, IReadOnlyList<JsonStatCategory> categories)
    {
        Code = code;
        Label = label;
        Categories = categories;
        _byCode = new Dictionary<string, int>(categories.Count, StringComparer.Ordinal);
        for (var i = 0; i < categories.Count; i++)
        {
            _byCode.Add(categories[i].Code, i);
        }
    }

    /// <summary>Code, unique in the dataset.</summary>
    public string Code { get; }

    /// <summary>Name; the code where none is given.</summary>
    public string Label { get; }

    /// <summary>Categories in the order of the values.</summary>
    public IReadOnlyList<JsonStatCategory> Categories { get; }

    /// <summary>What the dimension is about.</summary>
    public JsonStatRole Role { get; init; }

    /// <summary>In a table's metadata: true when the variable may be left out of a request. Null where nothing is said.</summary>
    public bool? CanBeLeftOut { get; init; }

    /// <summary>Position of a category, or −1.</summary>
    public int IndexOf(string code) => _byCode.GetValueOrDefault(code, -1);

    /// <summary>
    /// Position of the category that a selection names: by code, or by label when it stands in guillemets («25-66 år»; case and the kind
    /// of blanks play no part). −1 when there is none, or when two have the label.
    /// </summary>
    public int IndexOfNamed(string codeOrLabel)
    {
        if (LabelOf(codeOrLabel) is not { } label)
        {
            return IndexOf(codeOrLabel);
        }

        var found = -1;
        for (var i = 0; i < Categories.Count; i++)
        {
            if (Plain(Categories[i].Label) == label)
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = i;
            }
        }

        return found;
    }

    /// <summary>Names to compare a misspelt code or label with: of the same kind, labels in guillemets.</summary>
    public IEnumerable<string> NamesLike(string codeOrLabel) =>
        Categories.Select(c => LabelOf(codeOrLabel) is null ? c.Code : "«" + c.Label + "»");

    private static string? LabelOf(string text) => text is ['«', .. var label, '»'] ? Plain(label) : null;

    private static string Plain(string label) =>
        string.Join(' ', label.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
