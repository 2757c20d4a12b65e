using System.Globalization;
using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Stages;

/// <summary>
/// The surroundings of the two schemes (Tabell 3 and 4): medians of facts on municipalities and projects, over the years. A municipality-year with both schemes counts once for
/// each, and the first column of Tabell 3 is all of them, as every municipality with Jobbsjansen has introduksjonsprogrammet too. Project-years are those of the project model.
/// </summary>
public sealed class PlaceFactStage
{
    /// <summary>The medians of facts on municipalities.</summary>
    public const string Municipalities = "kommunedata";

    /// <summary>The medians of facts on projects.</summary>
    public const string Projects = "prosjektdata";

    /// <summary>The number of participants who finished in a project-year, as part of ids.</summary>
    public const string Finished = "deltakere";

    private readonly Dataset _data;
    private readonly EditionBuilder _edition;
    private readonly int _minimum;

    private PlaceFactStage(Dataset data, EditionBuilder edition, int minimum) => (_data, _edition, _minimum) = (data, edition, minimum);

    /// <summary>Adds <c>kommunedata.*</c> and <c>prosjektdata.*</c>. A fact that no row has is missing; a median of too few places is suppressed.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="rows">Which rows each model uses.</param>
    /// <param name="edition">Receives the quantities.</param>
    /// <param name="minimum">The threshold of disclosure.</param>
    public static void Run(Dataset data, ModelRows rows, EditionBuilder edition, int minimum)
    {
        var stage = new PlaceFactStage(data, edition, minimum);
        edition.Add(SampleStage.Count($"{Municipalities}.minste_antall", ModelRows.FewestInModel));
        stage.AddMunicipalities();
        stage.AddProjects(rows.Of(ReportModel.Project));
    }

    private void AddMunicipalities()
    {
        var every = PlaceYears.OfMunicipalitiesByScheme(_data, ModelRows.FewestInModel);
        foreach (var scheme in Breakdown.Schemes)
        {
            var units = scheme == Scheme.Jobbsjansen ? Of(every, scheme) : every;
            var token = Breakdown.Token(scheme);
            _edition.Add(SampleStage.Count($"{Municipalities}.antall.{token}", units.Count));
            foreach (var fact in PlaceFact.OfMunicipalities)
            {
                AddMedian($"{Municipalities}.{fact.Token}.{token}", fact, units, Quantity.Of);
            }
        }

        AddCounts(every);
    }

    /// <summary>Adds the number of municipalities of each year, of those with both schemes, and the mean of these over the years.</summary>
    private void AddCounts(IReadOnlyList<PlaceYear> units)
    {
        var byYear = units.ToLookup(u => u.Year.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var both = new List<int>();
        foreach (var year in DescriptiveVariables.Years.Categories)
        {
            var schemes = byYear[year].CountBy(u => u.Place).ToList();
            both.Add(schemes.Count(p => p.Value == Breakdown.Schemes.Count));
            _edition.Add(SampleStage.Count($"{Municipalities}.kommuner.{year}", schemes.Count));
            _edition.Add(SampleStage.Count($"{Municipalities}.med_begge.{year}", both[^1]));
        }

        _edition.Add(Quantity.Of($"{Municipalities}.med_begge.snitt", both.Average(), Unit.Numeric, 0));
    }

    private void AddProjects(bool[] isUsed)
    {
        var every = PlaceYears.OfProjects(_data, isUsed);
        foreach (var scheme in Breakdown.Schemes)
        {
            var units = Of(every, scheme);
            var token = Breakdown.Token(scheme);
            _edition.Add(SampleStage.Count($"{Projects}.antall.{token}", units.Count));
            AddMedian($"{Projects}.{Finished}.{token}", [.. units.Select(u => (double?)u.Persons)], Unit.Numeric, 0, Quantity.Rounded);
            foreach (var fact in PlaceFact.OfProjects)
            {
                // Accounts are not public as facts on municipalities are: the median is known as printed.
                AddMedian($"{Projects}.{fact.Token}.{token}", fact, units, Quantity.Rounded);
            }
        }

        AddWageDifference();
    }

    /// <summary>Adds what the medians of wages a participant differ by, in thousand kroner and as part of that of introduksjonsprogrammet.</summary>
    private void AddWageDifference()
    {
        var name = $"{Projects}.{PlaceFact.OfProjects[^1].Token}";
        var first = _edition[$"{name}.{Breakdown.Token(Scheme.Jobbsjansen)}"];
        var second = _edition[$"{name}.{Breakdown.Token(Scheme.Introduksjonsprogrammet)}"];
        var difference = first.Value - second.Value;
        var status = first.HasValue ? second.Status : first.Status;
        Add($"{name}.forskjell", difference, Unit.Numeric, 1);
        Add($"{name}.forskjell_andel", second.Value > 0 ? difference / second.Value : null, Unit.Share, 0);

        void Add(string id, double? value, Unit unit, int decimals) =>
            _edition.Add(
                value is { } number
                    ? Quantity.Of(id, number, unit, decimals)
                    : Quantity.Without(id, unit, decimals, status == QuantityStatus.Estimated ? QuantityStatus.NotApplicable : status)
            );
    }

    private void AddMedian(string id, PlaceFact fact, IReadOnlyList<PlaceYear> units, Func<string, double, Unit, int, Quantity> known)
    {
        var column = _data.Numbers(fact.Column);
        // The dataset has shares in per cent.
        var scale = NorwegianNumberText.PrintScale(fact.Unit);
        double?[] values = [.. units.Select(u => column.IsMissing(u.Row) ? (double?)null : column.Values[u.Row] / scale)];
        AddMedian(id, values, fact.Unit, fact.Decimals, known);
    }

    private void AddMedian(string id, double?[] values, Unit unit, int decimals, Func<string, double, Unit, int, Quantity> known)
    {
        var summary = QuantileSummary.Of(values, 0.5);
        _edition.Add(
            summary.Count == 0 ? Quantity.Without(id, unit, decimals, QuantityStatus.Missing)
            : !UnitProtection.MayShowPercentile(summary.Count, 0.5, _minimum)
                ? Quantity.Without(id, unit, decimals, QuantityStatus.Suppressed)
            : known(id, summary.Quantiles[0].Value, unit, decimals) with { Base = summary.Count }
        );
    }

    private IReadOnlyList<PlaceYear> Of(IReadOnlyList<PlaceYear> units, Scheme scheme)
    {
        var column = _data.Codes(StageColumns.Scheme);
        var index = column.IndexOf(Breakdown.Token(scheme));
        return [.. units.Where(u => column.Indices[u.Row] == index)];
    }
}
