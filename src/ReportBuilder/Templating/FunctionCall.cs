using ReportBuilder.Diagnostics;

namespace ReportBuilder.Templating;

/// <summary>A call of a function in a template.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Arguments">Values given, in order.</param>
public readonly record struct FunctionCall(string Function, SourcePlace Place, IReadOnlyList<object?> Arguments)
{
    /// <summary>True when an argument is itself the result of a failure already reported.</summary>
    public bool RestsOnFailure => Arguments.Any(a => a is FailedValue or FailedValue.Text);
}

/// <summary>A function that templates can call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Required">Number of arguments that must be given.</param>
/// <param name="Allowed">Number of arguments that may be given.</param>
/// <param name="Run">What it does. Mistakes are reported, not thrown.</param>
public sealed record TemplateFunction(string Name, int Required, int Allowed, Func<FunctionCall, object> Run)
{
    /// <summary>What it does for the sentence it stands in.</summary>
    public SentenceRole Role { get; init; }

    /// <summary>Number of the first argument that may be the id of a number.</summary>
    public int FirstId { get; init; }

    /// <summary>How many arguments from there may be ids.</summary>
    public int IdCount { get; init; } = 1;

    /// <summary>True when the number whose id it is given appears in the text.</summary>
    public bool PrintsNumber { get; init; }

    /// <summary>True when its words say what the number is, as «odds» does.</summary>
    public bool NamesUnit { get; init; }

    /// <summary>True when an argument may be the id of a number.</summary>
    public bool NamesId(int argument) => argument >= FirstId && argument - FirstId < IdCount;
}

/// <summary>Stands in for what could not be worked out, so that the rest of the template is still read. Prints «??» and is false.</summary>
internal sealed class FailedValue
{
    public static readonly FailedValue Instance = new();

    /// <summary>What is printed. Scriban itself gives this text back after a failure of its own.</summary>
    public const string Text = "??";

    private FailedValue() { }

    public override string ToString() => Text;
}
