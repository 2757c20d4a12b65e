using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis;

/// <summary>
/// Gives every row its outcome. The probabilities are of logistic form with a random intercept for the municipality and are
/// calibrated on the complete rows so that (1) a pooled logistic regression on them has the published coefficients, and (2) the
/// published shares by category come back as nearly as (1) allows.
/// </summary>
internal sealed class OutcomeDraw
{
    private readonly SyntheticParameters _parameters;
    private readonly Population _population;
    private readonly RandomSource _random;
    private readonly SparseRows _design;
    private readonly double[] _offset;

    /// <summary>Prepares the design for all rows.</summary>
    public OutcomeDraw(SyntheticParameters parameters, Population population, RandomSource random)
    {
        _parameters = parameters;
        _population = population;
        _random = random;
        _offset = MunicipalityEffects();
        _design = Design();
    }

    /// <summary>Draws the outcome of every row: 1 when the goal is reached.</summary>
    public bool[] Draw()
    {
        int[] complete = [.. RowsWhere(g => g.Name == SyntheticParameters.Complete)];
        var theta = Calibrate(complete);
        var outcome = new bool[_population.Count];
        foreach (var groups in _parameters.Groups.GroupBy(g => (g.Scheme, g.Name == SyntheticParameters.Complete, g.OutcomeShare)))
        {
            if (groups.Key.Item2)
            {
                continue;
            }

            int[] rows = [.. RowsWhere(groups.Contains)];
            DrawWithShare(rows, theta, groups.Key.OutcomeShare, outcome);
        }

        var design = Part(complete);
        var p = LogisticCalibration.Probabilities(design, Offsets(complete), theta);
        Store(complete, BalancedDraw.Draw(design, p, _random), outcome);
        return outcome;
    }

    /// <summary>θ: first one for each coefficient, then one for each share by category.</summary>
    private double[] Calibrate(int[] rows)
    {
        var design = Part(rows);
        var model = _parameters.Coefficients.Count;
        var theta = new double[design.ColumnCount];
        for (var j = 0; j < model; j++)
        {
            theta[j] = _parameters.Coefficients[j].Coefficient;
        }

        FitSchemes(rows, design, theta);
        var zero = new double[rows.Length];
        var target = design.Moments(LogisticCalibration.Probabilities(design, zero, theta));
        var ones = new double[rows.Length];
        Array.Fill(ones, 1);
        var sizes = design.Moments(ones);
        var ridge = new double[theta.Length];
        for (var s = 0; s < _parameters.OutcomeShares.Count; s++)
        {
            target[model + s] = sizes[model + s] * _parameters.OutcomeShares[s].Share;
            ridge[model + s] = _parameters.Ridge;
        }

        LogisticCalibration.Solve(design, Offsets(rows), target, ridge, null, theta);
        return theta;
    }

    /// <summary>Sets the coefficients that are not taken as published, so that each scheme has its published share.</summary>
    private void FitSchemes(int[] rows, SparseRows design, double[] theta)
    {
        var isFree = new bool[theta.Length];
        for (var j = 0; j < _parameters.Coefficients.Count; j++)
        {
            isFree[j] = _parameters.Coefficients[j].IsFitted;
        }

        double[] shares = [.. rows.Select(i => _population.Groups[i].OutcomeShare)];
        LogisticCalibration.Solve(design, new double[rows.Length], design.Moments(shares), new double[theta.Length], isFree, theta);
    }

    /// <summary>Rows with something missing have the same model at another level, set by their published share.</summary>
    private void DrawWithShare(int[] rows, double[] theta, double share, bool[] outcome)
    {
        var offset = Offsets(rows);
        var constant = new SparseRows(1);
        for (var i = 0; i < rows.Length; i++)
        {
            offset[i] += _design.Dot(rows[i], theta);
            constant.Add(0, 1);
            constant.EndRow();
        }

        double[] level = [0];
        LogisticCalibration.Solve(constant, offset, [share * rows.Length], [0], null, level);
        Store(rows, BalancedDraw.Draw(constant, LogisticCalibration.Probabilities(constant, offset, level), _random), outcome);
    }

    private double[] MunicipalityEffects()
    {
        var icc = _parameters.MunicipalityIcc;
        var sd = Math.Sqrt(icc / (1 - icc)) * Math.PI / Math.Sqrt(3);
        var effects = _random.Normals(_population.AreaCount);
        var places = _population.Municipalities.Distinct().ToList();
        var mean = places.Average(m => m.ImmigrantPercentage);
        var spread = Math.Sqrt(places.Average(m => (m.ImmigrantPercentage - mean) * (m.ImmigrantPercentage - mean)));
        return
        [
            .. _population.Areas.Select(
                (area, i) =>
                    sd * effects[area] + _parameters.ImmigrantEffect * (_population.Municipalities[i].ImmigrantPercentage - mean) / spread
            ),
        ];
    }

    private SparseRows Design()
    {
        var terms = _parameters
            .Coefficients.Select(c => c.Variable.Length == 0 ? null : LinearOrIndicator(c))
            .Concat(_parameters.OutcomeShares.Select(s => (Func<int, double>?)Indicator(s)))
            .ToArray();
        var design = new SparseRows(terms.Length);
        for (var row = 0; row < _population.Count; row++)
        {
            for (var j = 0; j < terms.Length; j++)
            {
                design.Add(j, terms[j]?.Invoke(row) ?? 1);
            }

            design.EndRow();
        }

        return design;
    }

    private Func<int, double> LinearOrIndicator(CoefficientTarget term)
    {
        var values = _population.Values(term.Variable);
        if (term.Value is { } value)
        {
            return row => values[row] == value ? 1 : 0;
        }

        if (_population.Schema.Find(term.Variable) is not { Kind: ValueKind.Code } column)
        {
            return row => values[row];
        }

        // A code that enters linearly does so by its number in the file.
        double[] codes = [.. column.Levels.Select((l, i) => Invariant.TryReadNumber(l.Code, out var code) ? code : i)];
        return row => codes[(int)values[row]];
    }

    private Func<int, double> Indicator(OutcomeShare share)
    {
        var values = _population.Values(share.Variable);
        return row => _population.Schemes[row] == share.Scheme && values[row] >= share.From && values[row] <= share.To ? 1 : 0;
    }

    private SparseRows Part(int[] rows)
    {
        var part = new SparseRows(_design.ColumnCount);
        foreach (var row in rows)
        {
            var columns = _design.Columns(row);
            var values = _design.Values(row);
            for (var k = 0; k < columns.Length; k++)
            {
                part.Add(columns[k], values[k]);
            }

            part.EndRow();
        }

        return part;
    }

    private double[] Offsets(int[] rows) => [.. rows.Select(i => _offset[i])];

    private IEnumerable<int> RowsWhere(Func<RowGroup, bool> isIn) =>
        Enumerable.Range(0, _population.Count).Where(i => isIn(_population.Groups[i]));

    private static void Store(int[] rows, bool[] drawn, bool[] outcome)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            outcome[rows[i]] = drawn[i];
        }
    }
}
