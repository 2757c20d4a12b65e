using System.Runtime.CompilerServices;

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
    private readonly OutcomeTerm[] _terms;
    private readonly double[] _offset;

    /// <summary>Prepares the design for all rows.</summary>
    public OutcomeDraw(SyntheticParameters parameters, Population population, RandomSource random)
    {
        _parameters = parameters;
        _population = population;
        _random = random;
        _offset = MunicipalityEffects();
        _terms =
        [
            .. parameters.Coefficients.Select(c => new OutcomeTerm(c, population)),
            .. parameters.OutcomeShares.Select(s => new OutcomeTerm(s, population)),
        ];
    }

    /// <summary>Draws the outcome of every row: 1 when the goal is reached.</summary>
    public bool[] Draw()
    {
        int[] complete = [.. RowsWhere(g => g.Name == SyntheticParameters.Complete)];
        var design = Design(complete);
        var theta = Calibrate(complete, design);
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

        var p = LogisticCalibration.Probabilities(design, Offsets(complete), theta);
        Store(complete, BalancedDraw.Draw(design, p, _random), outcome);
        return outcome;
    }

    /// <summary>θ: first one for each coefficient, then one for each share by category.</summary>
    private double[] Calibrate(int[] rows, SparseRows design)
    {
        var model = _parameters.Coefficients.Count;
        var constant = _parameters.Coefficients.ToList().FindIndex(c => c.Variable.Length == 0);
        var theta = new double[design.ColumnCount];
        for (var j = 0; j < model; j++)
        {
            theta[j] += _parameters.Coefficients[j].Coefficient;
            theta[constant] += theta[j] * _terms[j].Centre;
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
            // In proportion to its size, a category yields by the same number of percentage points as any other.
            ridge[model + s] = _parameters.Ridge * sizes[model + s];
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
        var design = Design(rows);
        var constant = new SparseRows(1);
        for (var i = 0; i < rows.Length; i++)
        {
            offset[i] += design.Dot(i, theta);
            constant.Add(0, 1);
            constant.EndRow();
        }

        double[] level = [0];
        LogisticCalibration.Solve(constant, offset, [share * rows.Length], [0], null, level);
        Store(rows, BalancedDraw.Draw(constant, LogisticCalibration.Probabilities(constant, offset, level), _random), outcome);
    }

    /// <summary>The random intercept of each row's municipality, and what its share of immigrants does.</summary>
    private double[] MunicipalityEffects()
    {
        var intercepts = Intercepts();
        var places = _population.Municipalities.Distinct().ToList();
        var mean = places.Average(m => m.ImmigrantPercentage);
        var spread = Math.Sqrt(places.Average(m => (m.ImmigrantPercentage - mean) * (m.ImmigrantPercentage - mean)));
        return
        [
            .. _population.Areas.Select(
                (area, i) =>
                    intercepts[area] + _parameters.ImmigrantEffect * (_population.Municipalities[i].ImmigrantPercentage - mean) / spread
            ),
        ];
    }

    /// <summary>
    /// One normal number an area, scaled to have the variance asked for in the areas that a model can learn it from: weighted by
    /// n/(n + 10), roughly how much a model trusts an area with n persons.
    /// </summary>
    private double[] Intercepts()
    {
        const double halfTrust = 10;
        var icc = _parameters.MunicipalityIcc;
        var variance = _parameters.InterceptInflation * icc / (1 - icc) * Math.PI * Math.PI / 3;
        var numbers = _random.Normals(_population.AreaCount);
        var sizes = new double[_population.AreaCount];
        foreach (var area in _population.Areas)
        {
            sizes[area]++;
        }

        double[] trust = [.. sizes.Select(n => n / (n + halfTrust))];
        var mean = numbers.Zip(trust, (z, w) => z * w).Sum() / trust.Sum();
        var drawn = numbers.Zip(trust, (z, w) => (z - mean) * (z - mean) * w).Sum() / trust.Sum();
        return [.. numbers.Select(z => (z - mean) * Math.Sqrt(variance / drawn))];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SparseRows Design(int[] rows)
    {
        var design = new SparseRows(_terms.Length);
        foreach (var row in rows)
        {
            for (var j = 0; j < _terms.Length; j++)
            {
                design.Add(j, _terms[j].At(row));
            }

            design.EndRow();
        }

        return design;
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
