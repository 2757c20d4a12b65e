using System.Runtime.CompilerServices;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis;

/// <summary>
/// Gives every row its outcome. On the complete rows (1) a pooled logistic regression has the published coefficients, (2) projects have the contributions
/// and results that <see cref="ContributionPlan"/> gives them, and (3) the published shares by category come back as nearly as these allow.
/// The others reach the goal as often as published in all, and as makes the shares of their year those of Tabell 1.
/// </summary>
internal sealed class OutcomeDraw
{
    private readonly SyntheticParameters _parameters;
    private readonly Population _population;
    private readonly PlaceEffects _effects;
    private readonly RandomSource _random;
    private readonly OutcomeTerm[] _model;
    private readonly OutcomeTerm[] _terms;
    private readonly OutcomeTerm[] _subset;

    /// <summary>Prepares.</summary>
    public OutcomeDraw(SyntheticParameters parameters, Population population, PlaceEffects effects, RandomSource random)
    {
        (_parameters, _population, _effects, _random) = (parameters, population, effects, random);
        _model = [.. parameters.Coefficients.Select(c => new OutcomeTerm(c, population))];
        // What is fitted to the schemes is constant within a project, whose sums are given.
        _terms =
        [
            .. _model.Where((_, j) => !parameters.Coefficients[j].IsFitted),
            .. parameters.OutcomeShares.Select(s => new OutcomeTerm(s, population)),
        ];
        _subset = [.. parameters.SubsetTerms.Select(t => new OutcomeTerm(t, population))];
    }

    /// <summary>Draws the outcome of every row whose outcome is known: true when the goal is reached.</summary>
    /// <param name="isKnown">True where the outcome is known.</param>
    public bool[] Draw(bool[] isKnown)
    {
        int[] complete = [.. RowsWhere(row => _population.Groups[row].Name == SyntheticParameters.Complete)];
        var expected = Expected(complete);
        var projects = Projects(complete, expected);
        int[][] groups = [.. projects.Select(p => p.Rows)];
        var counts = new ContributionPlan(_parameters, projects, _random).Draw();
        var design = Design(complete, _terms);
        var calibration = Calibrate(complete, design, expected, groups, counts);
        var drawn = GroupedDraw.Draw(Balance(complete), calibration.Probabilities, groups, counts, _random);
        var outcome = new bool[_population.Count];
        for (var i = 0; i < complete.Length; i++)
        {
            outcome[complete[i]] = drawn[i];
        }

        foreach (var scheme in _parameters.Groups.Where(g => g.Name != SyntheticParameters.Complete).GroupBy(g => g.Scheme))
        {
            DrawIncomplete(scheme.Key, scheme.First().OutcomeShare, isKnown, calibration, outcome);
        }

        return outcome;
    }

    /// <summary>What the published model says of the complete rows, those of its terms that are fitted set so that the schemes have their shares.</summary>
    private double[] Expected(int[] rows)
    {
        var design = Design(rows, _model);
        var constant = _parameters.Coefficients.ToList().FindIndex(c => c.Variable.Length == 0);
        double[] theta = [.. _parameters.Coefficients.Select(c => c.Coefficient)];
        for (var j = 0; j < theta.Length; j++)
        {
            theta[constant] += theta[j] * _model[j].Centre;
        }

        bool[] isFree = [.. _parameters.Coefficients.Select(c => c.IsFitted)];
        double[] shares = [.. rows.Select(i => _population.Groups[i].OutcomeShare)];
        var zero = new double[rows.Length];
        LogisticCalibration.Solve(design, zero, design.Moments(shares), new double[theta.Length], isFree, theta);
        return LogisticCalibration.Probabilities(design, zero, theta);
    }

    /// <summary>The projects, and for each scheme one more of all who are in projects too small for a contribution.</summary>
    private List<PlannedProject> Projects(int[] complete, double[] expected)
    {
        var places = _population.ProjectYears;
        return
        [
            .. Enumerable
                .Range(0, complete.Length)
                .GroupBy(i => places[_population.ProjectYearOf[complete[i]]].Project, StringComparer.Ordinal)
                .GroupBy(g =>
                    (
                        places[_population.ProjectYearOf[complete[g.First()]]].Scheme,
                        Name: g.Count() < _parameters.Places.Count(PlaceNumber.FewestInProject) ? "" : g.Key
                    )
                )
                .Select(g =>
                {
                    int[] rows = [.. g.SelectMany(p => p)];
                    return new PlannedProject(
                        g.Key.Scheme,
                        g.Key.Name.Length > 0,
                        rows,
                        rows.Sum(i => expected[i]),
                        rows.Average(i => _effects.Sum[complete[i]]),
                        rows.Count(i => _effects.InProjectModel[complete[i]]),
                        [
                            .. _effects.Columns.Select(fact => rows.Average(i => fact[complete[i]])),
                            rows.Average(i => _effects.HasBothSchemes[complete[i]] ? 1.0 : 0),
                        ]
                    );
                }),
        ];
    }

