using MathNet.Numerics.Statistics;

namespace ReportBuilder.Models.Matching;

/// <summary>
/// Nearest-neighbour matching on a score, without replacement: each treated row in turn takes the control not yet taken whose
/// score is nearest (greedy; Rosenbaum and Rubin 1985, The American Statistician 39: 33–38; R's <c>MatchIt::matchit</c>).
/// All rows are sorted once by score, and links past the rows taken lead to the nearest control on either side, so that the
/// cost is that of sorting.
/// </summary>
public static class NearestNeighbour
{
    /// <summary>
    /// Matches. Of controls equally near, the one below wins over the one above, and on one side the one nearest in the order of
    /// score and then row.
    /// </summary>
    /// <param name="scores">A score for each row.</param>
    /// <param name="treated">Whether the row is treated.</param>
    /// <param name="options">How to match.</param>
    /// <param name="exact">A variable that a row and its control must agree on; null for none. Rows without a level of it take no part.</param>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static MatchingResult Match(
        IReadOnlyList<double> scores,
        IReadOnlyList<bool> treated,
        MatchingOptions? options = null,
        Categorical? exact = null
    )
    {
        options ??= new MatchingOptions();
        MatchingOptions.Check(options);
        if (treated.Count != scores.Count || (exact is not null && exact.RowCount != scores.Count))
        {
            throw new ArgumentException($"{scores.Count} scores for another number of rows.", nameof(scores));
        }

        var empty = new MatchingResult
        {
            Status = MatchingStatus.NothingMatched,
            Options = options,
            TreatedCount = treated.Count(t => t),
            ControlCount = treated.Count(t => !t),
        };
        if (empty.TreatedCount == 0 || empty.ControlCount == 0)
        {
            return empty with { Status = empty.TreatedCount == 0 ? MatchingStatus.NoTreated : MatchingStatus.NoControls };
        }

        if (!scores.All(double.IsFinite))
        {
            return empty with { Status = MatchingStatus.ScoreNotFinite };
        }

        var width = options.CaliperUnit == CaliperUnit.Score ? options.Caliper : options.Caliper * scores.StandardDeviation();
        var run = new Matcher(scores, treated, exact, width);
        run.Match(ChoiceOrder(scores, treated, options.Order), options.Ratio);
        return empty with
        {
            Status = run.Pairs.Count > 0 ? MatchingStatus.Matched : MatchingStatus.NothingMatched,
            CaliperWidth = width,
            Pairs = run.Pairs,
            Unmatched = run.Unmatched,
        };
    }

    private static int[] ChoiceOrder(IReadOnlyList<double> scores, IReadOnlyList<bool> treated, MatchingOrder order)
    {
        var rows = Enumerable.Range(0, scores.Count).Where(row => treated[row]);
        return order switch
        {
            MatchingOrder.Largest => [.. rows.OrderByDescending(row => scores[row])],
            MatchingOrder.Smallest => [.. rows.OrderBy(row => scores[row])],
            _ => [.. rows],
        };
    }

    private sealed class Matcher
    {
        private readonly IReadOnlyList<double> _scores;
        private readonly Categorical? _exact;
        private readonly double? _width;
        private readonly int[] _rowAt;
        private readonly int[] _placeOf;

        /// <summary>Places are counted from 1; 0 and n + 1 stand for nobody. A place that is free links to itself, others onwards.</summary>
        private readonly int[] _below;
        private readonly int[] _above;

        public Matcher(IReadOnlyList<double> scores, IReadOnlyList<bool> treated, Categorical? exact, double? width)
        {
            _scores = scores;
            _exact = exact;
            _width = width;
            var count = scores.Count;
            int[] sorted = [.. Enumerable.Range(0, count).OrderBy(Kind).ThenBy(row => scores[row]).ThenBy(row => row)];
            _rowAt = [-1, .. sorted, -1];
            _placeOf = new int[count];
            _below = new int[count + 2];
            _above = new int[count + 2];
            _above[^1] = count + 1;
            for (var place = 1; place <= count; place++)
            {
                _placeOf[_rowAt[place]] = place;
                var isFree = !treated[_rowAt[place]] && Kind(_rowAt[place]) is not null;
                _below[place] = isFree ? place : place - 1;
                _above[place] = isFree ? place : place + 1;
            }
        }

        public List<MatchedPair> Pairs { get; } = [];

        public List<UnmatchedRow> Unmatched { get; } = [];

        public void Match(int[] order, int ratio)
        {
            for (var round = 0; round < ratio; round++)
            {
                for (var i = 0; i < order.Length; i++)
                {
                    if (Nearest(order[i], out var reason) is { } place)
                    {
                        var control = _rowAt[place];
                        Pairs.Add(new MatchedPair(i + 1, order[i], control, _scores[order[i]], _scores[control]));
                        _below[place] = place - 1;
                        _above[place] = place + 1;
                    }
                    else if (round == 0)
                    {
                        Unmatched.Add(new UnmatchedRow(order[i], reason));
                    }
                }
            }
        }

        private int? Kind(int row) => _exact is null ? 0 : _exact.LevelOf(row);

        private int? Nearest(int row, out UnmatchedReason reason)
        {
            reason = UnmatchedReason.NoExactValue;
            if (Kind(row) is not { } kind)
            {
                return null;
            }

            var (below, above) = (Follow(_below, _placeOf[row]), Follow(_above, _placeOf[row]));
            var (toBelow, toAbove) = (Distance(row, kind, below), Distance(row, kind, above));
            var (nearest, distance) = toBelow <= toAbove ? (below, toBelow) : (above, toAbove);
            reason = double.IsPositiveInfinity(distance) ? UnmatchedReason.NoControlLeft : UnmatchedReason.OutsideCaliper;
            return distance <= (_width ?? double.MaxValue) ? nearest : null;
        }

        private double Distance(int row, int kind, int place) =>
            _rowAt[place] is var other and >= 0 && Kind(other) == kind ? Math.Abs(_scores[row] - _scores[other]) : double.PositiveInfinity;

        /// <summary>The end of the links from a place; the links passed are shortened (path halving).</summary>
        private static int Follow(int[] links, int place)
        {
            while (links[place] != place)
            {
                links[place] = links[links[place]];
                place = links[place];
            }

            return place;
        }
    }
}
