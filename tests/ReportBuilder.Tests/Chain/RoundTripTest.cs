using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Synthesis.Places;
using ReportBuilder.Tests.Synthesis.Raw;
using Xunit;

namespace ReportBuilder.Tests.Chain;

/// <summary>
/// The persons drawn, written as raw registers, read and harmonised by the rule files under the default readings, are the persons drawn. In each file those who
/// finished keep the order they were drawn in, within their scheme and year.
/// </summary>
public sealed class RoundTripTest
{
    /// <summary>Tables print one decimal.</summary>
    private const double PrintedDigit = 0.0501;

    /// <summary>Half a person per hundred of those counted, who are two fifths of all or more: tables print whole persons.</summary>
    private const double HalfAPerson = 0.5 * 100 / 0.4;

    /// <summary>Accounts are in whole thousands, of as many municipalities as have become one.</summary>
    private const double WholeThousands = 3;

    /// <summary>Of the project-years with known costs: those about the median, and those whose wages are exchanged across it.</summary>
    private const double MovedToTheMedian = 0.04;

    [Theory]
    [InlineData(2022)]
    [InlineData(7)]
    public void Harmonise_OfTheTwin_IsThePersonsDrawn(int seed)
    {
        var twin = TwinDraw.Draw((ulong)seed);
        using var folder = TwinFolder.Of((ulong)seed);
        var (data, diagnostics) = folder.Harmonise();

        Assert.Empty(diagnostics.Select(DiagnosticFormatter.Format));
        Assert.NotNull(data);
        Assert.Empty(data.SetAside);
        var (truth, found) = (twin.Participants, data.Participants);
        var pairs = Pairs(truth, found);
        foreach (
            var column in truth.Schema.Columns.Where(c =>
                c.Role is not (ColumnRole.Key or ColumnRole.MunicipalityFact or ColumnRole.ProjectFact)
            )
        )
        {
            AssertSame(truth.Column(column.Name), found.Column(column.Name), pairs);
        }

        AssertMunicipalityFacts(twin.Facts, found);
        AssertWages(twin.Facts, found);
    }

    /// <summary>Rows of both, matched by scheme, year and order within.</summary>
    private static List<(int Truth, int Found)> Pairs(Dataset truth, Dataset found)
    {
        Assert.Equal(truth.RowCount, found.RowCount);
        var pairs = new List<(int, int)>(truth.RowCount);
        var groups = Groups(found).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var group in Groups(truth))
        {
            var rows = groups[group.Key];
            Assert.Equal(group.Count(), rows.Count);
            pairs.AddRange(group.Zip(rows));
        }

        return pairs;
    }

    private static IEnumerable<IGrouping<(sbyte Scheme, double Year), int>> Groups(Dataset data)
    {
        var (scheme, year) = (data.Codes("ordning"), data.Numbers("aar"));
        return Enumerable.Range(0, data.RowCount).GroupBy(i => (scheme.Indices[i], year.Values[i]));
    }

    private static void AssertSame(DatasetColumn truth, DatasetColumn found, List<(int Truth, int Found)> pairs)
    {
        foreach (var (t, f) in pairs)
        {
            var (drawn, read) = (Value(truth, t), Value(found, f));
            Assert.True(
                Equals(drawn, read),
                $"{truth.Declared.Name} in row {t} is {drawn ?? "missing"}; row {f} of the registers gave {read ?? "missing"}."
            );
        }
    }

    private static object? Value(DatasetColumn column, int row) =>
        column.IsMissing(row)
            ? null
            : column switch
            {
                CodeColumn codes => codes.Levels[codes.Indices[row]].Token,
                TextColumn texts => texts.Text(row),
                _ => ((NumberColumn)column).Values[row],
            };

    private static void AssertMunicipalityFacts(SyntheticFacts facts, Dataset found)
    {
        var (year, code, population) = (found.Numbers("aar"), found.Texts("kommune"), found.Numbers("k_folketall"));
        foreach (var declared in found.Schema.Columns.Where(c => c.Role == ColumnRole.MunicipalityFact))
        {
            if (!facts.Municipalities.Keys.Any(k => k.Column == declared.Name))
            {
                continue;
            }

            var column = found.Numbers(declared.Name);
            for (var i = 0; i < found.RowCount; i++)
            {
                var isKnown = facts.Municipalities.TryGetValue((declared.Name, (int)year.Values[i], code.Text(i)!), out var fact);
                Assert.Equal(!isKnown, column.IsMissing(i));
                var limit = PrintedDigit + HalfAPerson / population.Values[i];
                Assert.True(
                    !isKnown || Math.Abs(fact - column.Values[i]) <= limit,
                    $"{declared.Name} in row {i}: {column.Values[i]} for {fact}."
                );
            }
        }
    }

    private static void AssertWages(SyntheticFacts facts, Dataset found)
    {
        var (year, project) = (found.Numbers("aar"), found.Texts("prosjekt"));
        var (wages, persons, each) = (found.Numbers("p_lonn"), found.Numbers("p_deltakere"), found.Numbers("p_lonn_per_deltaker"));
        var gaps = 0;
        var moved = new HashSet<(double, string)>();
        for (var i = 0; i < found.RowCount; i++)
        {
            var isKnown = facts.WagePerParticipant.TryGetValue(((int)year.Values[i], project.Text(i)!), out var fact);
            Assert.Equal(!isKnown, wages.IsMissing(i));
            Assert.Equal(!isKnown, each.IsMissing(i));
            Assert.True(persons.Values[i] >= 1);
            if (isKnown)
            {
                Assert.Equal(wages.Values[i] / persons.Values[i], each.Values[i], 1e-9);
                if (Math.Abs(fact * persons.Values[i] - wages.Values[i]) > WholeThousands)
                {
                    moved.Add((year.Values[i], project.Text(i)!));
                }
            }

            gaps += isKnown ? 0 : 1;
        }

        Assert.True(
            moved.Count <= MovedToTheMedian * facts.WagePerParticipant.Count,
            $"Costs of {moved.Count} project-years are not the wage times the participants."
        );
        Assert.InRange(gaps, 1, found.RowCount / 2);
    }
}
