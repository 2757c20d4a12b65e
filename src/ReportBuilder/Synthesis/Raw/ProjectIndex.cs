using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>The projects of one scheme in one block, by number, with the years of the period.</summary>
internal sealed class ProjectIndex
{
    private readonly TextColumn _projects;

    /// <summary>Looks at the persons of a scheme.</summary>
    public ProjectIndex(Persons persons, int[] rows)
    {
        _projects = persons.Projects;
        var years = persons.Schema.WithRole(ColumnRole.Year)!;
        FirstYear = (int)years.Min!.Value;
        LastYear = (int)years.Max!.Value;
        Count = _projects.DistinctCount;
        Finished = NewCounts();
        Members = [.. Enumerable.Range(0, Count).Select(_ => new List<int>())];
        foreach (var row in rows)
        {
            Finished[_projects.Indices[row], persons.Years[row] - FirstYear]++;
            Members[_projects.Indices[row]].Add(row);
        }
    }

    /// <summary>First year of the period.</summary>
    public int FirstYear { get; }

    /// <summary>Last year of the period.</summary>
    public int LastYear { get; }

    /// <summary>Number of project ids, those of other schemes included.</summary>
    public int Count { get; }

    /// <summary>Number who finished, by project and year from the first.</summary>
    public int[,] Finished { get; }

    /// <summary>Persons who finished, by project.</summary>
    public List<int>[] Members { get; }

    /// <summary>Number of a person's project.</summary>
    public int Of(int person) => _projects.Indices[person];

    /// <summary>Project id.</summary>
    public string Id(int project) => _projects.Distinct[project];

    /// <summary>Room for a number by project and year.</summary>
    public int[,] NewCounts() => new int[Count, LastYear - FirstYear + 1];
}
