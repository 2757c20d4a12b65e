namespace ReportBuilder.Editions;

/// <summary>An optional input that this edition does without: a text that was not written, or data that were not given.</summary>
/// <param name="Name">What the user would give to have it: a template («kvalitativt/samarbeid.md») or a setting in <c>report.yaml</c>.</param>
/// <param name="Title">What it is called where the publication lists what is left out.</param>
public sealed record LeftOut(string Name, string Title);
