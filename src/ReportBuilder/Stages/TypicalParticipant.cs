using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Stages;

/// <summary>
/// A participant who is typical of some rows: numbers at their median, in whole years and months; of each characteristic the most common category; each measure held at yes when more than
/// half of the rows had it. So everything said of the typical participant is said of a person who could exist, and the model predicts for exactly that person.
/// </summary>
public sealed class TypicalParticipant
{
    /// <summary>Characteristics that are categories, in the order told.</summary>
    public static IReadOnlyList<DescriptiveVariable> Characteristics { get; } =
    [
        DescriptiveVariables.Sex,
        DescriptiveVariables.Region,
        DescriptiveVariables.Education,
        DescriptiveVariables.Norwegian,
        DescriptiveVariables.Absence,
    ];

    /// <summary>Characteristics that are numbers.</summary>
    public static IReadOnlyList<string> NumberColumns { get; } = ["alder", "botid", "varighet"];

    private const string MeasurePrefix = "tiltak.";

    private TypicalParticipant(
        IReadOnlyDictionary<string, double> numbers,
        IReadOnlyDictionary<string, TypicalCategory> categories,
        IReadOnlyList<string> measures,
        int persons
    ) => (Numbers, Categories, Measures, Persons) = (numbers, categories, measures, persons);

    /// <summary>Medians by column, in whole units.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; }

    /// <summary>The most common category of each characteristic, by its token.</summary>
    public IReadOnlyDictionary<string, TypicalCategory> Categories { get; }

    /// <summary>Tokens of the measures that more than half had, in the order of the model.</summary>
    public IReadOnlyList<string> Measures { get; }

    /// <summary>Number of rows it is made of.</summary>
    public int Persons { get; }

    /// <summary>True when each category is that of at least so many persons, and the medians have as many at each side.</summary>
    /// <param name="minimum">The threshold of disclosure.</param>
    public bool MayShow(int minimum) => IsEnough(Persons, minimum) && Categories.Values.All(c => c.Persons >= minimum);

    /// <summary>True when medians of so many persons may be told.</summary>
    internal static bool IsEnough(int persons, int minimum) => UnitProtection.MayShowPercentile(persons, 0.5, minimum);

    /// <summary>The typical participant of some rows; null without rows.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="rows">Rows with a value in every column of the individual model.</param>
    /// <param name="weights">One weight a row; a category or half is of all weight.</param>
    public static TypicalParticipant? Of(Dataset data, IReadOnlyList<int> rows, IReadOnlyList<double> weights)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var sample = new Sample(data, rows);
        return new TypicalParticipant(
            NumberColumns.ToDictionary(name => name, name => Median(data.Numbers(name), rows, weights), StringComparer.Ordinal),
            Characteristics.ToDictionary(
                v => v.Token,
                v => MostCommon(v, DescriptiveCategories.Of(v, data, sample), rows, weights),
                StringComparer.Ordinal
            ),
            [.. MeasureTerms.Where(t => IsMostly(data.Codes(t.Column), rows, weights)).Select(t => t.Token)],
            rows.Count
        );
    }

    /// <summary>The participant as a profile of the individual model, in one of the schemes.</summary>
    public IReadOnlyDictionary<string, TermValue> Profile(Dataset data, Scheme scheme)
    {
        var profile = NumberColumns.ToDictionary(name => name, name => TermValue.Of(Numbers[name]), StringComparer.Ordinal);
        profile[StageColumns.Scheme] = TermValue.Of((double)scheme);
        foreach (var variable in new[] { DescriptiveVariables.Sex, DescriptiveVariables.Absence, DescriptiveVariables.Education })
        {
            var column = data.Codes(variable.Token);
            profile[variable.Token] = TermValue.Of(column.NumberAt(column.IndexOf(Categories[variable.Token].Token)));
        }

        var norwegian = DescriptiveVariables.Norwegian.Token;
        profile[norwegian] = TermValue.Of(NorwegianScale.Of(data).NumberOf(Categories[norwegian].Token));
        var region = Categories[DescriptiveVariables.Region.Token].Token;
        profile[DescriptiveVariables.Region.Token] = TermValue.Of(
            ModelTerm.RegionsInReference.Contains(region) ? ModelTerm.ReferenceRegion : region
        );
        foreach (var term in MeasureTerms)
        {
            profile[term.Token] = TermValue.Of(Measures.Contains(term.Token));
        }

        return profile;
    }

    /// <summary>The measures of the individual model.</summary>
    internal static IReadOnlyList<ModelTerm> MeasureTerms { get; } =
    [.. ModelTerm.OfIndividualModel.Where(t => t.Token.StartsWith(MeasurePrefix, StringComparison.Ordinal))];

    private static double Median(NumberColumn column, IReadOnlyList<int> rows, IReadOnlyList<double> weights) =>
        Math.Round(
            WeightedSummary.Of([.. rows.Select(row => (double?)column.Values[row])], weights).Quantile(0.5)!.Value,
            MidpointRounding.AwayFromZero
        );

    private static TypicalCategory MostCommon(
        DescriptiveVariable variable,
        Func<int, int> categoryOf,
        IReadOnlyList<int> rows,
        IReadOnlyList<double> weights
    )
    {
        var (weight, persons) = (new double[variable.Categories.Count], new int[variable.Categories.Count]);
        for (var i = 0; i < rows.Count; i++)
        {
            var category = categoryOf(rows[i]);
            if (category >= 0)
            {
                weight[category] += weights[i];
                persons[category]++;
            }
        }

        // Of two as common, the first in the order shown.
        var most = weight.IndexOf(weight.Max());
        return new TypicalCategory(variable.Categories[most], persons[most]);
    }

    /// <summary>More than half; a sum of weights that is half but for rounding is not more.</summary>
    private static bool IsMostly(CodeColumn column, IReadOnlyList<int> rows, IReadOnlyList<double> weights)
    {
        var yes = column.IndexOf(StageColumns.Yes);
        var with = Enumerable.Range(0, rows.Count).Sum(i => column.Indices[rows[i]] == yes ? weights[i] : 0);
        return 2 * with > weights.Sum() * (1 + 1e-9);
    }
}

/// <summary>A most common category.</summary>
/// <param name="Token">The category.</param>
/// <param name="Persons">How many rows are in it.</param>
public sealed record TypicalCategory(string Token, int Persons);
