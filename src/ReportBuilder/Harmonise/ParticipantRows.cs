using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.StatBank;

namespace ReportBuilder.Harmonise;

/// <summary>Gathers the rows of the dataset, column by column, and what other readings would have given.</summary>
internal sealed class ParticipantRows
{
    private const string PopulationColumn = "k_folketall";
    private const string CentralityColumn = "k_sentralitet";
    private const string PersonsColumn = "p_deltakere";
    private const string WagesColumn = "p_lonn";
    private const string WagesPerPersonColumn = "p_lonn_per_deltaker";

    private readonly HarmoniserInput _input;
    private readonly ProjectPlaces _places;
    private readonly SchemaColumn[] _columns;
    private readonly RowValues[] _values;
    private readonly List<(Reading Reading, SchemaColumn Column, RowValues Values)> _alternatives = [];
    private readonly List<int> _projects = [];
    private readonly List<short> _years = [];
    private readonly List<int> _numbers = [];
    private readonly SchemaColumn[] _facts;
    private readonly RowValues[] _factValues;
    private readonly RowValues _ids;
    private readonly RowValues _provenances;
    private readonly RowValues _municipalities;
    private readonly RowValues _projectIds;
    private readonly Dictionary<(int Project, int Year), double> _wages = [];
    private readonly Dictionary<(int Number, int Year), double[]> _factsOf = [];

    /// <summary>Makes empty rows.</summary>
    public ParticipantRows(HarmoniserInput input, ProjectPlaces places, IEnumerable<AlternativeSlot> alternatives)
    {
        (_input, _places) = (input, places);
        _columns = [.. input.Schema.Columns];
        _values = [.. _columns.Select(c => new RowValues(c))];
        _facts = [.. _columns.Where(c => c.Role == ColumnRole.MunicipalityFact)];
        _factValues = [.. _facts.Select(c => Of(c.Name)!)];
        (_ids, _provenances) = (Of(ColumnRole.Key), Of(ColumnRole.Provenance));
        (_municipalities, _projectIds) = (Of(ColumnRole.Municipality), Of(ColumnRole.Project));
        foreach (var (reading, column, _) in alternatives.DistinctBy(a => (a.Reading.Key, a.Column.Name)))
        {
            _alternatives.Add((reading, column, new RowValues(column)));
        }
    }

    /// <summary>Number of rows.</summary>
    public int Count => _projects.Count;

    /// <summary>Where the values of a register's records go.</summary>
    public RowFiller FillerFor(RegisterPlan plan) =>
        new(
            [
                .. Enumerable
                    .Range(0, _columns.Length)
                    .Where(i => plan.Slots.ContainsKey(_columns[i].Name) && _columns[i].Kind != ValueKind.Text)
                    .Select(i => (_values[i], plan.Slots[_columns[i].Name])),
            ],
            [.. _alternatives.Select(a => (a.Values, SlotOf(plan, a.Reading, a.Column)))]
        );

    /// <summary>Adds the row of a record whose rules have run.</summary>
    /// <param name="filler">Where its values go.</param>
    /// <param name="record">The record.</param>
    /// <param name="id">Id of the person.</param>
    /// <param name="provenance">Level of the provenance.</param>
    /// <param name="number">Index of the municipality.</param>
    /// <param name="project">Index of the project.</param>
    public void Add(RowFiller filler, RecordState record, ReadOnlySpan<byte> id, int provenance, int number, int project)
    {
        filler.Fill(record.Slots);
        _ids.Add(id);
        _provenances.Add(provenance);
        _municipalities.Add(_places.Number(number));
        _projectIds.Add(_places.Project(project));
        _projects.Add(project);
        _years.Add((short)record.Year);
        _numbers.Add(number);
    }

    /// <summary>The finished dataset. Facts are joined only now: those on projects are known when all records have been read.</summary>
    public Dataset Build()
    {
        var (personsColumn, wagesColumn, perPersonColumn) = (Of(PersonsColumn), Of(WagesColumn), Of(WagesPerPersonColumn));
        var known = _input.Facts ?? _input.FactsBeingRead?.GetAwaiter().GetResult();
        for (var row = 0; row < Count; row++)
        {
            var facts = FactsOf(known, _numbers[row], _years[row]);
            for (var i = 0; i < _facts.Length; i++)
            {
                _factValues[i].Add(facts[i]);
            }

            var persons = _places.Persons(_projects[row], _years[row]);
            var wages = WagesOf(_projects[row], _years[row]);
            personsColumn?.Add(persons);
            wagesColumn?.Add(wages);
            perPersonColumn?.Add(wages / persons);
        }

        return Dataset.InMemory(_input.Schema, [.. _values.Select(v => v.Build())], _input.FileName);
    }

    /// <summary>What other readings would have given.</summary>
    public IReadOnlyList<AlternativeReading> BuildAlternatives() =>
        [.. _alternatives.Select(a => new AlternativeReading(a.Reading.Ambiguity, a.Reading.Name, a.Values.Build()))];

    private static int SlotOf(RegisterPlan plan, Reading reading, SchemaColumn column) =>
        plan.Alternatives.FirstOrDefault(a => a.Reading == reading && a.Column == column)?.Slot ?? plan.Slots[column.Name];

    private RowValues Of(ColumnRole role) => _values[Array.FindIndex(_columns, c => c.Role == role)];

    private RowValues? Of(string name) => Array.FindIndex(_columns, c => c.Name == name) is >= 0 and var at ? _values[at] : null;

    private double WagesOf(int project, int year)
    {
        if (!_wages.TryGetValue((project, year), out var wages))
        {
            wages = _input.WageCosts?.Find(year, Encoding.UTF8.GetString(_places.Project(project))) ?? double.NaN;
            _wages.Add((project, year), wages);
        }

        return wages;
    }

    private double[] FactsOf(MunicipalityFacts? known, int number, int year)
    {
        if (!_factsOf.TryGetValue((number, year), out var facts))
        {
            var municipality = _places.Municipality(number, year);
            facts = [.. _facts.Select(c => known?.Find(c.Name, year, municipality.Code) ?? Known(c.Name, municipality))];
            _factsOf.Add((number, year), facts);
        }

        return facts;
    }

    /// <summary>The project's own table of municipalities knows two of the facts.</summary>
    private static double Known(string column, Municipality municipality) =>
        column switch
        {
            PopulationColumn => municipality.Population,
            CentralityColumn => municipality.Centrality,
            _ => double.NaN,
        };
}

/// <summary>Takes the values of a record's slots into their columns.</summary>
/// <param name="own">Columns with their slots.</param>
/// <param name="alternatives">Columns of other readings with their slots.</param>
internal sealed class RowFiller((RowValues Values, int Slot)[] own, (RowValues Values, int Slot)[] alternatives)
{
    /// <summary>Adds a row.</summary>
    public void Fill(double[] slots)
    {
        foreach (var (values, slot) in own)
        {
            values.Add(slots[slot]);
        }

        foreach (var (values, slot) in alternatives)
        {
            values.Add(slots[slot]);
        }
    }
}
