using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Models;
using ReportBuilder.Models.Contribution;
using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Stages;

/// <summary>
/// Contribution indicators (Tabell 5 and 6, Figur 21): for each project the share that reached the goal less the share that the individual model expects of its
/// participants. What is told of single projects is told without names, under a running number.
/// </summary>
public sealed class ContributionStage
{
    /// <summary>The percentiles of Tabell 6.</summary>
    public static IReadOnlyList<int> Percentiles { get; } = [10, 25, 50, 75, 90];

    /// <summary>The classes of projects, as parts of ids.</summary>
    public static IReadOnlyList<(string Token, ContributionClass Class)> Classes { get; } =
    [("over", ContributionClass.Above), ("under", ContributionClass.Below), ("ikke_skilt", ContributionClass.NotDistinguishable)];

    /// <summary>The limits of the funnel plot, as parts of ids.</summary>
    public static IReadOnlyList<(string Token, double Level)> Limits { get; } = [("95", 0.95), ("998", 0.998)];

    private readonly EditionBuilder _edition;
    private readonly ContributionTable _table;
    private readonly int _minimum;

    private ContributionStage(ContributionTable table, EditionBuilder edition, int minimum)
    {
        _table = table;
        _edition = edition;
        _minimum = minimum;
    }

    /// <summary>Adds <c>bidrag.*</c>.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="fits">The fitted models.</param>
    /// <param name="edition">Receives the quantities.</param>
    /// <param name="fewest">Fewest participants of a project with an indicator.</param>
    /// <param name="minimum">The threshold of disclosure.</param>
    public static void Run(Dataset data, ModelFits fits, EditionBuilder edition, int fewest, int minimum)
    {
        var fit = fits.Logistic(ReportModel.Individual);
        var every = new bool[data.RowCount];
        Array.Fill(every, true);
        var groups = new ModelDesigns(data).Groups(ModelGrouping.Project, every);
        // Ranks of projects are not published, so none are drawn.
        var options = new ContributionOptions { MinimumCount = fewest, RankDraws = 0 };
        var table = Contributions.Of(fit, groups, options, Schemes(data));
        var stage = new ContributionStage(table, edition, minimum);
        edition.Add(Quantity.Of("bidrag.minste_antall", fewest, Unit.Count, 0));
        stage.AddCounts();
        ContributionQuadrants.Add(table, edition);
        stage.AddPercentiles();
        stage.AddVariation();
        var successes = new int[groups.Levels.Count];
        foreach (var (row, outcome) in fit.Design.UsedRows.Zip(fit.Design.Outcome))
        {
            if (groups.LevelOf(row) is { } group && outcome == 1)
            {
                successes[group]++;
            }
        }

        foreach (var scheme in Breakdown.Schemes)
        {
            stage.AddDots(scheme, successes);
        }
    }

    /// <summary>The scheme of each row.</summary>
    private static Categorical Schemes(Dataset data)
    {
        var sample = Sample.All(data);
        var column = data.Codes(StageColumns.Scheme);
        return Categorical.FromCodes(
            [.. Breakdown.Schemes.Select(Breakdown.Token)],
            [.. sample.Rows.Select(r => column.IsMissing(r) ? (int?)null : Breakdown.Schemes.IndexOf(sample.SchemeOf(r)))]
        );
    }

    /// <summary>Adds the number of projects, of those too small, and of those in each class, by scheme and for all.</summary>
    private void AddCounts()
    {
        foreach (var scheme in ContributionIds.Scopes)
        {
            var projects = _table.Groups.Where(g => g.Count > 0 && IsIn(g, scheme)).ToList();
            var judged = projects.Where(g => g.Difference is not null).ToList();
            _edition.Add(SampleStage.Count($"bidrag.prosjekter.{scheme}", judged.Count));
            _edition.Add(SampleStage.Count($"bidrag.deltakere.{scheme}", judged.Sum(g => g.Count)));
            _edition.Add(SampleStage.Count($"bidrag.for_faa.{scheme}", projects.Count - judged.Count));
            AddShare($"bidrag.positivt.{scheme}", judged.Count(g => g.Difference > 0), judged.Count);
            foreach (var (token, place) in Classes)
            {
                var count = judged.Count(g => g.Class == place);
                _edition.Add(SampleStage.Count($"bidrag.klasse.{token}.{scheme}", count));
                AddShare($"bidrag.klasse.{token}.{scheme}.andel", count, judged.Count);
            }
        }
    }

    private void AddShare(string id, int count, int of) => _edition.Add(ShareOf(id, count, of));

    /// <summary>A share of projects.</summary>
    internal static Quantity ShareOf(string id, int count, int of) =>
        of == 0 ? Quantity.Without(id, Unit.Share, 0, QuantityStatus.NotApplicable)
        : count == 0 ? Quantity.Without(id, Unit.Share, 0, QuantityStatus.Nil)
        : Quantity.Of(id, (double)count / of, Unit.Share, 0) with { Base = of };

