using System.Runtime.CompilerServices;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// The mode û of the standardised random intercepts for given coefficients and σ: the top of Σ log p(y | x'β + ΛZu) − ½u'u, found by
/// Newton (penalised IRLS) in all levels at once, with the step halved in a part of the levels where it overshoots.
/// Holds what follows from the mode: residuals y − p, weights w = p(1 − p), their derivatives w' = w(1 − 2p), and sums over cells.
/// </summary>
internal sealed class ModeSearch
{
    private const int MaxSteps = 200;

    /// <summary>A step is halved at most this often.</summary>
    private const int MaxHalvings = 60;

    /// <summary>A step this small, in u, is the last but one: the next is of the order of its square.</summary>
    private const double NearlyThere = 1e-7;

    /// <summary>Farthest move of a parameter that the mode's derivatives are trusted for.</summary>
    private const double NearMove = 0.5;

    private readonly SortedRows _rows;
    private readonly LevelStructure _levels;
    private readonly int[] _levelParts;
    private readonly double[] _linear;
    private readonly double[] _logs;
    private readonly double[] _moves;
    private readonly double[] _joint;
    private readonly double[] _newJoint;
    private double[] _last = [];

    public ModeSearch(SortedRows rows, LevelStructure levels)
    {
        _rows = rows;
        _levels = levels;
        _levelParts = levels.LevelParts();
        System = new PenalisedSystem(levels);
        FixedPart = new double[rows.PaddedCount];
        Residuals = new double[rows.PaddedCount];
        Weights = new double[rows.PaddedCount];
        Skews = new double[rows.PaddedCount];
        _linear = new double[rows.PaddedCount];
        _logs = new double[rows.PaddedCount];
        CellResiduals = new double[levels.CellCount];
        CellWeights = new double[levels.CellCount];
        CellLogs = new double[levels.CellCount];
        Modes = new double[levels.LevelCount];
        LevelResiduals = new double[levels.LevelCount];
        _moves = new double[levels.LevelCount];
        _joint = new double[levels.PartCount];
        _newJoint = new double[levels.PartCount];
    }

    /// <summary>D at the mode.</summary>
    public PenalisedSystem System { get; }

    /// <summary>Xβ.</summary>
    public double[] FixedPart { get; }

    /// <summary>Xβ + ΛZû.</summary>
    public ReadOnlySpan<double> LinearPredictor => _linear.AsSpan(0, _rows.RowCount);

    /// <summary>y − p; 0 in the padding, as are the two below.</summary>
    public double[] Residuals { get; }

    /// <summary>w.</summary>
    public double[] Weights { get; }

    /// <summary>w'.</summary>
    public double[] Skews { get; }

    public double[] CellResiduals { get; }

    public double[] CellWeights { get; }

    /// <summary>Σ log p(y | η) of each cell.</summary>
    public double[] CellLogs { get; }

    /// <summary>û of each level.</summary>
    public double[] Modes { get; }

    /// <summary>Σ(y − p) of each level.</summary>
    public double[] LevelResiduals { get; }

    /// <summary>Σ log p(y | η) − ½u'u at the mode.</summary>
    public double Joint { get; private set; }

    /// <summary>False when the steps allowed did not suffice.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>
    /// Moves û along its derivatives, a row a level, from the parameters last predicted for to new ones, when they are near: the search then starts
    /// within the square of the distance.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Predict(RowMatrix slopes, ReadOnlySpan<double> parameters)
    {
        var isNear = _last.Length > 0;
        var moves = new double[parameters.Length];
        for (var a = 0; a < moves.Length && isNear; a++)
        {
            moves[a] = parameters[a] - _last[a];
            isNear = Math.Abs(moves[a]) <= NearMove;
        }

        _last = parameters.ToArray();
        for (var level = 0; level < Modes.Length && isNear; level++)
        {
            var slope = slopes.Values(level);
            var sum = 0.0;
            for (var a = 0; a < moves.Length; a++)
            {
                sum += moves[a] * slope[a];
            }

            Modes[level] += sum;
        }
    }

