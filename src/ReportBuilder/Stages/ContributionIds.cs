using System.Globalization;
using ReportBuilder.Editions;

namespace ReportBuilder.Stages;

/// <summary>Names of the numbers of contribution indicators that stage, tables and figures share.</summary>
public static class ContributionIds
{
    /// <summary>Both schemes together.</summary>
    public const string All = "alle";

    /// <summary>Fewest participants of a project that is an example in Tabell 5: chance alone moves the result of smaller ones too much.</summary>
    public const int ExampleSize = 30;

    /// <summary>The schemes and both together, as parts of ids.</summary>
    public static IReadOnlyList<string> Scopes { get; } = [.. Breakdown.Schemes.Select(Breakdown.Token), All];

    /// <summary>The examples of a scheme, as parts of ids.</summary>
    public static IReadOnlyList<string> Examples { get; } = ["a", "b"];

    /// <summary>What the ids of a project shown begin with.</summary>
    public static string Dot(string scheme, int number) =>
        $"bidrag.prosjekt.{scheme}.{number.ToString("000", CultureInfo.InvariantCulture)}";

    /// <summary>What the ids of all projects that figures draw of a scheme begin with, in order; none when so many are hidden that the rest would mislead.</summary>
    public static IEnumerable<string> Drawn(EditionBuilder edition, string scheme) =>
        Enumerable.Range(1, (int)(edition[$"bidrag.tegnet.{scheme}"].Value ?? 0)).Select(number => Dot(scheme, number));
}
