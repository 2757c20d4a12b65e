using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>A file of records being read, as far as columns and rules need it to say where something is wrong.</summary>
internal interface IRecordSource
{
    /// <summary>True when further diagnostics will only be counted.</summary>
    bool IsFull { get; }

    /// <summary>Where the current record stands, from 1: its line in a text file, its row in a table.</summary>
    int Line { get; }

    /// <summary>Where a field of the current record stands; the whole record for −1.</summary>
    SourcePlace Place(int field);

    /// <summary>Reports a diagnostic of this file.</summary>
    void Report(Diagnostic diagnostic);

    /// <summary>Counts an error without its facts; for use when <see cref="IsFull"/>.</summary>
    void CountError(string code);

    /// <summary>Reports an error at a field (−1: the record) that has something found and something expected.</summary>
    void Error(string code, int field, string? expected, string? found, params string[] arguments) =>
        Report(Diagnostic.Error(code, Place(field), arguments) with { Expected = expected, Found = found });
}
