using ReportBuilder.Datasets;
using ReportBuilder.Editions;

namespace ReportBuilder.Stages;

/// <summary>From gross to net: how many participants there are, how many lack what, how many the model uses.</summary>
public static class SampleStage
{
    /// <summary>Education and Norwegian level, the columns that most rows left out lack.</summary>
    internal static IReadOnlyList<string> MissingColumns { get; } = ["utdanningsnivaa", "norsknivaa"];

    /// <summary>True when the row lacks education or Norwegian level, the two columns that the missing-value tables are about.</summary>
    public static Func<int, bool> LacksEducationOrNorwegian(Dataset data)
    {
        var education = data.Codes(MissingColumns[0]);
        var norwegian = data.Numbers(MissingColumns[1]);
        return row => education.IsMissing(row) || norwegian.IsMissing(row);
    }

    /// <summary>
    /// Adds <c>deltakere.brutto.*</c>, <c>deltakere.netto.*</c> and <c>mangler.{what}.antall.*</c> by scheme and for both (<c>alle</c>).
    /// </summary>
    public static void Run(Dataset data, Sample all, Sample complete, EditionBuilder edition)
    {
        var lacksEither = LacksEducationOrNorwegian(data);
        var isComplete = complete.Rows.ToHashSet();
        AddCounts(edition, "deltakere.brutto", all);
        AddCounts(edition, "mangler.utdanningsnivaa.antall", all.Where(data.Codes(MissingColumns[0]).IsMissing));
        AddCounts(edition, "mangler.norsknivaa.antall", all.Where(data.Numbers(MissingColumns[1]).IsMissing));
        AddCounts(edition, "mangler.minst_ett.antall", all.Where(lacksEither));
        AddCounts(edition, "mangler.annet.antall", all.Where(row => !lacksEither(row) && !isComplete.Contains(row)));
        AddCounts(edition, "deltakere.netto", complete);
    }

    /// <summary>Adds the number of persons of each scheme and of both, <c>{name}.{scheme}</c> and <c>{name}.alle</c>.</summary>
    internal static void AddCounts(EditionBuilder edition, string name, Sample sample)
    {
        foreach (var scheme in Breakdown.Schemes)
        {
            edition.Add(Count($"{name}.{Breakdown.Token(scheme)}", sample.Rows.Count(r => sample.SchemeOf(r) == scheme)));
        }

        edition.Add(Count($"{name}.alle", sample.Rows.Count));
    }

    /// <summary>A number of persons.</summary>
    internal static Quantity Count(string id, int count) =>
        count == 0 ? Quantity.Without(id, Unit.Count, 0, QuantityStatus.Nil) : Quantity.Of(id, count, Unit.Count, 0);
}
