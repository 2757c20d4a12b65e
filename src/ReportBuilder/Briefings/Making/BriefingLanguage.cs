using System.Security.Cryptography;
using System.Text;
using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Labels;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Briefings.Making;

/// <summary>A language that briefings are made in: its templates, its words and its style.</summary>
public sealed class BriefingLanguage
{
    private readonly DiagnosticBag _labelFaults;

    private BriefingLanguage(
        string code,
        string templateFolder,
        BookTemplates templates,
        LabelSet labels,
        DiagnosticBag labelFaults,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> style
    )
    {
        Code = code;
        TemplateFolder = templateFolder;
        Templates = templates;
        Labels = labels;
        _labelFaults = labelFaults;
        Style = style;
    }

    /// <summary>The language, as in BCP 47.</summary>
    public string Code { get; }

    /// <summary>Folder of the templates, with <c>bok.yaml</c>.</summary>
    public string TemplateFolder { get; }

    /// <summary>The templates, read.</summary>
    public BookTemplates Templates { get; }

    /// <summary>The words.</summary>
    public LabelSet Labels { get; }

    /// <summary>The style, as files of the typesetter.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Style { get; }

    /// <summary>SHA-256 of labels and style, lower-case hexadecimal: what decides the look of a briefing besides its text.</summary>
    public required string LookFingerprint { get; init; }

    /// <summary>Words that were asked for and are not there (RB3101), by any briefing: none can then be trusted to have all of its own.</summary>
    public IReadOnlyList<Diagnostic> LabelFaults => _labelFaults.Sorted();

    /// <summary>Reads a language; null when a folder is not there (RB8020), or a label file or template cannot be read.</summary>
    /// <exception cref="IOException">The style cannot be read.</exception>
    public static BriefingLanguage? Read(string code, ReportSettings settings, DiagnosticBag bag)
    {
        var templates = Path.Combine(settings.Briefings.TemplateFolder, code);
        var words = Path.Combine(settings.Briefings.LabelFolder, code);
        var isThere = true;
        foreach (var folder in new[] { templates, words }.Where(f => !Directory.Exists(f)))
        {
            bag.Add(Diagnostic.Error("RB8020", new SourcePlace(ShownPath.Of(folder)), code));
            isThere = false;
        }

        if (!isThere)
        {
            return null;
        }

        var faults = new DiagnosticBag();
        var labels = LabelSet.Read(words, ShownPath.Of(words), faults);
        var read = BookTemplates.Read(templates, ShownPath.Of(templates), faults);
        if (read is null || faults.HasErrors)
        {
            bag.AddRange(faults.Sorted());
            return null;
        }

        var style = TypstStyle.Read(settings.StyleFolder);
        return new BriefingLanguage(code, templates, read, labels, faults, style) { LookFingerprint = FingerprintOf(words, style) };
    }

    private static string FingerprintOf(string words, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> style)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(words, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            Append(Path.GetRelativePath(words, path).Replace('\\', '/'), File.ReadAllBytes(path));
        }

        foreach (var (path, content) in style.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            Append(path, content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string name, ReadOnlySpan<byte> content)
        {
            // The length keeps one file's end apart from the next one's name.
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content.Length}\n"));
            hash.AppendData(content);
        }
    }
}
