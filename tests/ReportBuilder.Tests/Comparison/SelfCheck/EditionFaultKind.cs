namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>What can go wrong with one edition on its way to the next: one thing at a time, everything else as it was.</summary>
internal enum EditionFaultKind
{
    // Numbers, one at a time; the tables that print them stay as they were.
    DigitsSwapped,
    LastDigit,
    SignTurned,
    HundredTimes,
    UnitChanged,
    DecimalsChanged,
    NumberHidden,
    HiddenTold,
    OtherSign,
    BaseChanged,
    IntervalMoved,
    IntervalGone,

    // Numbers by name.
    Renamed,
    NumberGone,
    NumberAdded,
    FactChanged,
    MunicipalityGone,
    MunicipalityAdded,

    // Right numbers in the wrong place.
    YearsSwapped,
    ColumnShifted,
    SeriesShifted,
    CellsShifted,
    CellIdsShifted,

    // Tables as printed.
    CellChanged,
    RowLabelChanged,
    ColumnHeadChanged,
    YearLabelChanged,
    RowsReordered,
    RowGone,
    RowAdded,
    ColumnGone,
    TableGone,
    TableAdded,

    // Figures as drawn.
    SeriesOfOtherFigure,
    CategoriesReordered,
    CategoryLabelChanged,
    CategoryGone,
    CategoryAdded,
    SeriesReordered,
    SeriesNameChanged,
    AxisChanged,
    ChartKindChanged,
    DotGone,
    FigureGone,
    FigureAdded,
    DrawingOfOtherFigure,
    DrawingOfOtherRun,
    DrawingReplaced,
    DrawingLost,

    // Tables and figures both.
    CaptionChanged,
    NumberInBookChanged,

    // The text.
    ClaimTurned,
    SentenceChanged,
    ClaimGone,
    ClaimAdded,
    ClaimOfOtherNumbers,
}
