using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;

namespace ReportBuilder.Stages;

/// <summary>Chapter «Databeskrivelse»: composition and outcome by scheme and characteristic, over the net sample.</summary>
public sealed class DescriptiveStage
{
    private readonly Dataset _data;
    private readonly Sample _sample;
    private readonly BreakdownQuantities _quantities;
    private readonly EditionBuilder _edition;
    private readonly int _minimum;

    private DescriptiveStage(Dataset data, Sample sample, BreakdownQuantities quantities, EditionBuilder edition, int minimum)
    {
        _data = data;
        _sample = sample;
        _quantities = quantities;
        _edition = edition;
        _minimum = minimum;
    }

    /// <summary>Adds all quantities of the chapter.</summary>
    public static void Run(Dataset data, Sample sample, BreakdownQuantities quantities, EditionBuilder edition, int minimum)
    {
        var stage = new DescriptiveStage(data, sample, quantities, edition, minimum);
        quantities.AddTotal("maaloppnaaelse", sample.CountByScheme(sample.Succeeded));
        stage.OutcomeByYear();
        stage.Categories();
        stage.Groups();
        stage.Distributions();
        stage.Marks();
    }

    private void OutcomeByYear() => _quantities.AddOutcome(Count(DescriptiveVariables.Years));

    private void Categories()
    {
        foreach (
            var variable in new[]
            {
                DescriptiveVariables.Sex,
                DescriptiveVariables.Absence,
                DescriptiveVariables.Education,
                DescriptiveVariables.Region,
                DescriptiveVariables.Norwegian,
                DescriptiveVariables.AgeGroup,
            }
        )
        {
            AddBoth(Count(variable));
        }
    }

    private void Groups()
    {
        _quantities.AddOutcome(Count(DescriptiveVariables.ResidenceGroup));
        _quantities.AddOutcome(Count(DescriptiveVariables.DurationFifth));
    }

    private Breakdown Count(DescriptiveVariable variable) => DescriptiveCategories.Count(variable, _data, _sample);

    private void Distributions()
    {
        foreach (var classes in DistributionClasses.All)
        {
            var column = _data.Numbers(classes.Variable);
            var first = classes.Edges[0];
            var width = classes.Edges[1] - first;
            int Class(int row) => Math.Clamp((int)Math.Floor((column.Values[row] - first) / width), 0, classes.Tokens.Count - 1);
            _quantities.AddShares("fordeling", Breakdown.Count(classes.Variable, classes.Tokens, _sample, Class));
            foreach (var scheme in Breakdown.Schemes)
            {
                var unit = classes.Variable == "varighet" ? Unit.Months : Unit.Years;
                var rows = _sample.Rows.Where(r => _sample.SchemeOf(r) == scheme);
                _edition.Add(MissingStage.Mean($"gjennomsnitt.{classes.Variable}.{Breakdown.Token(scheme)}", column, rows, unit, _minimum));
            }
        }
    }

    private void Marks()
    {
        foreach (var measure in DescriptiveVariables.Measures)
        {
            var column = _data.Codes("t_" + measure);
            var yes = column.IndexOf(StageColumns.Yes);
            // The measures outside the model may be missing in the net sample; they are shares of those with a value.
            var known = _sample.Where(row => !column.IsMissing(row));
            _quantities.AddMark($"andel.tiltak.{measure}", known.CountByScheme(row => column.Indices[row] == yes));
        }

        var age = _data.Numbers("alder");
        var norwegian = NorwegianScale.Of(_data);
        var b1 = DescriptiveVariables.Norwegian.Categories.IndexOf("b1");
        var region = _data.Codes("landbakgrunn");
        int[] largest = [region.IndexOf("vest_asia"), region.IndexOf("afrika_sor_for_sahara")];
        _quantities.AddMark("andel.alder.under_25", _sample.CountByScheme(row => age.Values[row] < 25), isSum: true);
        _quantities.AddMark("andel.norsknivaa.b1_eller_hoyere", _sample.CountByScheme(row => norwegian.LevelAt(row) >= b1), isSum: true);
        _quantities.AddMark(
            "andel.landbakgrunn.vest_asia_og_afrika_sor_for_sahara",
            _sample.CountByScheme(row => largest.Contains(region.Indices[row])),
            isSum: true
        );
        AddPair();
    }

    /// <summary>How often the two measures that explain each other occur together, over both schemes.</summary>
    private void AddPair()
    {
        var primary = _data.Codes("t_grunnskolefag");
        var secondary = _data.Codes("t_fag_vgo");
        bool Has(CodeColumn column, int row) => column.Levels[column.Indices[row]].Token == StageColumns.Yes;
        var both = _sample.Rows.Count(r => Has(primary, r) && Has(secondary, r));
        var onlyPrimary = _sample.Rows.Count(r => Has(primary, r) && !Has(secondary, r));
        var onlySecondary = _sample.Rows.Count(r => !Has(primary, r) && Has(secondary, r));
        int[] counts = [both, onlyPrimary, onlySecondary];
        // The figure of measures tells how many had each measure, and so each of these counts from another: all are shown, or none.
        var protection = CellProtection.OfComposition(counts, _minimum).Contains(Protection.Hidden) ? Protection.Hidden : Protection.Exact;
        string[] names = ["begge", "bare_grunnskolefag", "bare_fag_vgo"];
        for (var i = 0; i < counts.Length; i++)
        {
            var id = $"antall.grunnskolefag_og_fag_vgo.{names[i]}";
            _edition.Add(
                protection == Protection.Hidden
                    ? Quantity.Without(id, Unit.Count, 0, QuantityStatus.Suppressed)
                    : SampleStage.Count(id, counts[i])
            );
        }

        _edition.Add(BreakdownQuantities.Share("andel.grunnskolefag_og_fag_vgo.begge", both, counts.Sum(), protection));
    }

    private void AddBoth(Breakdown breakdown)
    {
        _quantities.AddComposition(breakdown);
        _quantities.AddOutcome(breakdown);
    }
}
