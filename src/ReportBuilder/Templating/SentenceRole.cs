namespace ReportBuilder.Templating;

/// <summary>What a function in a sentence does for the truth of what the sentence says.</summary>
public enum SentenceRole
{
    /// <summary>Nothing: prints a number or tells a fact.</summary>
    None,

    /// <summary>Compares numbers, so that an <c>if</c> around the sentence can choose it by result.</summary>
    Comparison,

    /// <summary>Writes words that follow the number.</summary>
    Words,

    /// <summary>Tries a claim.</summary>
    Claim,

    /// <summary>Says that the sentence rests on no number of ours.</summary>
    General,
}
