using ReportBuilder.Editions;

namespace ReportBuilder.Figures;

/// <summary>What a mark of a profile stands for, and so how it looks, throughout.</summary>
public enum ProfileRole
{
    /// <summary>The place that the figure is about: a filled dot.</summary>
    Own,

    /// <summary>Places like it: an open dot.</summary>
    Similar,

    /// <summary>Its county: a diamond.</summary>
    County,

    /// <summary>All places: an upright line.</summary>
    Nation,
}

/// <summary>One of the places compared.</summary>
/// <param name="Role">Decides the mark.</param>
/// <param name="Name">Words in the key.</param>
public sealed record ProfilePlace(ProfileRole Role, string Name);

/// <summary>Rows that belong together.</summary>
/// <param name="Heading">Heading above them; empty for none.</param>
/// <param name="Rows">Names of the rows, first at the top.</param>
public sealed record ProfileGroup(string Heading, IReadOnlyList<string> Rows);

/// <summary>One scheme of a profile.</summary>
/// <param name="Scheme">Decides the colour.</param>
/// <param name="Name">Name shown to the reader.</param>
/// <param name="Values">For each place one quantity a row, over all groups in their order.</param>
public sealed record ProfilePanel(Scheme Scheme, string Name, IReadOnlyList<IReadOnlyList<Quantity>> Values);

/// <summary>
/// Shares of a place beside those of other places: a mark for each on one axis, and the numbers in columns at the right. One panel a scheme, on the same scale. A number that may not be
/// published has no mark, and its sign in the column.
/// </summary>
/// <param name="Groups">Groups of rows, first at the top.</param>
/// <param name="Places">The places compared, first in the columns.</param>
/// <param name="Panels">Panels, first at the left.</param>
/// <param name="AxisTitle">Title of the axis.</param>
public sealed record ProfileChart(
    IReadOnlyList<ProfileGroup> Groups,
    IReadOnlyList<ProfilePlace> Places,
    IReadOnlyList<ProfilePanel> Panels,
    string AxisTitle
) : Chart
{
    /// <summary>Names of all rows.</summary>
    public IReadOnlyList<string> Rows => [.. Groups.SelectMany(g => g.Rows)];

    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => Panels.SelectMany(p => p.Values).SelectMany(v => v);
}
