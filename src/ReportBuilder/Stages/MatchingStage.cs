using ReportBuilder.Editions;
using ReportBuilder.Models.Matching;

namespace ReportBuilder.Stages;

/// <summary>How well participants of Jobbsjansen could be matched with participants of introduksjonsprogrammet, and how alike the two groups became.</summary>
public static class MatchingStage
{
    /// <summary>The two matchings, as parts of ids.</summary>
    public static IReadOnlyList<(string Token, bool WithCaliper)> Matchings { get; } = [("uten_kaliper", false), ("kaliper", true)];

    /// <summary>The terms in the balance table: all but origin, whose many levels count in the summary only.</summary>
    public static IReadOnlyList<ModelTerm> Balanced { get; } =
    [.. ModelTerm.OfIndividualModel.Where(t => t.Kind != TermKind.Factor && t.Token != StageColumns.Scheme)];

    /// <summary>A standardised difference below this counts as balanced (Austin 2009).</summary>
    public const double Balance = 0.1;

    /// <summary>
    /// Adds <c>matching.deltakere</c>, <c>matching.{matching}.par</c>, <c>.uten_par</c>, <c>.storste_forskjell</c> and <c>.ubalanserte</c>, and the standardised difference of each term
    /// before (<c>matching.balanse.{term}.for</c>) and after each matching.
    /// </summary>
    public static void Run(RobustnessFits fits, EditionBuilder edition, int minimum)
    {
        var book = new NumberBook(edition);
        book.AddCount("matching.deltakere", fits.Matching(withCaliper: false).TreatedCount);
        book.Add("matching.kaliper_bredde", RobustnessFits.Caliper, Unit.Numeric, 1);
        var balances = Matchings.ToDictionary(m => m.WithCaliper, m => CovariateBalance.Of(fits.Matching(m.WithCaliper)));
        foreach (var (token, withCaliper) in Matchings)
        {
            var matching = fits.Matching(withCaliper);
            var balance = balances[withCaliper];
            var without = matching.TreatedCount - matching.Pairs.Count;
            // Those without a pair are a known total less the pairs: a few persons are hidden on both sides.
            if (without > 0 && without < minimum)
            {
                book.AddHidden($"matching.{token}.par");
                book.AddHidden($"matching.{token}.uten_par");
            }
            else
            {
                book.AddCount($"matching.{token}.par", matching.Pairs.Count);
                book.AddCount($"matching.{token}.uten_par", without);
            }

            double[] after =
            [
                .. balance.Where(b => b.Name is not null).Select(b => b.After?.StandardisedDifference).OfType<double>().Select(Math.Abs),
            ];
            book.Add($"matching.{token}.storste_forskjell", after.Length == 0 ? null : after.Max(), Unit.Numeric, 2);
            book.AddCount($"matching.{token}.ubalanserte", after.Count(d => d >= Balance));
            foreach (var term in Balanced)
            {
                var column = balance.FirstOrDefault(b => b.Name == term.Token);
                if (!withCaliper)
                {
                    book.Add($"matching.balanse.{term.Token}.for", column?.Before.StandardisedDifference, Unit.Numeric, 2);
                }

                book.Add($"matching.balanse.{term.Token}.{token}", column?.After?.StandardisedDifference, Unit.Numeric, 2);
            }
        }

        double[] before =
        [
            .. balances[false]
                .Where(b => b.Name is not null)
                .Select(b => b.Before.StandardisedDifference)
                .OfType<double>()
                .Select(Math.Abs),
        ];
        book.Add("matching.for.storste_forskjell", before.Length == 0 ? null : before.Max(), Unit.Numeric, 2);
        book.AddCount("matching.for.ubalanserte", before.Count(d => d >= Balance));
        book.AddCount("matching.kolonner", before.Length);
    }
}
