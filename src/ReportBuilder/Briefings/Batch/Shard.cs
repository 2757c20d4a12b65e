namespace ReportBuilder.Briefings.Batch;

/// <summary>A slice of the work, so that several machines can share it.</summary>
/// <param name="Number">Which slice, from 1.</param>
/// <param name="Count">How many there are.</param>
public sealed record Shard(int Number, int Count)
{
    /// <summary>Most slices that the work can be cut in.</summary>
    public const int Most = 10_000;

    /// <summary>The slice in names of files: <c>3-of-8</c>.</summary>
    public string Token => FormattableString.Invariant($"{Number}-of-{Count}");

    /// <summary>Every <see cref="Count"/>th item from the <see cref="Number"/>th on: no slice has more than one item more than another, and neighbours are spread.</summary>
    public IReadOnlyList<T> SliceOf<T>(IReadOnlyList<T> items) => [.. items.Where((_, i) => i % Count == Number - 1)];
}
