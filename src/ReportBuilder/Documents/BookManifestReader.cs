using ReportBuilder.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReportBuilder.Documents;

/// <summary>
/// Reads <c>bok.yaml</c>: keys <c>foran</c>, <c>kapitler</c>, <c>litteratur</c>, <c>vedlegg</c>, and what is promised of the numbers in <c>samme_tall</c> and <c>oppsummerer</c>. A chapter is a file or a list of files. Unknown
/// keys, missing files, files named twice and templates not named at all are diagnostics.
/// </summary>
public sealed class BookManifestReader
{
    private const string Front = "foran";
    private const string Main = "kapitler";
    private const string Bibliography = "litteratur";
    private const string Appendix = "vedlegg";
    private const string Contents = "innhold";
    private const string SameNumbers = ManifestPromises.SameNumbersKey;
    private const string Summaries = ManifestPromises.SummariesKey;
    private static readonly string[] Keys = [Front, Main, Bibliography, Appendix, SameNumbers, Summaries];
    private readonly string _shownAs;
    private readonly string _path;
    private readonly DiagnosticBag _diagnostics;
    private readonly ManifestFiles _files;
    private readonly Dictionary<string, List<ManifestEntry>> _entries = new(StringComparer.Ordinal);
    private ManifestFile? _bibliography;
    private ManifestPromises _promises = ManifestPromises.None;

    private BookManifestReader(string folder, string shownAs, DiagnosticBag diagnostics)
    {
        _path = Path.Combine(folder, BookManifest.FileName);
        _shownAs = shownAs + "/" + BookManifest.FileName;
        _diagnostics = diagnostics;
        _files = new ManifestFiles(folder, Contents, diagnostics);
    }

    /// <summary>Reads the manifest of a folder; null when there is none or it is not YAML, after a report.</summary>
    public static BookManifest? Read(string folder, string shownAs, DiagnosticBag diagnostics) =>
        new BookManifestReader(folder, shownAs, diagnostics).Read();

    private BookManifest? Read()
    {
        if (!File.Exists(_path))
        {
            _diagnostics.Add(Diagnostic.Error("RB3200", new SourcePlace(_shownAs)));
            return null;
        }

        var yaml = new YamlStream();
        try
        {
            using var reader = new StreamReader(_path);
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

        _files.ReportUnlisted(new SourcePlace(_shownAs));
        _promises.ReportUnknown(
            [.. entries.Select(e => e.File?.Name).OfType<string>(), .. _files.LeftOut.Select(l => l.Name)],
            _diagnostics
        );
        return new BookManifest(entries, _bibliography, _files.LeftOut) { Promises = _promises };
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
                    _bibliography = _files.Find(name, PlaceOf(value.Start));
                    break;
                case Front or Main or Appendix when value is YamlSequenceNode items:
                    _entries[key] = [.. items.SelectMany(i => ChapterOf(key, i))];
                    break;
                case Front or Main or Appendix when value is YamlScalarNode { Value: null or "" }:
                    break;
                case SameNumbers or Summaries when _promises.With(key, value, n => PlaceOf(n.Start)) is { } promises:
                    _promises = promises;
                    break;
                case SameNumbers:
                    ReportForm(key, value, "manifest.groups");
                    break;
                case Front or Main or Appendix or Bibliography or Summaries:
                    ReportForm(key, value, key == Bibliography ? "manifest.file" : "manifest.list");
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

    /// <summary>A file, or a list of files that make one chapter.</summary>
    private IEnumerable<ManifestEntry> ChapterOf(string key, YamlNode node)
    {
        var matter =
            key == Front ? Matter.Front
            : key == Main ? Matter.Main
            : Matter.Appendix;
        if (node is YamlScalarNode { Value: Contents })
        {
            return [new ManifestEntry(matter, null)];
        }

        if (node is not YamlSequenceNode files)
        {
            return FileOf(key, node) is { } only ? [new ManifestEntry(matter, only)] : [];
        }

        if (files.Children is [{ } first, ..] && OptionalFile.Read(first) is { IsOptional: true } optional)
        {
            _diagnostics.Add(Diagnostic.Error("RB3208", PlaceOf(first.Start)) with { Found = optional.Name });
        }

        return
        [
            .. files
                .Children.Select((f, i) => FileOf(key, f) is { } file ? new ManifestEntry(matter, file, i > 0) : null)
                .OfType<ManifestEntry>(),
        ];
    }

    private ManifestFile? FileOf(string key, YamlNode node)
    {
        if (OptionalFile.Read(node) is { } file)
        {
            return file.IsOptional
                ? _files.FindOptional(file.Name, file.Title, PlaceOf(node.Start))
                : _files.Find(file.Name, PlaceOf(node.Start));
        }

        ReportForm(key, node, "manifest.entry");
        return null;
    }

    private void ReportForm(string key, YamlNode node, string expected) =>
        _diagnostics.Add(Diagnostic.Error("RB3205", PlaceOf(node.Start), key) with { Expected = ToolTexts.Get(expected) });

    private SourcePlace PlaceOf(Mark mark) => new(_shownAs, (int)mark.Line, (int)mark.Column);

    /// <summary>A file as written: <c>a.md</c>, <c>a.md?</c> or <c>a.md?: Title</c>.</summary>
    private readonly record struct OptionalFile(string Name, string Title, bool IsOptional)
    {
        public static OptionalFile? Read(YamlNode node) =>
            node switch
            {
                YamlScalarNode { Value: { } name } => Of(name, string.Empty),
                YamlMappingNode { Children: [{ Key: YamlScalarNode { Value: { } name }, Value: YamlScalarNode { Value: { } title } }] }
                    when name.EndsWith('?') => Of(name, title),
                _ => null,
            };

        private static OptionalFile Of(string name, string title) =>
            name.EndsWith('?') ? new(name[..^1], title.Length > 0 ? title : name[..^1], true) : new(name, name, false);
    }
}
