using System.Globalization;
using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Harmonise;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>Another reading of an ambiguous rule, as the report tells of it.</summary>
/// <param name="Ambiguity">The ambiguity, as «A1».</param>
/// <param name="Reading">Name of the reading.</param>
/// <param name="Variable">The column of the model that it changes.</param>
/// <param name="Prefix">What the ids of its numbers begin with.</param>
public sealed record ReadingComparison(string Ambiguity, string Reading, string Variable, string Prefix);

/// <summary>
/// What other readings of the published rules would have given: how many participants get another value, what the variable is in the whole, and what the
/// individual model would say of the scheme and of the variable.
/// </summary>
public sealed class ReadingStage
{
    private readonly Dataset _data;
    private readonly Sample _all;
    private readonly EditionBuilder _edition;
    private readonly int _minimum;

    private ReadingStage(Dataset data, Sample all, EditionBuilder edition, int minimum)
    {
        _data = data;
        _all = all;
        _edition = edition;
        _minimum = minimum;
    }

    /// <summary>
    /// Adds <c>lesning.antall</c>, the lowest and highest odds ratio of the scheme over all readings (<c>lesning.ordning.lavest</c>, <c>…hoyest</c>), and for each reading
    /// <c>lesning.{ambiguity}.{reading}.endret.{scheme}</c>, <c>.verdi.{scheme}</c> (and <c>lesning.standard.{variable}.{scheme}</c>: the reading used), <c>.ordning.*</c> and <c>.variabel.*</c>.
    /// </summary>
    public static IReadOnlyList<ReadingComparison> Run(
        Dataset data,
        Sample all,
        IReadOnlyList<AlternativeReading> alternatives,
        EditionBuilder edition,
        int minimum
    )
    {
        var stage = new ReadingStage(data, all, edition, minimum);
        var terms = IndividualColumns.ToHashSet(StringComparer.Ordinal);
        var comparisons = new List<ReadingComparison>();
        var isCommonAbsence = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var reading in alternatives.GroupBy(a => (a.Ambiguity, a.Reading)))
        {
            DatasetColumn[] columns = [.. reading.Select(a => a.Column).Where(c => terms.Contains(c.Declared.Name))];
            if (columns.Length > 0)
            {
                var prefix = $"lesning.{RecodingIds.Slug(reading.Key.Ambiguity)}.{RecodingIds.Slug(reading.Key.Reading)}";
                var comparison = new ReadingComparison(reading.Key.Ambiguity, reading.Key.Reading, columns[0].Declared.Name, prefix);
                stage.Add(comparison, columns);
                comparisons.Add(comparison);
                isCommonAbsence[prefix] = columns[0] is CodeColumn codes && codes.Declared.Name == Absence && stage.IsAlike(codes);
            }
        }

        foreach (var variable in comparisons.Select(c => c.Variable).Distinct(StringComparer.Ordinal))
        {
            stage.AddValues($"lesning.standard.{variable}", data.Column(variable), isExact: true);
        }

