namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>
/// Puts one fault at a time into a saved edition, at a place drawn by a seed: the same seed, the same fault. Every fault changes something that a reader of the publication or of its files
/// could see; a change of a number is at least one step of its last printed decimal.
/// </summary>
/// <param name="saved">The edition without fault.</param>
/// <param name="otherRun">Another run of the same report, for what is left over from one.</param>
internal sealed class EditionFaults(SavedEdition saved, SavedEdition otherRun)
{
    private readonly Dictionary<EditionFaultKind, Func<Random, EditionFault>> _makers = new()
    {
        [EditionFaultKind.DigitsSwapped] = r => NumberFaults.DigitsSwapped(saved, r),
        [EditionFaultKind.LastDigit] = r => NumberFaults.LastDigit(saved, r),
        [EditionFaultKind.SignTurned] = r => NumberFaults.SignTurned(saved, r),
        [EditionFaultKind.HundredTimes] = r => NumberFaults.HundredTimes(saved, r),
        [EditionFaultKind.UnitChanged] = r => NumberFaults.UnitChanged(saved, r),
        [EditionFaultKind.DecimalsChanged] = r => NumberFaults.DecimalsChanged(saved, r),
        [EditionFaultKind.NumberHidden] = r => NumberFaults.NumberHidden(saved, r),
        [EditionFaultKind.HiddenTold] = r => NumberFaults.HiddenTold(saved, r),
        [EditionFaultKind.OtherSign] = r => NumberFaults.OtherSign(saved, r),
        [EditionFaultKind.BaseChanged] = r => NumberFaults.BaseChanged(saved, r),
        [EditionFaultKind.IntervalMoved] = r => NumberFaults.IntervalMoved(saved, r),
        [EditionFaultKind.IntervalGone] = r => NumberFaults.IntervalGone(saved, r),
        [EditionFaultKind.FactChanged] = r => NumberFaults.FactChanged(saved, r),
        [EditionFaultKind.Renamed] = r => NameFaults.Renamed(saved, r),
        [EditionFaultKind.NumberGone] = r => NameFaults.NumberGone(saved, r),
        [EditionFaultKind.NumberAdded] = r => NameFaults.NumberAdded(saved, r),
        [EditionFaultKind.DotGone] = r => NameFaults.DotGone(saved, r),
        [EditionFaultKind.MunicipalityGone] = r => NameFaults.MunicipalityGone(saved, r),
        [EditionFaultKind.MunicipalityAdded] = r => NameFaults.MunicipalityAdded(saved, r),
        [EditionFaultKind.YearsSwapped] = r => PlaceFaults.YearsSwapped(saved, r),
        [EditionFaultKind.ColumnShifted] = r => PlaceFaults.ColumnShifted(saved, r),
        [EditionFaultKind.SeriesShifted] = r => PlaceFaults.SeriesShifted(saved, r),
        [EditionFaultKind.CellsShifted] = r => PlaceFaults.CellsShifted(saved, r),
        [EditionFaultKind.CellIdsShifted] = r => PlaceFaults.CellIdsShifted(saved, r),
        [EditionFaultKind.CellChanged] = r => TableFaults.CellChanged(saved, r),
        [EditionFaultKind.RowLabelChanged] = r => TableFaults.RowLabelChanged(saved, r),
        [EditionFaultKind.ColumnHeadChanged] = r => TableFaults.ColumnHeadChanged(saved, r),
        [EditionFaultKind.RowsReordered] = r => TableFaults.RowsReordered(saved, r),
        [EditionFaultKind.RowGone] = r => TableFaults.RowGone(saved, r),
        [EditionFaultKind.RowAdded] = r => TableFaults.RowAdded(saved, r),
        [EditionFaultKind.ColumnGone] = r => TableFaults.ColumnGone(saved, r),
        [EditionFaultKind.TableGone] = r => TableFaults.TableGone(saved, r),
        [EditionFaultKind.TableAdded] = r => TableFaults.TableAdded(saved, r),
        [EditionFaultKind.YearLabelChanged] = r => WordFaults.YearLabelChanged(saved, r),
        [EditionFaultKind.CaptionChanged] = r => WordFaults.CaptionChanged(saved, r),
        [EditionFaultKind.NumberInBookChanged] = r => WordFaults.NumberInBookChanged(saved, r),
        [EditionFaultKind.SeriesOfOtherFigure] = r => FigureFaults.SeriesOfOtherFigure(saved, r),
        [EditionFaultKind.CategoriesReordered] = r => FigureFaults.CategoriesReordered(saved, r),
        [EditionFaultKind.CategoryLabelChanged] = r => FigureFaults.CategoryLabelChanged(saved, r),
        [EditionFaultKind.CategoryGone] = r => FigureFaults.CategoryGone(saved, r),
        [EditionFaultKind.CategoryAdded] = r => FigureFaults.CategoryAdded(saved, r),
        [EditionFaultKind.SeriesReordered] = r => FigureFaults.SeriesReordered(saved, r),
        [EditionFaultKind.SeriesNameChanged] = r => FigureFaults.SeriesNameChanged(saved, r),
        [EditionFaultKind.AxisChanged] = r => FigureFaults.AxisChanged(saved, r),
        [EditionFaultKind.ChartKindChanged] = r => FigureFaults.ChartKindChanged(saved, r),
        [EditionFaultKind.FigureGone] = r => FigureFaults.FigureGone(saved, r),
        [EditionFaultKind.FigureAdded] = r => FigureFaults.FigureAdded(saved, r),
        [EditionFaultKind.DrawingOfOtherFigure] = r => DrawingFaults.OfOtherFigure(saved, r),
        [EditionFaultKind.DrawingOfOtherRun] = r => DrawingFaults.OfOtherRun(saved, otherRun, r),
        [EditionFaultKind.DrawingReplaced] = r => DrawingFaults.Replaced(saved, otherRun, r),
        [EditionFaultKind.DrawingLost] = r => DrawingFaults.Lost(saved, r),
        [EditionFaultKind.ClaimTurned] = r => ClaimFaults.Turned(saved, r),
        [EditionFaultKind.SentenceChanged] = r => ClaimFaults.SentenceChanged(saved, r),
        [EditionFaultKind.ClaimGone] = r => ClaimFaults.Gone(saved, r),
        [EditionFaultKind.ClaimAdded] = r => ClaimFaults.Added(saved, r),
        [EditionFaultKind.ClaimOfOtherNumbers] = r => ClaimFaults.OfOtherNumbers(saved, r),
    };

    /// <summary>All kinds, in the order of the enum.</summary>
    public static IReadOnlyList<EditionFaultKind> Kinds { get; } = Enum.GetValues<EditionFaultKind>();

    /// <summary>A fault of a kind.</summary>
    /// <exception cref="InvalidOperationException">The edition has no place for a fault of this kind.</exception>
    public EditionFault Make(EditionFaultKind kind, int seed) => _makers[kind](new Random(seed));

    /// <summary>Some faults, all kinds in turn, each from a seed of its own.</summary>
    public IEnumerable<EditionFault> Draw(int count, int seed) =>
        Enumerable.Range(0, count).Select(i => Make(Kinds[i % Kinds.Count], (seed * 100_003) + i));
}
