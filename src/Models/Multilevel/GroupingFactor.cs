namespace ReportBuilder.Models.Multilevel;

/// <summary>A grouping of the rows, each group with a random intercept of its own.</summary>
/// <param name="Name">Name, unique within a model; a nested factor is named as lme4 does, <c>prosjekt:kommune</c>.</param>
/// <param name="Groups">The group of each row given to the design.</param>
public sealed record GroupingFactor(string Name, Categorical Groups);
