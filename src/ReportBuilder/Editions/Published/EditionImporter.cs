using System.Collections.Immutable;
using System.Security.Cryptography;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Published;

/// <summary>Makes an edition of a transcribed publication: the numbers that it prints, under our names, as precise as they are printed.</summary>
public static class EditionImporter
{
    /// <summary>Reads the transcription, the mapping and the rules of a folder. Null when anything is wrong; the bag then says what (RB2001–RB2016, RB7020–RB7036).</summary>
    /// <param name="folder">Folder of the edition; its name is the name of the edition.</param>
    /// <param name="shownAs">The folder as shown to the user.</param>
    /// <param name="known">Units of the quantities of an edition of ours, by id: the mapping may name no others. Null when there is none to hold it against.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static PublishedImport? Import(string folder, string shownAs, IReadOnlyDictionary<string, Unit>? known, DiagnosticBag bag)
    {
        var errors = bag.ErrorCount;
        var cells = TranscriptionReader.Read(folder, shownAs, bag);
        var lines = MappingReader.Read(folder, shownAs, bag);
        var relations = RelationReader.Read(folder, shownAs, bag);
        if (cells is null || lines is null || relations is null)
        {
            return null;
        }

        var byKey = MappingCheck.Join(cells, lines, bag);
        if (known is not null)
        {
            MappingCheck.AgainstKnown(lines, known, bag);
        }

        if (bag.ErrorCount > errors || Statements(cells, byKey, bag) is not { } statements)
        {
            return null;
        }

        var trial = StatementTrial.Of(statements, relations);
        return new PublishedImport
        {
            Edition = EditionOf(folder, cells, trial),
            Contradictions = trial.Contradictions,
            Unmapped = [.. cells.Select(c => (Cell: c, Line: byKey[c.Key])).Where(p => !p.Line.IsMapped)],
            Agreements = trial.Agreements,
            Cells = cells.Count,
        };
    }

    private static List<Statement>? Statements(
        IReadOnlyList<PublishedCell> cells,
        IReadOnlyDictionary<CellKey, MappingLine> lines,
        DiagnosticBag bag
    )
    {
        var stars = StarKey.Of(cells);
        var statements = new List<Statement>();
        var isWhole = true;
        foreach (var cell in cells.Where(c => lines[c.Key].IsMapped))
        {
            if (Statement.Of(cell, lines[cell.Key], stars.GetValueOrDefault(cell.Key.Source)) is { } said)
            {
                statements.AddRange(said);
            }
            else
            {
                bag.Add(Diagnostic.Error("RB7036", cell.Place) with { Found = cell.Printed });
                isWhole = false;
            }
        }

        return isWhole ? statements : null;
    }

    private static Edition EditionOf(string folder, IReadOnlyList<PublishedCell> cells, StatementTrial trial) =>
        new()
        {
            Quantities = trial
                .Taken.Values.Select(s => s.ToQuantity())
                .ToImmutableSortedDictionary(q => q.Id.Value, q => q, StringComparer.Ordinal),
            Tables = [],
            Figures = [],
            IsPartial = true,
            // No tool of ours made the publication, and no dataset is known: what it was made from here is the transcription.
            Origin = new EditionOrigin(
                Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
                string.Empty,
                MappingReader.FileName,
                Fingerprint(folder),
                IsSynthetic: false,
                cells.Count
            ),
        };

    private static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in (string[])[.. TranscriptionReader.Files(folder), MappingReader.FileName, RelationReader.FileName])
        {
            hash.AppendData(File.ReadAllBytes(Path.Combine(folder, name)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
