using System.Globalization;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>
/// Reads which slice a run is to make: <c>3/8</c>, or <c>auto</c> and <c>auto/8</c> from what Kubernetes (Indexed Jobs) and Slurm (job arrays) tell their tasks in environment variables.
/// </summary>
public sealed class ShardReader
{
    /// <summary>Index of a pod of an Indexed Job, from 0. Kubernetes does not tell how many there are.</summary>
    public const string KubernetesIndex = "JOB_COMPLETION_INDEX";

    /// <summary>Index of a task of an array.</summary>
    public const string SlurmIndex = "SLURM_ARRAY_TASK_ID";

    /// <summary>Lowest index of the array.</summary>
    public const string SlurmLowest = "SLURM_ARRAY_TASK_MIN";

    /// <summary>Highest index of the array.</summary>
    public const string SlurmHighest = "SLURM_ARRAY_TASK_MAX";

    /// <summary>How many tasks the array has.</summary>
    public const string SlurmCount = "SLURM_ARRAY_TASK_COUNT";

    private const string Option = "--shard";
    private const string Auto = "auto";
    private readonly Func<string, string?> _variable;
    private readonly DiagnosticBag _bag;

    /// <summary>Makes a reader.</summary>
    /// <param name="variable">The environment variable of a name, or null.</param>
    /// <param name="bag">Receives what is wrong: RB8042 (form), RB8043 (nothing to read it from) and RB8044 (variables that do not fit).</param>
    public ShardReader(Func<string, string?> variable, DiagnosticBag bag)
    {
        _variable = variable;
        _bag = bag;
    }

    /// <summary>The slice; null when something is wrong, and the bag says what.</summary>
    public Shard? Read(string text)
    {
        var parts = text.Split('/');
        if (parts is [Auto])
        {
            return FromEnvironment(count: null);
        }

        if (parts is [var number, var of] && Whole(of) is { } count and >= 1 and <= Shard.Most)
        {
            if (number == Auto)
            {
                return FromEnvironment(count);
            }

            if (Whole(number) is { } k and >= 1 && k <= count)
            {
                return new Shard(k, count);
            }
        }

        _bag.Add(
            Diagnostic.Error("RB8042", new SourcePlace(Option)) with
            {
                Found = text,
                Expected = ToolTexts.Get("briefings.expected.shard"),
                Nearest =
                    NearestName.Find(parts[0], [Auto]) is { } auto && parts[0] != auto ? string.Join('/', [auto, .. parts[1..]]) : null,
            }
        );
        return null;
    }

    private Shard? FromEnvironment(int? count)
    {
        var (kubernetes, slurm) = (_variable(KubernetesIndex), _variable(SlurmIndex));
        switch (kubernetes, slurm)
        {
            case (null, null):
                _bag.Add(Diagnostic.Error("RB8043", new SourcePlace(Option), KubernetesIndex, SlurmIndex));
                return null;
            case (not null, not null):
                _bag.Add(Diagnostic.Error("RB8045", new SourcePlace(Option), KubernetesIndex, SlurmIndex));
                return null;
            case (not null, null):
                return FromKubernetes(count);
            default:
                return FromSlurm(count);
        }
    }

    private Shard? FromKubernetes(int? count)
    {
        if (count is not { } n)
        {
            _bag.Add(Diagnostic.Error("RB8046", new SourcePlace(Option), KubernetesIndex) with { Expected = "auto/8" });
            return null;
        }

        return Number(KubernetesIndex, 0, n - 1) is { } index ? new Shard(index + 1, n) : null;
    }

    private Shard? FromSlurm(int? count)
    {
        // An array of which only some tasks are run again has other counts than the whole: that it is whole is checked, never guessed.
        if (
            Number(SlurmCount, count ?? 1, count ?? Shard.Most) is not { } n
            || Number(SlurmLowest, 0, int.MaxValue - Shard.Most) is not { } lowest
            || Number(SlurmHighest, lowest + n - 1, lowest + n - 1) is null
            || Number(SlurmIndex, lowest, lowest + n - 1) is not { } index
        )
        {
            return null;
        }

        return new Shard(index - lowest + 1, n);
    }

    /// <summary>A variable as a whole number within limits; null when it is not, which is reported (RB8044).</summary>
    private int? Number(string variable, int lowest, int highest)
    {
        var text = _variable(variable);
        if (text is not null && Whole(text) is { } value && value >= lowest && value <= highest)
        {
            return value;
        }

        var expected = lowest == highest ? lowest.ToText() : $"{lowest.ToText()}–{highest.ToText()}";
        _bag.Add(Diagnostic.Error("RB8044", new SourcePlace(Option), variable) with { Found = text ?? string.Empty, Expected = expected });
        return null;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
