using ReportBuilder.Diagnostics;
using ReportBuilder.Documents.Markdown;
using ReportBuilder.Templating;

namespace ReportBuilder.Documents;

/// <summary>
/// Reads BibTeX: entries with fields in braces, quotation marks or bare, joined with <c>#</c>; corporate authors in double braces. Enough for
/// what Zotero and EndNote export; macros (<c>@string</c>) are not read.
/// </summary>
public sealed class BibTexReader
{
    private static readonly Dictionary<string, WorkKind> Kinds = new(StringComparer.Ordinal)
    {
        ["book"] = WorkKind.Book,
        ["report"] = WorkKind.Report,
        ["techreport"] = WorkKind.Report,
        ["article"] = WorkKind.Article,
        ["misc"] = WorkKind.Misc,
        ["online"] = WorkKind.Misc,
        ["incollection"] = WorkKind.InCollection,
    };

    private static readonly string[] Ignored = ["comment", "preamble", "string"];
    private readonly TemplateSource _source;
    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly SortedDictionary<string, BibWork> _works = new(StringComparer.Ordinal);
    private int _at;

    private BibTexReader(TemplateSource source, DiagnosticBag diagnostics)
    {
        _source = source;
        _text = source.Text;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads a file; what is wrong is reported, and the other entries are still read.</summary>
    public static Bibliography Read(TemplateSource source, DiagnosticBag diagnostics)
    {
        var reader = new BibTexReader(source, diagnostics);
        reader.ReadEntries();
        return new Bibliography(reader._works);
    }

    private void ReadEntries()
    {
        // Text outside entries is comment in BibTeX.
        while (_at < _text.Length && (_at = _text.IndexOf('@', _at)) >= 0)
        {
            var start = _at++;
            var type = ReadWhile(char.IsAsciiLetter).ToLowerInvariant();
            SkipBlanks();
            if (_at >= _text.Length || _text[_at] is not ('{' or '('))
            {
                continue;
            }

            _at++;
            if (!Ignored.Contains(type) && !ReadEntry(type, start))
            {
                _diagnostics.Add(Diagnostic.Error("RB4310", _source.PlaceOf(start)));
                SkipToNextEntry(start);
            }
        }
    }

    /// <summary>Reads one entry past its opening brace; false when it does not hold together.</summary>
    private bool ReadEntry(string type, int start)
    {
        SkipBlanks();
        var key = ReadWhile(c => c is not (',' or '}' or '{' or '=') && !char.IsWhiteSpace(c));
        SkipBlanks();
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (_at < _text.Length && _text[_at] == ',')
        {
            _at++;
            SkipBlanks();
            var name = ReadWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').ToLowerInvariant();
            SkipBlanks();
            if (name.Length == 0)
            {
                break;
            }

            if (_at >= _text.Length || _text[_at++] != '=' || ReadValue() is not { } value)
            {
                return false;
            }

            fields[name] = value;
            SkipBlanks();
        }

        if (_at >= _text.Length || _text[_at] is not ('}' or ')'))
        {
            return false;
        }

        _at++;
        Add(type, key, fields, start);
        return true;
    }

    private void Add(string type, string key, IReadOnlyDictionary<string, string> fields, int start)
    {
        var place = _source.PlaceOf(start);
        if (!Kinds.TryGetValue(type, out var kind))
        {
            _diagnostics.Add(Diagnostic.Warning("RB4311", place) with { Found = type, Nearest = NearestName.Find(type, Kinds.Keys) });
        }

        if (!Keys.IsId(key))
        {
            _diagnostics.Add(Diagnostic.Error("RB4312", place) with { Found = key });
            return;
        }

        var work = new BibWork(
            key,
            kind,
            fields.ToDictionary(f => f.Key, f => LatexText.Plain(f.Value), StringComparer.Ordinal),
            BibNames.Read(fields.GetValueOrDefault("author")),
            BibNames.Read(fields.GetValueOrDefault("editor")),
            place
        );
        if (!_works.TryAdd(key, work))
        {
            _diagnostics.Add(Diagnostic.Error("RB4313", place) with { Found = key });
        }

        string[] missing =
        [
            .. work.Creators.Count == 0 ? ["author"] : Array.Empty<string>(),
            .. string.IsNullOrEmpty(work.Field("title")) ? ["title"] : Array.Empty<string>(),
        ];
        foreach (var field in missing)
        {
            _diagnostics.Add(Diagnostic.Error("RB4314", place, key, field));
        }
    }

    private string? ReadValue()
    {
        var value = string.Empty;
        while (true)
        {
            SkipBlanks();
            if (_at >= _text.Length)
            {
                return null;
            }

            var part = _text[_at] switch
            {
                '{' => ReadBraced(),
                '"' => ReadQuoted(),
                _ => ReadWhile(c => c is not (',' or '}' or '#' or ')') && !char.IsWhiteSpace(c)),
            };
            if (part is null)
            {
                return null;
            }

            value += part;
            SkipBlanks();
            if (_at >= _text.Length || _text[_at] != '#')
            {
                return value;
            }

            _at++;
        }
    }

    private string? ReadBraced()
    {
        var start = ++_at;
        for (var depth = 1; _at < _text.Length; _at++)
        {
            if (_text[_at] == '\\')
            {
                _at++;
            }
            else if (_text[_at] == '{')
            {
                depth++;
            }
            else if (_text[_at] == '}' && --depth == 0)
            {
                return _text[start.._at++];
            }
        }

        return null;
    }

    private string? ReadQuoted()
    {
        var start = ++_at;
        for (var depth = 0; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '\\':
                    _at++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                case '"' when depth == 0:
                    return _text[start.._at++];
            }
        }

        return null;
    }

    private string ReadWhile(Func<char, bool> isPart)
    {
        var start = _at;
        while (_at < _text.Length && isPart(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void SkipBlanks() => ReadWhile(char.IsWhiteSpace);

    /// <summary>An entry that does not close swallows the file; reading starts again at the next line that begins with «@».</summary>
    private void SkipToNextEntry(int start)
    {
        var next = _text.IndexOf("\n@", start, StringComparison.Ordinal);
        _at = next >= 0 ? next + 1 : _text.Length;
    }
}
