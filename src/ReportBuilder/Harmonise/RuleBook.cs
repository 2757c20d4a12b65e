using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>
/// All rules of <c>data/recodings</c>, checked before anything runs: every source category has exactly one rule per register, year
/// and reading, every code of a target has a source, intervals neither overlap nor leave gaps. Immutable.
/// </summary>
public sealed class RuleBook
{
    internal RuleBook(IReadOnlyList<RuleLine> lines, IReadOnlyList<Reading> readings, RuleScope scope)
    {
        (Lines, Readings, Scope) = (lines, readings, scope);
        Rules = [.. lines.Select(l => l.Rule)];
    }

    /// <summary>All rules, in the order of the files (by name) and their lines.</summary>
    public IReadOnlyList<RecodingRule> Rules { get; }

    /// <summary>All declared readings, in the order they are declared.</summary>
    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>The readings that hold when nothing is chosen.</summary>
    public ReadingChoice DefaultReadings => new(Readings.Where(r => r.IsDefault));

    internal IReadOnlyList<RuleLine> Lines { get; }

    internal RuleScope Scope { get; }

    /// <summary>
    /// Reads and checks all rule files of a folder. Null when one cannot be used; the bag then says why, with line and column
    /// (RB2200–RB2229, and RB21xx for a file that cannot be read).
    /// </summary>
    /// <param name="folder">Folder with the rule files.</param>
    /// <param name="shownAs">The folder as shown to the user.</param>
    /// <param name="registers">The registers the rules are about: <c>nir</c> and <c>jobbsjansen</c>.</param>
    /// <param name="schema">The harmonised dataset they lead to.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static RuleBook? Read(
        string folder,
        string shownAs,
        IReadOnlyList<RegisterSchema> registers,
        DatasetSchema schema,
        DiagnosticBag bag
    )
    {
        var own = new DiagnosticBag(bag.LimitPerFile);
        var files = Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.csv")
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(f => f != RuleFileReader.ReadingsFile)
                .Order(StringComparer.Ordinal)
                .ToList()
            : [];
        if (files.Count == 0)
        {
            bag.Add(Diagnostic.Error("RB2200", new SourcePlace(shownAs)));
            return null;
        }

        string Shown(string file) => $"{shownAs}/{file}";
        var reader = new RuleFileReader(own);
        var readings = reader.ReadReadings(Path.Combine(folder, RuleFileReader.ReadingsFile), Shown(RuleFileReader.ReadingsFile));
        var lines = files.SelectMany(f => reader.ReadRules(Path.Combine(folder, f), Shown(f))).ToList();
        var scope = new RuleScope(registers, schema, YearsOf(schema));
        if (!own.HasErrors)
        {
            new RuleLineChecks(lines, readings, scope, own).Run();
        }

        if (!own.HasErrors)
        {
            // What a line says must be sound before lines are held against each other, or one slip is told many times.
            new RuleMappingChecks(lines, readings, scope, shownAs, own).Run();
        }

        bag.AddRange(own.Sorted());
        return own.HasErrors ? null : new RuleBook(lines, readings, scope);
    }

    /// <summary>The rules printed in a recoding matrix.</summary>
    /// <param name="table">Number of the matrix: 7–14.</param>
    public IReadOnlyList<RecodingRule> OfTable(int table) => [.. Rules.Where(r => r.Table == table)];

    /// <summary>
    /// Chooses readings by ambiguity; an ambiguity that is not named keeps its default. Null when a name is unknown
    /// (RB2226) or when the values of a reading go beyond what its column allows (RB2227).
    /// </summary>
    public ReadingChoice? Choose(IReadOnlyList<ChosenReading> chosen, DiagnosticBag bag)
    {
        var choice = DefaultReadings;
        var isSound = true;
        foreach (var wanted in chosen)
        {
            if (Readings.FirstOrDefault(r => r.Ambiguity == wanted.Ambiguity && r.Name == wanted.Reading) is { } reading)
            {
                choice = choice.With(reading);
                continue;
            }

            var known = Readings.Select(r => r.Key).ToList();
            var found = $"{wanted.Ambiguity}={wanted.Reading}";
            bag.Add(
                Diagnostic.Error("RB2226", wanted.Place) with
                {
                    Found = found,
                    Expected = string.Join(", ", known),
                    Nearest = NearestName.Find(found, known),
                }
            );
            isSound = false;
        }

        return isSound && new RuleRangeCheck(Lines, Scope, bag).Run(choice) ? choice : null;
    }

    /// <summary>
    /// The municipality number, in a year, that a cell names by the rules of <c>kommune.csv</c> (a number, a district of Oslo, a
    /// cooperation), or null where no rule covers it.
    /// </summary>
    /// <param name="register">The register whose rules are used.</param>
    /// <param name="year">The year.</param>
    /// <param name="cell">The cell.</param>
    public string? MunicipalityOf(string register, int year, string cell)
    {
        var target = Scope.Schema.WithRole(ColumnRole.Municipality)!.Name;
        var active = Lines.Where(l => l.Rule.Register == register && l.Rule.Target == target && l.AppliesTo(year)).ToList();
        if (active.Find(l => l.Rule.Category == cell && cell.Length > 0) is { } own)
        {
            return own.Kind == RuleKind.Code ? own.Rule.Value : null;
        }

        var isNumber = cell.Length == 4 && cell.All(char.IsAsciiDigit);
        return isNumber && active.Exists(l => l.Kind == RuleKind.MunicipalityNumber) ? cell : null;
    }

    private static IReadOnlyList<int> YearsOf(DatasetSchema schema)
    {
        var year = schema.WithRole(ColumnRole.Year);
        return year is { Min: { } min, Max: { } max } ? [.. Enumerable.Range((int)min, (int)(max - min) + 1)] : [];
    }
}
