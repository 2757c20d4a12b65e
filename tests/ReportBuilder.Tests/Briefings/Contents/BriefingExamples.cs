using System.Collections.Immutable;
using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Contents;
using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Tests.Briefings.Contents;

/// <summary>
/// Briefings of invented municipalities whose numbers are drawn at random: every id of a briefing, with values as printed, and hidden or missing wherever a shield may hide or a model may
/// fail. What the templates say must be true of all of them.
/// </summary>
internal sealed class BriefingExamples
{
    private readonly Random _random;
    private readonly List<Quantity> _quantities = [];
    private readonly double _hidden;

    private BriefingExamples(int seed, double hidden) => (_random, _hidden) = (new Random(seed), hidden);

    /// <summary>A briefing.</summary>
    /// <param name="seed">What is drawn.</param>
    /// <param name="schemes">The schemes of the municipality.</param>
    /// <param name="hidden">How often a number of the municipality itself is hidden, 0–1.</param>
    public static Briefing Draw(int seed, IReadOnlyList<Scheme> schemes, double hidden)
    {
        var example = new BriefingExamples(seed, hidden);
        foreach (var scheme in Breakdown.Schemes)
        {
            foreach (var scope in BriefingScope.All)
            {
                example.AddPeople(scope, scheme, schemes);
            }

            example.AddContribution(scheme, schemes);
        }

        example.AddPlaces();
        example.AddMeasureModel();
        example.AddRules();
        return example.Finish(seed, schemes);
    }

    /// <summary>The funnel plots have no other municipalities in them.</summary>
    public static BriefingSet SetOf(Briefing briefing) => new([briefing], Breakdown.Schemes.ToDictionary(s => s, _ => new FunnelCloud([])));

    private void AddPeople(string scope, Scheme scheme, IReadOnlyList<Scheme> schemes)
    {
        var has = scope != BriefingScope.Own || schemes.Contains(scheme);
        var size = scope == BriefingScope.Own ? _random.Next(3, 400) : _random.Next(200, 9000);
        IReadOnlyList<string?> years = [null, .. DescriptiveVariables.Years.Categories];
        foreach (var year in years)
        {
            Count(BriefingIds.Finished(scope, scheme, year), size);
            Count(BriefingIds.Participants(scope, scheme, year), size);
            Share(BriefingIds.Outcome(scope, scheme, year));
        }

        foreach (var variable in BriefingVariables.Composition)
        {
            foreach (var category in variable.Categories)
            {
                Share(BriefingIds.Composition(scope, variable, category, scheme));
            }
        }

        foreach (var measure in BriefingVariables.Measures)
        {
            Share(BriefingIds.Measure(scope, measure, scheme));
        }

        Add(BriefingIds.Wages(scope, scheme), _random.Next(20, 200), Unit.Numeric, 0, has, QuantityStatus.Missing);

        void Count(string id, int value) =>
            Add(id, value, Unit.Count, 0, has, QuantityStatus.Suppressed, isOwn: scope == BriefingScope.Own);

        void Share(string id) =>
            Add(id, _random.NextDouble(), Unit.Share, 0, has, QuantityStatus.Suppressed, isOwn: scope == BriefingScope.Own);
    }

    private void AddContribution(Scheme scheme, IReadOnlyList<Scheme> schemes)
    {
        var has = schemes.Contains(scheme);
        // One number of the model is hidden when all are.
        var isHidden = _random.NextDouble() < _hidden;
        var difference = Math.Round(_random.NextDouble() * 0.4 - 0.2, 2);
        var half = Math.Round(_random.NextDouble() * 0.3, 2);
        Model("forventet", _random.NextDouble(), Unit.Share, 0);
        Model("avvik", difference, Unit.PercentagePoints, 0, half);
        Model("p", _random.NextDouble(), Unit.PValue, 3);
        Model("krympet", difference / 2, Unit.PercentagePoints, 0, half);
        Model("paalitelighet", _random.NextDouble(), Unit.Numeric, 2);
        var chance = _random.NextDouble();
        Model("sjanse_over", chance, Unit.Probability, 0);
        Model("sjanse_under", 1 - chance, Unit.Probability, 0);
        Model("grense_over", 0.15, Unit.PercentagePoints, 1);
        Model("grense_under", -0.15, Unit.PercentagePoints, 1);
        Model("plass_fra", 1 + (10 * _random.Next(0, 10)), Unit.Count, 0);
        Model("plass_til", 100 + (10 * _random.Next(0, 10)), Unit.Count, 0);
        Model("plass_av", 250, Unit.Count, 0);
        Add(BriefingIds.FunnelLimit(scheme), 0.9, Unit.PercentagePoints, 0, true, QuantityStatus.Missing);
        Add(BriefingIds.FunnelSpread(scheme), 0.121, Unit.PercentagePoints, 1, true, QuantityStatus.Missing);

        void Model(string what, double value, Unit unit, int decimals, double? half = null)
        {
            var id = BriefingIds.Contribution(scheme, what);
            _quantities.Add(
                !has ? Quantity.Without(id, unit, decimals, QuantityStatus.NotApplicable)
                : isHidden ? Quantity.Without(id, unit, decimals, QuantityStatus.Suppressed)
                : Quantity.Rounded(id, value, unit, decimals) with
                {
                    Interval = half is { } h ? new Interval(value - h, value + h, 0.95) : null,
                }
            );
        }
    }