        stage.AddRange(comparisons);
        stage.AddCommonAbsence(comparisons.Find(c => isCommonAbsence[c.Prefix]));
        return comparisons;
    }

    private const string Absence = "fravaer";

    private static IReadOnlyList<string> IndividualColumns => StageColumns.OfIndividualModel;

    private void Add(ReadingComparison comparison, DatasetColumn[] columns)
    {
        var before = _data.Column(comparison.Variable);
        var changed = _all.CountByScheme(row => Differs(before, columns[0], row));
        var isExact = true;
        foreach (var scheme in Breakdown.Schemes)
        {
            var (persons, n) = changed[scheme];
            var isHidden = CellProtection.OfComposition([n, persons - n], _minimum)[0] == Protection.Hidden;
            isExact &= !isHidden;
            var id = $"{comparison.Prefix}.endret.{Breakdown.Token(scheme)}";
            _edition.Add(isHidden ? Quantity.Without(id, Unit.Count, 0, QuantityStatus.Suppressed) : SampleStage.Count(id, n));
        }

        AddValues($"{comparison.Prefix}.verdi", columns[0], isExact);
        AddModel(comparison, columns);
    }

    /// <summary>Adds what the variable is in each scheme: the share in its second category when it has two, otherwise the mean of its numbers or codes.</summary>
    private void AddValues(string name, DatasetColumn column, bool isExact)
    {
        foreach (var scheme in Breakdown.Schemes)
        {
            var id = $"{name}.{Breakdown.Token(scheme)}";
            int[] rows = [.. _all.Rows.Where(r => _all.SchemeOf(r) == scheme && !column.IsMissing(r))];
            if (column is CodeColumn { Levels.Count: 2 } codes)
            {
                var n = rows.Count(r => codes.Indices[r] == 1);
                var protection = CellProtection.OfOutcome([new CellCount(rows.Length, n)], _minimum)[0];
                // Beside the share of the other reading, an exact one would tell the number of changes that is hidden.
                _edition.Add(
                    BreakdownQuantities.Share(
                        id,
                        n,
                        rows.Length,
                        protection == Protection.Exact && !isExact ? Protection.Rounded : protection,
                        1
                    )
                );
            }
            else
            {
                _edition.Add(Mean(id, column, rows, isExact));
            }
        }
    }

    private Quantity Mean(string id, DatasetColumn column, int[] rows, bool isExact)
    {
        const int Decimals = 2;
        var unit = column.Declared.Name switch
        {
            "varighet" => Unit.Months,
            "alder" or "botid" => Unit.Years,
            _ => Unit.Level,
        };
        if (rows.Length < _minimum)
        {
            return Quantity.Without(id, unit, Decimals, QuantityStatus.Suppressed);
        }

        var mean = column is NumberColumn numbers
            ? rows.Average(r => numbers.Values[r])
            : rows.Average(r => CodeNumber((CodeColumn)column, r));
        return isExact ? Quantity.Of(id, mean, unit, Decimals) with { Base = rows.Length } : Quantity.Rounded(id, mean, unit, Decimals);
    }

    private static double CodeNumber(CodeColumn column, int row) =>
        double.TryParse(column.Levels[column.Indices[row]].Code, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code)
            ? code
            : column.Indices[row];

    private void AddModel(ReadingComparison comparison, DatasetColumn[] columns)
    {
        var fit = LogisticRegression.Fit(new ModelDesigns(_data, columns).Full());
        var estimates = fit.Estimates?.Coefficients.ToDictionary(c => c.Column.Name, c => c.Estimate, StringComparer.Ordinal) ?? [];
        AddCoefficient($"{comparison.Prefix}.ordning", estimates.GetValueOrDefault(StageColumns.Scheme), fit.Design.RowCount);
        AddContrast($"{comparison.Prefix}.ordning.forskjell", AverageContrast.Of(fit, RobustnessStage.SchemeColumn(fit.Design)), fit);
        if (comparison.Variable != StageColumns.Outcome)
        {
            AddCoefficient($"{comparison.Prefix}.variabel", estimates.GetValueOrDefault(comparison.Variable), fit.Design.RowCount);
        }
    }

    private void AddContrast(string id, AverageContrast? contrast, LogisticFit fit) =>
        new NumberBook(_edition).Add(id, contrast?.Value, Unit.PercentagePoints, 1, fit.Design.RowCount, contrast?.Interval);

    private void AddCoefficient(string name, CoefficientEstimate? estimate, int rows)
    {
        if (estimate is not { OddsRatio: { } ratio })
        {
            _edition.Add(Quantity.Without($"{name}.koeffisient", Unit.LogOdds, 2, QuantityStatus.NotEstimable));
            _edition.Add(Quantity.Without($"{name}.standardfeil", Unit.LogOdds, 2, QuantityStatus.NotEstimable));
            _edition.Add(Quantity.Without($"{name}.p", Unit.PValue, 3, QuantityStatus.NotEstimable));
            _edition.Add(Quantity.Without($"{name}.oddsrate", Unit.OddsRatio, 2, QuantityStatus.NotEstimable));
            return;
        }

        _edition.Add(Quantity.Of($"{name}.koeffisient", estimate.Value, Unit.LogOdds, 2) with { Base = rows });
        _edition.Add(Quantity.Of($"{name}.standardfeil", estimate.StandardError, Unit.LogOdds, 2));
        _edition.Add(Quantity.Of($"{name}.p", estimate.P, Unit.PValue, 3) with { Base = rows });
        _edition.Add(
            Quantity.Of($"{name}.oddsrate", ratio.Value, Unit.OddsRatio, 2) with
            {
                Base = rows,
                Interval = BreakdownQuantities.IntervalOf(ratio.Interval),
            }
        );
    }

    private void AddRange(List<ReadingComparison> comparisons)
    {
        _edition.Add(SampleStage.Count("lesning.antall", comparisons.Count));
        Quantity[] ratios =
        [
            .. comparisons.Select(c => _edition[$"{c.Prefix}.ordning.oddsrate"]).Where(q => q.HasValue).OrderBy(q => q.Value),
        ];
        Quantity[] Differences() =>
            [.. comparisons.Select(c => _edition[$"{c.Prefix}.ordning.forskjell"]).Where(q => q.HasValue).OrderBy(q => q.Value)];

        foreach (var (name, extreme) in new[] { ("lavest", ratios.FirstOrDefault()), ("hoyest", ratios.LastOrDefault()) })
        {
            var id = $"lesning.ordning.{name}";
            var difference = Differences().ElementAtOrDefault(name == "lavest" ? 0 : ^1);
            _edition.Add(
                difference is null
                    ? Quantity.Without($"{id}.forskjell", Unit.PercentagePoints, 1, QuantityStatus.NotApplicable)
                    : Quantity.Of($"{id}.forskjell", difference.Value!.Value, Unit.PercentagePoints, 1) with
                    {
                        Base = difference.Base,
                        Interval = difference.Interval,
                    }
            );
            _edition.Add(
                extreme is null
                    ? Quantity.Without(id, Unit.OddsRatio, 2, QuantityStatus.NotApplicable)
                    : Quantity.Of(id, extreme.Value!.Value, Unit.OddsRatio, 2) with
                    {
                        Base = extreme.Base,
                        Interval = extreme.Interval,
                    }
            );
        }
    }

    /// <summary>Do all in introduksjonsprogrammet have the same value? Then the model cannot tell the variable from the scheme.</summary>
    private bool IsAlike(CodeColumn column) =>
        _all.Rows.Where(r => _all.SchemeOf(r) == Scheme.Introduksjonsprogrammet && !column.IsMissing(r))
            .Select(r => column.Indices[r])
            .Distinct()
            .Count() == 1;

    /// <summary>Adds <c>lesning.felles_fravaer.forskjell</c>: the difference by the reading under which absence is the same for all in introduksjonsprogrammet.</summary>
    private void AddCommonAbsence(ReadingComparison? comparison)
    {
        const string Id = "lesning.felles_fravaer.forskjell";
        _edition.Add(
            comparison is not null && _edition[$"{comparison.Prefix}.ordning.forskjell"].Value is { } value
                ? Quantity.Of(Id, value, Unit.PercentagePoints, 1)
                : Quantity.Without(Id, Unit.PercentagePoints, 1, QuantityStatus.NotApplicable)
        );
    }

    private static bool Differs(DatasetColumn before, DatasetColumn after, int row)
    {
        if (before.IsMissing(row) || after.IsMissing(row))
        {
            return before.IsMissing(row) != after.IsMissing(row);
        }

        return (before, after) switch
        {
            (CodeColumn a, CodeColumn b) => a.Indices[row] != b.Indices[row],
            (NumberColumn a, NumberColumn b) => !a.Values[row].Equals(b.Values[row]),
            _ => false,
        };
    }
}
