using ReportBuilder.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReportBuilder.Documents;

/// <summary>
/// Reads <c>bok.yaml</c>: keys <c>foran</c>, <c>kapitler</c>, <c>litteratur</c>, <c>vedlegg</c>. Unknown keys, missing files, files named twice and
/// templates not named at all are diagnostics.
/// </summary>
public sealed class BookManifestReader
{
    private const string Front = "foran";
    private const string Main = "kapitler";
    private const string Bibliography = "litteratur";
    private const string Appendix = "vedlegg";
    private const string Contents = "innhold";
    private static readonly string[] Keys = [Front, Main, Bibliography, Appendix];
    private readonly string _folder;
    private readonly string _shownAs;
    private readonly DiagnosticBag _diagnostics;
    private readonly string[] _files;
    private readonly Dictionary<string, List<ManifestEntry>> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    // Files that a misspelt name most likely meant: they are not also reported as left out.
    private readonly HashSet<string> _meant = new(StringComparer.Ordinal);
    private ManifestFile? _bibliography;

    private BookManifestReader(string folder, string shownAs, DiagnosticBag diagnostics)
    {
        _folder = folder;
        _shownAs = shownAs + "/" + BookManifest.FileName;
        _diagnostics = diagnostics;
        _files = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Reads the manifest of a folder; null when there is none or it is not YAML, after a report.</summary>
    public static BookManifest? Read(string folder, string shownAs, DiagnosticBag diagnostics) =>
        new BookManifestReader(folder, shownAs, diagnostics).Read();

    private BookManifest? Read()
    {
        var path = Path.Combine(_folder, BookManifest.FileName);
        if (!File.Exists(path))
        {
            _diagnostics.Add(Diagnostic.Error("RB3200", new SourcePlace(_shownAs)));
            return null;
        }

        var yaml = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            yaml.Load(reader);
        }
        catch (YamlException exception)
        {
            _diagnostics.Add(Diagnostic.Error("RB3201", PlaceOf(exception.Start), exception.InnerException?.Message ?? exception.Message));
            return null;
        }

        if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
        {
            ReadKeys(root);
        }

        ManifestEntry[] entries = [.. EntriesOf(Front), .. EntriesOf(Main), .. EntriesOf(Appendix)];
        if (!entries.Any(e => e.Matter == Matter.Main))
        {
            _diagnostics.Add(Diagnostic.Error("RB3207", new SourcePlace(_shownAs)));
        }

        ReportUnlisted();
        return new BookManifest(entries, _bibliography);
    }

    private List<ManifestEntry> EntriesOf(string key) => _entries.GetValueOrDefault(key, []);

    private void ReadKeys(YamlMappingNode root)
    {
        foreach (var (keyNode, value) in root.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? string.Empty;
            switch (key)
            {
                case Bibliography when value is YamlScalarNode { Value: { Length: > 0 } name }:
                    _bibliography = FileOf(name, value);
                    break;
                case Front or Main or Appendix when value is YamlSequenceNode items && items.All(i => i is YamlScalarNode):
                    _entries[key] = [.. items.Cast<YamlScalarNode>().Select(i => EntryOf(key, i)).OfType<ManifestEntry>()];
                    break;
                case Front or Main or Appendix when value is YamlScalarNode { Value: null or "" }:
                    break;
                case Front or Main or Appendix or Bibliography:
                    var expected = ToolTexts.Get(key == Bibliography ? "manifest.file" : "manifest.list");
                    _diagnostics.Add(Diagnostic.Error("RB3205", PlaceOf(value.Start), key) with { Expected = expected });
                    break;
                default:
                    _diagnostics.Add(
                        Diagnostic.Error("RB3202", PlaceOf(keyNode.Start)) with
                        {
                            Found = key,
                            Expected = string.Join(", ", Keys),
                            Nearest = NearestName.Find(key, Keys),
                        }
                    );
                    break;
            }
        }
    }

    private ManifestEntry? EntryOf(string key, YamlScalarNode node)
    {
        var matter =
            key == Front ? Matter.Front
            : key == Main ? Matter.Main
            : Matter.Appendix;
        if (node.Value == Contents)
        {
            return new ManifestEntry(matter, null);
        }

        return FileOf(node.Value ?? string.Empty, node) is { } file ? new ManifestEntry(matter, file) : null;
    }

    private ManifestFile? FileOf(string name, YamlNode node)
    {
        var place = PlaceOf(node.Start);
        if (!_files.Contains(name, StringComparer.Ordinal))
        {
            var nearest = NearestName.Find(name, _files.Append(Contents));
            _diagnostics.Add(Diagnostic.Error("RB3203", place) with { Found = name, Nearest = nearest });
            if (nearest is not null)
            {
                _meant.Add(nearest);
            }

            return null;
        }

        if (!_seen.Add(name))
        {
            _diagnostics.Add(Diagnostic.Error("RB3204", place) with { Found = name });
            return null;
        }

        return new ManifestFile(name, place);
    }

    private void ReportUnlisted()
    {
        var listed = _seen.Union(_meant).Append("README.md").ToHashSet(StringComparer.Ordinal);
        foreach (var file in _files.Where(f => f.EndsWith(".md", StringComparison.Ordinal) && !listed.Contains(f)))
        {
            _diagnostics.Add(Diagnostic.Warning("RB3206", new SourcePlace(_shownAs)) with { Found = file });
        }
    }

    private SourcePlace PlaceOf(Mark mark) => new(_shownAs, (int)mark.Line, (int)mark.Column);
}
