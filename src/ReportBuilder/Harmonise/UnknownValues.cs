using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>
/// Gathers the values that no rule covers: each distinct one once, with where it stood first and how many times it stands. Not one
/// line per record: a column in another coding must not drown the rest.
/// </summary>
internal sealed class UnknownValues
{
    /// <summary>More distinct values of a variable than this are not told apart: it is then the variable that is wrong.</summary>
    private const int MostOfOneVariable = 500;

    private readonly Dictionary<(string Code, string File, int Variable), Dictionary<string, Entry>> _entries = [];

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Adds the cell of the current record.</summary>
    public void Add(string code, RegisterFile file, int variable, int year)
    {
        var key = (code, file.ShownAs, variable);
        if (!_entries.TryGetValue(key, out var values))
        {
            _entries.Add(key, values = new Dictionary<string, Entry>(StringComparer.Ordinal));
        }

        var found = Encoding.UTF8.GetString(file.Cell(variable));
        if (values.TryGetValue(found, out var entry))
        {
            // Several rules may read the same cell; it counts once.
            entry.Count += entry.LastLine == file.Line ? 0 : 1;
            entry.LastLine = file.Line;
        }
        else if (values.Count < MostOfOneVariable)
        {
            values.Add(found, new Entry(file.Schema, file.Place(variable), year) { LastLine = file.Line });
        }
    }

    /// <summary>Reports all values.</summary>
    /// <param name="categories">The categories with a rule, by register, index of the variable and year.</param>
    /// <param name="bag">Receives the errors.</param>
    public void Report(Func<RegisterSchema, int, int, IReadOnlyList<string>> categories, DiagnosticBag bag)
    {
        foreach (var ((code, _, variable), values) in _entries)
        {
            foreach (var (found, entry) in values)
            {
                var known = categories(entry.Schema, variable, entry.Year);
                bag.Add(
                    new Diagnostic(code, Severity.Error, entry.Place)
                    {
                        Found = found,
                        Nearest = NearestName.Find(found, known),
                        Expected = known.Count is > 0 and <= 12 ? string.Join(", ", known) : null,
                        Arguments = [entry.Schema.Variables[variable].Name, entry.Count.ToText()],
                    }
                );
            }
        }
    }

    private sealed class Entry(RegisterSchema schema, SourcePlace place, int year)
    {
        public RegisterSchema Schema { get; } = schema;

        public SourcePlace Place { get; } = place;

        public int Year { get; } = year;

        public int Count { get; set; } = 1;

        public int LastLine { get; set; }
    }
}