    /// <summary>Searches from where the mode was last.</summary>
    public void Find(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> sigma)
    {
        _rows.Multiply(coefficients, FixedPart);
        for (var level = 0; level < Modes.Length; level++)
        {
            if (sigma[_levels.LevelFactor[level]] == 0)
            {
                Modes[level] = 0;
            }
        }

        Evaluate(sigma);
        _newJoint.CopyTo(_joint, 0);
        IsSettled = false;
        var isLast = false;
        for (var step = 0; step < MaxSteps; step++)
        {
            System.Factor(CellWeights, sigma);
            var largest = NextMoves(sigma);
            if (isLast || largest <= 1e-13)
            {
                IsSettled = true;
                break;
            }

            isLast = largest <= NearlyThere;
            for (var level = 0; level < Modes.Length; level++)
            {
                Modes[level] += _moves[level];
            }

            Evaluate(sigma);
            HalveWhereWorse(sigma);
            _newJoint.CopyTo(_joint, 0);
        }

        var sum = 0.0;
        foreach (var joint in _joint)
        {
            sum += joint;
        }

        Joint = sum;
    }

    /// <summary>D⁻¹(ΛZ'(y − p) − u); gives the largest element relative to 1 + |u|.</summary>
    private double NextMoves(ReadOnlySpan<double> sigma)
    {
        for (var level = 0; level < Modes.Length; level++)
        {
            _moves[level] = sigma[_levels.LevelFactor[level]] * LevelResiduals[level] - Modes[level];
        }

        System.Solve(_moves.AsSpan());
        var largest = 0.0;
        for (var level = 0; level < Modes.Length; level++)
        {
            largest = Math.Max(largest, Math.Abs(_moves[level]) / (1 + Math.Abs(Modes[level])));
        }

        return largest;
    }

    private void HalveWhereWorse(ReadOnlySpan<double> sigma)
    {
        for (var halving = 0; halving < MaxHalvings; halving++)
        {
            var isWorse = false;
            for (var level = 0; level < Modes.Length; level++)
            {
                var part = _levelParts[level];
                if (!(_newJoint[part] >= _joint[part] - 1e-12 * (1 + Math.Abs(_joint[part]))))
                {
                    isWorse = true;
                    _moves[level] /= 2;
                    Modes[level] -= _moves[level];
                }
            }

            if (!isWorse)
            {
                return;
            }

            Evaluate(sigma);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Evaluate(ReadOnlySpan<double> sigma)
    {
        var factors = _levels.FactorCount;
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            var shift = 0.0;
            for (var k = 0; k < factors; k++)
            {
                shift += sigma[k] * Modes[_levels.CellLevels[cell * factors + k]];
            }

            for (var row = _levels.CellStarts[cell]; row < _levels.CellStarts[cell + 1]; row++)
            {
                _linear[row] = FixedPart[row] + shift;
            }
        }

        BernoulliRows.Evaluate(_linear, _rows.Outcome, _rows.RowCount, Residuals, Weights, Skews, _logs);
        LevelResiduals.AsSpan().Clear();
        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            var (residual, weight, log) = (0.0, 0.0, 0.0);
            for (var row = _levels.CellStarts[cell]; row < _levels.CellStarts[cell + 1]; row++)
            {
                residual += Residuals[row];
                weight += Weights[row];
                log += _logs[row];
            }

            (CellResiduals[cell], CellWeights[cell], CellLogs[cell]) = (residual, weight, log);
            for (var k = 0; k < factors; k++)
            {
                LevelResiduals[_levels.CellLevels[cell * factors + k]] += residual;
            }
        }

        SumParts();
    }

    private void SumParts()
    {
        _newJoint.AsSpan().Clear();
        for (var level = 0; level < Modes.Length; level++)
        {
            _newJoint[_levelParts[level]] -= Modes[level] * Modes[level] / 2;
        }

        for (var cell = 0; cell < _levels.CellCount; cell++)
        {
            _newJoint[_levelParts[_levels.CellLevels[cell * _levels.FactorCount]]] += CellLogs[cell];
        }
    }
}