    private GroupedCalibration Calibrate(int[] rows, SparseRows design, double[] expected, int[][] groups, int[] counts)
    {
        var shares = _parameters.OutcomeShares;
        var first = _terms.Length - shares.Count;
        var target = design.Moments(expected);
        var ones = new double[rows.Length];
        Array.Fill(ones, 1);
        var sizes = design.Moments(ones);
        var ridge = new double[_terms.Length];
        var start = new double[_terms.Length];
        var published = _parameters.Coefficients.Where(c => !c.IsFitted).ToList();
        for (var j = 0; j < first; j++)
        {
            start[j] = published[j].Coefficient;
        }

        for (var s = 0; s < shares.Count; s++)
        {
            target[first + s] = sizes[first + s] * shares[s].Share;
            // In proportion to its size, a category yields by the same number of percentage points as any other.
            ridge[first + s] = _parameters.Ridge * Math.Max(1, sizes[first + s]);
        }

        var calibration = new GroupedCalibration(design, [.. rows.Select(i => _effects.Sum[i])], groups, counts, target, ridge, start);
        calibration.Solve();
        return calibration;
    }

    /// <summary>What the draw shall keep to: the terms, the facts on places, and the terms of the multilevel models among the rows of the project model.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SparseRows Balance(int[] rows)
    {
        var facts = _effects.Columns;
        var design = new SparseRows(_terms.Length + facts.Count + _subset.Length);
        foreach (var row in rows)
        {
            AddTerms(design, row);
            for (var k = 0; k < facts.Count; k++)
            {
                design.Add(_terms.Length + k, facts[k][row]);
            }

            if (_effects.InProjectModel[row])
            {
                for (var k = 0; k < _subset.Length; k++)
                {
                    design.Add(_terms.Length + facts.Count + k, _subset[k].At(row));
                }
            }

            design.EndRow();
        }

        return design;
    }

    private void AddTerms(SparseRows design, int row)
    {
        for (var j = 0; j < _terms.Length; j++)
        {
            design.Add(j, _terms[j].At(row));
        }
    }

    /// <summary>The rest of those who reached the goal in each year, more likely those who resemble complete persons that do.</summary>
    private void DrawIncomplete(int scheme, double share, bool[] isKnown, GroupedCalibration calibration, bool[] outcome)
    {
        var years = _parameters.Years.Where(y => y.Scheme == scheme).ToList();
        int[][] rows =
        [
            .. years.Select(y =>
                RowsWhere(row =>
                        isKnown[row]
                        && _population.Schemes[row] == scheme
                        && _population.Municipalities[row].Year == y.Year
                        && _population.Groups[row].Name != SyntheticParameters.Complete
                    )
                    .ToArray()
            ),
        ];
        var known = rows.Sum(r => r.Length);
        if (known == 0)
        {
            return;
        }

        // Shares of the years are printed in whole per cent; what they are off in all is spread over the years.
        double[] wanted =
        [
            .. years.Select(y =>
                y.GoalShare * y.Count
                - outcome
                    .Index()
                    .Count(o => o.Item && _population.Schemes[o.Index] == scheme && _population.Municipalities[o.Index].Year == y.Year)
            ),
        ];
        var total = (int)Math.Round(share * known);
        var off = (total - wanted.Sum()) / known;
        var counts = Quotas.RunningTotal([.. wanted.Select((w, y) => Math.Clamp(w + off * rows[y].Length, 0, rows[y].Length))], total);
        for (var y = 0; y < rows.Length; y++)
        {
            if (rows[y].Length == 0)
            {
                continue;
            }

            var count = Math.Min(counts[y], rows[y].Length);
            var design = Design(rows[y], _terms);
            double[] offset = [.. rows[y].Select((row, i) => _effects.Sum[row] + design.Dot(i, calibration.Theta))];
            int[][] group =
            [
                [.. Enumerable.Range(0, rows[y].Length)],
            ];
            var nothing = Design(rows[y], []);
            var level = new GroupedCalibration(nothing, offset, group, [count], [], [], []);
            level.Solve();
            var drawn = GroupedDraw.Draw(nothing, level.Probabilities, group, [count], _random);
            for (var i = 0; i < drawn.Length; i++)
            {
                outcome[rows[y][i]] = drawn[i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static SparseRows Design(int[] rows, OutcomeTerm[] terms)
    {
        var design = new SparseRows(terms.Length);
        foreach (var row in rows)
        {
            for (var j = 0; j < terms.Length; j++)
            {
                design.Add(j, terms[j].At(row));
            }

            design.EndRow();
        }

        return design;
    }

    private IEnumerable<int> RowsWhere(Func<int, bool> isIn) => Enumerable.Range(0, _population.Count).Where(isIn);
}
