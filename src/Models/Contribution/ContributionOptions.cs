namespace ReportBuilder.Models.Contribution;

/// <summary>How a group's difference is tested, and its interval found.</summary>
public enum ContributionTest
{
    /// <summary>
    /// Score test and interval: Rao's test of a common shift of the log odds of the group's rows. With equal probabilities the interval is
    /// Wilson's. It stays within what a share can be, and says the same as the test.
    /// </summary>
    Score,

    /// <summary>
    /// Exact: the distribution of the number of successes (Poisson-binomial), the tails of the same shift inverted. With equal probabilities the
    /// interval is Clopper and Pearson's. The model is taken as known. Groups above <see cref="ContributionOptions.ExactUpTo"/> rows get the score test.
    /// </summary>
    Exact,
}

/// <summary>Whether the model's own uncertainty enters the variance of a difference.</summary>
public enum ModelUncertainty
{
    /// <summary>
    /// The rows are among those the model was fitted to: their residuals vary less than Σp(1 − p), by what the fit took from them (delta method,
    /// Σv − g'Σg with g the group's sum of p(1 − p)x). The statistic is then Rao's score test of a dummy for the group.
    /// </summary>
    OwnSample,

    /// <summary>The rows are new to the model: the variance of the expectation is added, Σv + g'Σg.</summary>
    NewSample,

    /// <summary>The probabilities are taken as known: Σp(1 − p).</summary>
    Ignored,
}

/// <summary>How the variance between groups is estimated; in all, the true differences have mean 0, that of all participants.</summary>
public enum BetweenVarianceMethod
{
    /// <summary>Method of moments, weights consistent with the answer (Paule and Mandel 1982; DerSimonian and Kacker 2007).</summary>
    PauleMandel,

    /// <summary>Method of moments in one step (DerSimonian and Laird 1986), with the mean known.</summary>
    DerSimonianLaird,

    /// <summary>Maximum likelihood; as the mean is known, REML is the same.</summary>
    MaximumLikelihood,
}

/// <summary>When a group is said to lie above or below.</summary>
public enum ClassificationRule
{
    /// <summary>Its p-value is at most 1 − level, each group judged alone: with none different, 5 per cent are still called so.</summary>
    EachAlone,

    /// <summary>
    /// Its p-value adjusted by Benjamini and Hochberg (1995) is at most 1 − level: of the groups called different, at most that share is
    /// expected not to be.
    /// </summary>
    BenjaminiHochberg,

    /// <summary>Its posterior probability of being above the mean is at least (1 + level)/2, or at most (1 − level)/2.</summary>
    Posterior,
}

/// <summary>How contribution indicators are made.</summary>
public sealed record ContributionOptions
{
    /// <summary>Level of intervals, and 1 − the level of tests.</summary>
    public double Level { get; init; } = ConfidenceInterval.DefaultLevel;

    /// <summary>Rows that a group needs to get an indicator.</summary>
    public int MinimumCount { get; init; } = 5;

    /// <summary>Test and interval.</summary>
    public ContributionTest Test { get; init; } = ContributionTest.Score;

    /// <summary>Rows of the largest group to be tested exactly; the cost grows with their square.</summary>
    public int ExactUpTo { get; init; } = 1000;

    /// <summary>What of the model's uncertainty counts.</summary>
    public ModelUncertainty Uncertainty { get; init; } = ModelUncertainty.OwnSample;

    /// <summary>How the variance between groups is estimated.</summary>
    public BetweenVarianceMethod BetweenVariance { get; init; } = BetweenVarianceMethod.PauleMandel;

    /// <summary>When a group is above or below.</summary>
    public ClassificationRule Classification { get; init; } = ClassificationRule.EachAlone;

    /// <summary>Draws of all groups' true differences for the intervals of their ranks; 0 for no ranks.</summary>
    public int RankDraws { get; init; } = 2000;

    /// <summary>Seed of the draws.</summary>
    public int Seed { get; init; } = 20172020;

    internal static void Check(ContributionOptions options)
    {
        ConfidenceInterval.CheckLevel(options.Level);
        if (options.MinimumCount < 1 || options.RankDraws < 0 || options.ExactUpTo < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options, "Counts are positive.");
        }
    }
}