    /// <summary>Adds the percentiles of contributions and of results, as printed.</summary>
    private void AddPercentiles()
    {
        double[] probabilities = [.. Percentiles.Select(p => p / 100.0)];
        var spreads = ContributionSpread.Of(_table, QuantileType.Type7, probabilities);
        foreach (var scheme in Breakdown.Schemes.Select(Breakdown.Token))
        {
            var spread = spreads.FirstOrDefault(s => s.Scheme == scheme);
            for (var i = 0; i < probabilities.Length; i++)
            {
                var mayShow = UnitProtection.MayShowPercentile(spread?.Groups ?? 0, probabilities[i], _minimum);
                Add("bidrag", spread?.Contributions, Unit.PercentagePoints);
                Add("resultat", spread?.Results, Unit.Share);

                void Add(string what, QuantileSummary? values, Unit unit)
                {
                    var id = $"bidrag.persentil.{Percentiles[i]}.{what}.{scheme}";
                    _edition.Add(
                        values is not { Quantiles.Count: > 0 } ? Quantity.Without(id, unit, 0, QuantityStatus.NotApplicable)
                        : mayShow ? Quantity.Rounded(id, values.Quantiles[i].Value, unit, 0)
                        : Quantity.Without(id, unit, 0, QuantityStatus.Suppressed)
                    );
                }
            }
        }
    }

    /// <summary>Adds how much projects vary beyond chance, and the limits of the funnel plot for one participant.</summary>
    private void AddVariation()
    {
        var funnel = FunnelPlot.Of(_table);
        var between = _table.Between;
        Add("bidrag.snitt", _table.NationalMean, Unit.Share, 0);
        Add("bidrag.mellom.standardavvik", between?.StandardDeviation, Unit.PercentagePoints, 1);
        Add("bidrag.mellom.p", between?.P, Unit.PValue, 3);
        double[] reliabilities = [.. _table.Estimated.Select(g => g.Shrunken?.Reliability).OfType<double>().Order()];
        Add("bidrag.paalitelighet.median", reliabilities.Length == 0 ? null : Median(reliabilities), Unit.Numeric, 2);
        Add("bidrag.spredning.phi", funnel.Phi, Unit.Numeric, 2);
        Add("bidrag.spredning.p", funnel.DispersionP, Unit.PValue, 3);
        foreach (var (token, level) in Limits)
        {
            Add(
                $"bidrag.trakt.grense.{token}",
                funnel.Phi is null ? null : funnel.LimitAt(1, level, Overdispersion.Multiplicative),
                Unit.PercentagePoints,
                0
            );
        }
    }

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private void Add(string id, double? value, Unit unit, int decimals) =>
        _edition.Add(
            value is { } number && double.IsFinite(number)
                ? Quantity.Of(id, number, unit, decimals)
                : Quantity.Without(id, unit, decimals, QuantityStatus.NotEstimable)
        );

    /// <summary>
    /// Adds how many projects of a scheme may and may not be shown (<c>bidrag.vist.*</c>, <c>bidrag.ikke_vist.*</c>), how many of them figures draw (<c>bidrag.tegnet.*</c>: all, or none when
    /// fewer than half may be shown), those that are drawn, <c>bidrag.prosjekt.{scheme}.{number}.*</c>, numbered by what is shown of them and by nothing else; and the two examples of Tabell 5.
    /// </summary>
    private void AddDots(Scheme scheme, int[] successes)
    {
        var token = Breakdown.Token(scheme);
        var all = _table.Groups.Index().Where(g => g.Item.Count > 0 && IsIn(g.Item, token)).ToList();
        var protection = UnitProtection.Of([.. all.Select(g => new CellCount(g.Item.Count, successes[g.Index]))], _minimum);
        var shown = all.Select((g, i) => (Group: g.Item, Protection: protection[i]))
            .Where(g => g.Protection is Protection.Exact or Protection.Rounded && g.Group.Difference is not null)
            .Select(g => ProjectDot.Of(g.Group, isExact: g.Protection == Protection.Exact))
            .OrderBy(d => d.Expected)
            .ThenBy(d => d.Actual)
            .ThenBy(d => d.Persons)
            .ToList();
        var judged = all.Count(g => g.Item.Difference is not null);
        _edition.Add(SampleStage.Count($"bidrag.vist.{token}", shown.Count));
        _edition.Add(SampleStage.Count($"bidrag.ikke_vist.{token}", judged - shown.Count));
        // Those hidden are small and of extreme results: where they are the most, the rest would give a false picture of the scheme.
        var drawn = 2 * shown.Count >= judged ? shown.Count : 0;
        _edition.Add(SampleStage.Count($"bidrag.tegnet.{token}", drawn));
        for (var i = 0; i < drawn; i++)
        {
            shown[i].AddTo(_edition, ContributionIds.Dot(token, i + 1));
        }

        var examples = ProjectDot.Examples(shown, ContributionIds.ExampleSize);
        foreach (var (letter, dot) in ContributionIds.Examples.Zip(examples))
        {
            ProjectDot.AddExample(_edition, $"bidrag.eksempel.{token}.{letter}", dot);
        }
    }

    private static bool IsIn(GroupContribution group, string scope) => scope == ContributionIds.All || group.Scheme == scope;
}
