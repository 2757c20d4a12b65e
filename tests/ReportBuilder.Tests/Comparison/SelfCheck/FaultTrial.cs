using ReportBuilder.Comparison;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>What reading and comparing made of a fault.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Codes">Codes of the errors that the reader reported.</param>
/// <param name="Differences">Differences that need an explanation.</param>
internal sealed record FaultVerdict(EditionFault Fault, IReadOnlyList<string> Codes, IReadOnlyList<Difference> Differences)
{
    /// <summary>True when the reader refused the edition, or a difference names what the fault touched.</summary>
    public bool IsFound => Codes.Count > 0 || Differences.Any(d => Fault.Touches(d.Key));

    /// <summary>Differences that neither are the fault nor follow from it.</summary>
    public IReadOnlyList<string> Strangers => [.. Differences.Select(d => d.Key).Where(key => !Fault.Touches(key) && !Fault.Follows(key))];

    /// <summary>What was found, for whom must mend a miss.</summary>
    public override string ToString() =>
        $"{Fault.Kind}: {Fault.What}; found: {string.Join(", ", Codes.Concat(Differences.Select(d => d.Key)).DefaultIfEmpty("nothing"))}";
}

/// <summary>Saves an edition with a fault, reads it and compares it with the one without, by the default settings.</summary>
internal sealed class FaultTrial
{
    private readonly string _folder;
    private readonly Edition _before;
    private readonly byte[] _saved;
    private readonly SavedEdition _whole;

    /// <summary>Saves and reads the edition without fault.</summary>
    /// <param name="whole">The edition.</param>
    /// <param name="folder">A folder for the trial alone.</param>
    public FaultTrial(SavedEdition whole, string folder)
    {
        _whole = whole;
        _folder = folder;
        whole.Save(folder);
        _before = SavedEdition.Load(folder).Edition;
        _saved = EditionWriter.Write(whole.Edition);
    }

    /// <summary>The same edition, made again, against itself.</summary>
    public ComparisonResult Rerun()
    {
        _whole.Save(_folder);
        return Compare(SavedEdition.Load(_folder).Edition);
    }

    /// <summary>Tries a fault.</summary>
    /// <exception cref="InvalidOperationException">The fault changes no byte: it is none.</exception>
    public FaultVerdict Try(EditionFault fault)
    {
        if (EditionWriter.Write(fault.After.Edition).AsSpan().SequenceEqual(_saved) && fault.After.Drawings == _whole.Drawings)
        {
            throw new InvalidOperationException($"{fault.Kind}: {fault.What} changes nothing.");
        }

        fault.After.Save(_folder);
        var bag = new DiagnosticBag();
        var after = EditionReader.Read(_folder, "utgave", bag);
        var codes = bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.Code);
        return new FaultVerdict(fault, [.. codes], after is null ? [] : Compare(after).Differences);
    }

    private ComparisonResult Compare(Edition after) => EditionComparer.Compare(_before, after, ComparisonSettings.Default, []);
}