    private void AddPlaces()
    {
        foreach (var scope in BriefingScope.All)
        {
            foreach (var fact in BriefingVariables.PlaceFacts)
            {
                Add(BriefingIds.PlaceFact(scope, fact), _random.Next(1, 30000), Unit.Numeric, 0, true, QuantityStatus.Missing);
            }

            if (scope == BriefingScope.Own)
            {
                continue;
            }

            var count = scope == BriefingScope.County ? _random.Next(1, 40) : _random.Next(8, 356);
            _quantities.Add(Quantity.Of(BriefingIds.Municipalities(scope), count, Unit.Count, 0));
            foreach (var scheme in Breakdown.Schemes)
            {
                _quantities.Add(Quantity.Of(BriefingIds.Municipalities(scope, scheme), count, Unit.Count, 0));
            }
        }
    }

    private void AddRules()
    {
        _quantities.Add(Quantity.Of(BriefingIds.MinimumCount, 5, Unit.Count, 0));
        _quantities.Add(Quantity.Of(BriefingIds.ContributionMinimum, 5, Unit.Count, 0));
        _quantities.Add(Quantity.Of(BriefingIds.GroupRule("kommuner"), ComparableGroup.FewestMunicipalities, Unit.Count, 0));
        _quantities.Add(Quantity.Of(BriefingIds.GroupRule("deltakere"), ComparableGroup.FewestParticipants, Unit.Count, 0));
        _quantities.Add(Quantity.Of(BriefingIds.GroupRule("utgangspunkt"), ComparableGroup.FewestOfStartingPoint, Unit.Count, 0));
    }

    private void AddMeasureModel()
    {
        foreach (var measure in BriefingVariables.Measures)
        {
            var value = Math.Round(_random.NextDouble() * 0.2 - 0.1, 2);
            var half = Math.Round(_random.NextDouble() * 0.1, 2);
            _quantities.Add(
                Quantity.Rounded(BriefingShows.MeasureEffect(measure), value, Unit.PercentagePoints, 0) with
                {
                    Interval = new Interval(value - half, value + half, 0.95),
                }
            );
        }
    }

    private void Add(string id, double value, Unit unit, int decimals, bool has, QuantityStatus without, bool isOwn = false) =>
        _quantities.Add(
            !has ? Quantity.Without(id, unit, decimals, QuantityStatus.NotApplicable)
            // What is told of larger places is seldom hidden.
            : _random.NextDouble() < (isOwn ? _hidden : _hidden / 4) ? Quantity.Without(id, unit, decimals, without)
            : unit == Unit.Share ? Quantity.Rounded(id, value, unit, decimals)
            : Quantity.Of(id, value, unit, decimals)
        );

    private Briefing Finish(int seed, IReadOnlyList<Scheme> schemes) =>
        new()
        {
            Municipality = Place("9901", "Eksempelvik"),
            Schemes = schemes,
            Edition = new Edition
            {
                Quantities = _quantities.ToImmutableSortedDictionary(q => q.Id.Value, q => q, StringComparer.Ordinal),
                Facts = new[]
                {
                    Fact(ComparableGroup.SizeVariable, ComparableGroup.SizeClasses[seed % ComparableGroup.SizeClasses.Count]),
                    Fact(
                        ComparableGroup.CentralityVariable,
                        ComparableGroup.CentralityClasses[seed % ComparableGroup.CentralityClasses.Count]
                    ),
                    Fact(
                        ComparableGroup.StartingPointVariable,
                        ComparableGroup.StartingPoints[seed % ComparableGroup.StartingPoints.Count]
                    ),
                }.ToImmutableSortedDictionary(f => f.Id.Value, f => f, StringComparer.Ordinal),
                Tables = [],
                Figures = [],
                Origin = new EditionOrigin("2026-1", "0.1.0", "eksempel.csv", "0123abcd", IsSynthetic: seed % 2 == 0, 29774),
            },
            Group = 1,
            Comparable = (seed % 3) switch
            {
                0 => [],
                1 => [Place("9904", "Annenvik")],
                _ => [.. Enumerable.Range(0, 30).Select(i => Place($"98{i:00}", $"Stedet {i}") with { CountyCode = i == 7 ? "99" : "98" })],
            },
            Formerly = (seed % 3) switch
            {
                0 => [],
                1 => [Place("9902", "Gamlevik")],
                _ => [Place("9902", "Gamlevik"), Place("9903", "Nordeksempel")],
            },
            IsTouchedByDivision = seed % 5 == 0,
        };

    private static CategoryFact Fact(string variable, string category) =>
        CategoryFact.Of(BriefingIds.GroupFact(variable), variable, category);

    private static Municipality Place(string code, string name) => new(2020, code, name, "99", "Eksempelfylket", 21000, 2100, 10, 3, 400);
}
