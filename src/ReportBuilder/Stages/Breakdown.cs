using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;

namespace ReportBuilder.Stages;

/// <summary>Persons and successes by category within each scheme: what every share in chapter «Databeskrivelse» is made from.</summary>
/// <param name="Variable">Token of the variable (<c>kjonn</c>).</param>
/// <param name="Categories">Tokens of the categories, in the order shown.</param>
/// <param name="Counts">For each scheme, one count a category.</param>
public sealed record Breakdown(
    string Variable,
    IReadOnlyList<string> Categories,
    IReadOnlyDictionary<Scheme, IReadOnlyList<CellCount>> Counts
)
{
    /// <summary>Both schemes, Jobbsjansen first, as they stand in every figure and table.</summary>
    public static IReadOnlyList<Scheme> Schemes { get; } = [Scheme.Jobbsjansen, Scheme.Introduksjonsprogrammet];

    /// <summary>The scheme as part of an id.</summary>
    public static string Token(Scheme scheme) => scheme == Scheme.Jobbsjansen ? "jobbsjansen" : "introduksjonsprogrammet";

    /// <summary>Counts the rows of a sample by the categories of a code column, in the order of the variable.</summary>
    public static Breakdown Count(DescriptiveVariable variable, CodeColumn column, Sample sample)
    {
        int[] position = [.. column.Levels.Select(l => variable.Categories.IndexOf(l.Token))];
        return Count(variable.Token, variable.Categories, sample, row => position[column.Indices[row]]);
    }

    /// <summary>Counts the rows of a sample. A row whose category is below 0 is not counted.</summary>
    /// <param name="variable">Token of the variable.</param>
    /// <param name="categories">Tokens of the categories.</param>
    /// <param name="sample">The rows, with scheme and outcome.</param>
    /// <param name="categoryOf">Category index of a row of the dataset.</param>
    /// <param name="isSuccess">What counts as success; reaching the outcome when null.</param>
    public static Breakdown Count(
        string variable,
        IReadOnlyList<string> categories,
        Sample sample,
        Func<int, int> categoryOf,
        Func<int, bool>? isSuccess = null
    )
    {
        isSuccess ??= sample.Succeeded;
        var counts = Schemes.ToDictionary(s => s, _ => new (int Persons, int Successes)[categories.Count]);
        foreach (var row in sample.Rows)
        {
            var category = categoryOf(row);
            if (category >= 0)
            {
                ref var cell = ref counts[sample.SchemeOf(row)][category];
                cell.Persons++;
                cell.Successes += isSuccess(row) ? 1 : 0;
            }
        }

        return new Breakdown(
            variable,
            categories,
            counts.ToDictionary(p => p.Key, p => (IReadOnlyList<CellCount>)[.. p.Value.Select(c => new CellCount(c.Persons, c.Successes))])
        );
    }
}
