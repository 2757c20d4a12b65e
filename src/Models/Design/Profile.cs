namespace ReportBuilder.Models.Design;

/// <summary>The value of a term in a profile: a number, or the level of a factor.</summary>
public readonly record struct TermValue
{
    private TermValue(double? number, string? level)
    {
        Number = number;
        Level = level;
    }

    /// <summary>The number; null for a level.</summary>
    public double? Number { get; }

    /// <summary>The level; null for a number.</summary>
    public string? Level { get; }

    /// <summary>A number; for a dummy 1, 0 or a share between.</summary>
    public static TermValue Of(double number) => new(number, null);

    /// <summary>Yes (1) or no (0).</summary>
    public static TermValue Of(bool yes) => new(yes ? 1 : 0, null);

    /// <summary>A level of a factor.</summary>
    public static TermValue Of(string level) => new(null, level);
}

/// <summary>What is wrong with a value of a profile.</summary>
public enum ProfileProblemKind
{
    /// <summary>The profile has no value for a term of the model.</summary>
    ValueMissing,

    /// <summary>The profile has a value for a term that the model does not have.</summary>
    TermNotInModel,

    /// <summary>A level where a number is needed, or a number that is not finite.</summary>
    NotANumber,

    /// <summary>A dummy needs a number from 0 to 1.</summary>
    NotBetweenZeroAndOne,

    /// <summary>Not a level that the rows used have.</summary>
    LevelNotInModel,
}

/// <summary>Something wrong with a profile.</summary>
/// <param name="Term">Name of the term.</param>
/// <param name="Kind">What is wrong.</param>
public sealed record ProfileProblem(string Term, ProfileProblemKind Kind);

/// <summary>A profile coded as a row of the design.</summary>
/// <param name="Values">One value a column, the intercept first; meaningful only when there are no problems.</param>
/// <param name="Problems">All that is wrong, in the order of the terms.</param>
public sealed record ProfileRow(IReadOnlyList<double> Values, IReadOnlyList<ProfileProblem> Problems);
