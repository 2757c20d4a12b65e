using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>Invented persons, the facts on their places, and how the raw registers name these.</summary>
/// <param name="Participants">Harmonised rows; columns with facts are missing, to be joined.</param>
/// <param name="Facts">Facts by year and place.</param>
/// <param name="RawPlaces">Place in the raw register, by row of the dataset.</param>
public sealed record SyntheticTwin(Dataset Participants, SyntheticFacts Facts, IReadOnlyList<PlaceText> RawPlaces);
