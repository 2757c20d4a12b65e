using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Published;

/// <summary>Reads the rules that tell quantities from others.</summary>
internal static class RelationReader
{
    /// <summary>File of the rules within the edition.</summary>
    public const string FileName = "sammenhenger.csv";

    /// <summary>The rules in the order of the file; null when something is wrong (RB2001–RB2016, RB7022, RB7023, RB7027).</summary>
    public static IReadOnlyList<Relation>? Read(string folder, string shownAs, DiagnosticBag bag)
    {
        var errors = bag.ErrorCount;
        if (CsvSheet.Read(Path.Combine(folder, FileName), shownAs + "/" + FileName, ["id", "regel", "ledd"], bag) is not { } sheet)
        {
            return null;
        }

        Relation[] relations = [.. sheet.Rows.Select(row => Rule(row, bag))];
        return bag.ErrorCount > errors ? null : relations;
    }

    private static Relation Rule(CsvSheetRow row, DiagnosticBag bag)
    {
        var errors = bag.ErrorCount;
        var ids = PublishedWords.List(row["id"], bag, Relation.Wildcard);
        var relation = new Relation(
            row["id"].Text,
            PublishedWords.Find(row["regel"], Relation.Words, bag),
            PublishedWords.List(row["ledd"], bag, Relation.Wildcard)
        );
        // What kind it is decides how many terms it has: of an unknown kind nothing more can be said.
        if (bag.ErrorCount == errors && (ids.Count != 1 || !HasItsTerms(relation)))
        {
            bag.Add(Diagnostic.Error("RB7027", row["ledd"].Place) with { Found = row["ledd"].Text });
        }

        return relation;
    }

    private static bool HasItsTerms(Relation relation) =>
        relation.Id.Split(Relation.Wildcard).Length switch
        {
            1 => relation.HasTermsOfItsKind && !relation.Terms.Any(t => t.Contains(Relation.Wildcard, StringComparison.Ordinal)),
            2 => relation.HasTermsOfItsKind,
            _ => false,
        };
}
