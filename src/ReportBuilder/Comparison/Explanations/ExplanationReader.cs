using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>
/// Reads <c>avvik.yaml</c>: <c>fra</c>, <c>til</c>, and <c>avvik</c>, a list in which each entry names one difference (<c>id</c>, <c>gammel</c>, <c>ny</c>) or many
/// (<c>monster</c>, <c>antall</c>, <c>avtrykk</c>), and has <c>klasse</c>, <c>grunn</c>, <c>signert</c> and <c>dato</c>,
/// and may have <c>gjelder</c>: what it is about, in words for readers.
/// </summary>
public static class ExplanationReader
{
    private const int FewestLetters = 2;

    /// <summary>
    /// Reads the file; null when it cannot be read at all. Faults are gathered: RB1001–RB1006 for the form of the file, RB7060 for an unknown class, RB7061 for an entry
    /// that names nothing or both an id and a pattern, RB7062 for an ill-formed pattern, RB7063 for a key that belongs to the other kind of entry, RB7064 for the same id or
    /// pattern twice. An entry without class, reason, signature or date is a warning (RB7065); a reason or a signature has at least two letters.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">The file as the user named it.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static ExplanationFile? Read(string path, string shownAs, DiagnosticBag bag)
    {
        if (YamlSection.Read(path, shownAs, bag) is not { } root)
        {
            return null;
        }

        var (from, to) = (root.Text("fra"), root.Text("til"));
        var explanations = new List<Explanation>();
        var unfinished = new List<ExplanationTarget>();
        var seen = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
        foreach (var section in root.Sections("avvik"))
        {
            var target = Target(section);
            var (explanation, lacking) = Sign(section, target);
            section.Close();
            if (target.Pattern.Length == 0)
            {
                continue;
            }

            if (!seen.TryAdd(target.Pattern, target.Place))
            {
                bag.Add(
                    Diagnostic.Error("RB7064", target.Place, ToolTexts.Get("explain.line", seen[target.Pattern].Line)) with
                    {
                        Found = target.Pattern,
                    }
                );
            }
            else if (explanation is not null)
            {
                explanations.Add(explanation);
            }
            else if (lacking.Count > 0)
            {
                bag.Add(Diagnostic.Warning("RB7065", target.Place, string.Join(", ", lacking)) with { Found = target.Pattern });
                unfinished.Add(target);
            }
        }

        root.Close();
        return new ExplanationFile(from, to, explanations, unfinished);
    }

    /// <summary>What an entry is about; without a pattern when it does not tell.</summary>
    private static ExplanationTarget Target(YamlSection section)
    {
        var (id, pattern) = (section.Text("id", string.Empty), section.Text("monster", string.Empty));
        if (id.Length > 0 == pattern.Length > 0)
        {
            section.Report(Diagnostic.Error("RB7061", section.Place));
        }
        else if (DifferencePattern.FaultOf(id.Length > 0 ? id : pattern, isRule: pattern.Length > 0) is { } fault)
        {
            section.Report(
                Diagnostic.Error(
                    "RB7062",
                    section.PlaceOf(id.Length > 0 ? "id" : "monster"),
                    ToolTexts.Get($"explain.pattern.{fault}")
                ) with
                {
                    Found = id.Length > 0 ? id : pattern,
                }
            );
            (id, pattern) = (string.Empty, string.Empty);
        }

        var (old, @new) = (section.OptionalText("gammel"), section.OptionalText("ny"));
        var count = section.Integer("antall", 0, 1, int.MaxValue);
        var fingerprint = section.OptionalText("avtrykk");
        if (pattern.Length > 0)
        {
            Misplaced(section, "gammel", old is not null);
            Misplaced(section, "ny", @new is not null);
        }
        else
        {
            Misplaced(section, "antall", count > 0);
            Misplaced(section, "avtrykk", fingerprint is not null);
        }

        return new ExplanationTarget
        {
            Pattern = id.Length > 0 && pattern.Length > 0 ? string.Empty : id + pattern,
            Old = old,
            New = @new,
            Count = count > 0 ? count : null,
            Fingerprint = fingerprint,
            Place = section.Place,
        };
    }

    private static void Misplaced(YamlSection section, string key, bool isThere)
    {
        if (isThere)
        {
            section.Report(Diagnostic.Error("RB7063", section.PlaceOf(key), key));
        }
    }

    /// <summary>The entry with its signature, or the keys that it lacks for that.</summary>
    private static (Explanation? Explanation, IReadOnlyList<string> Lacking) Sign(YamlSection section, ExplanationTarget target)
    {
        var token = section.Text("klasse", string.Empty);
        var revision = RevisionClasses.Find(token);
        if (revision is null && token.Length > 0)
        {
            section.Report(
                Diagnostic.Error("RB7060", section.PlaceOf("klasse")) with
                {
                    Found = token,
                    Expected = string.Join(", ", RevisionClasses.Tokens),
                    Nearest = NearestName.Find(token, RevisionClasses.Tokens),
                }
            );
        }

        var subject = section.Text("gjelder", string.Empty).Trim();
        var reason = section.Text("grunn", string.Empty).Trim();
        var signature = section.Text("signert", string.Empty).Trim();
        var date = section.Text("dato", string.Empty).Length > 0 ? section.Date("dato") : default;
        var lacking = new List<string>();
        Lack("klasse", token.Length == 0);
        LackWords("grunn", reason);
        LackWords("signert", signature);
        Lack("dato", section.Text("dato", string.Empty).Length == 0);
        return revision is { } known && lacking.Count == 0 && date != default
            ? (
                new Explanation
                {
                    Pattern = target.Pattern,
                    Old = target.Old,
                    New = target.New,
                    Count = target.Count,
                    Fingerprint = target.Fingerprint,
                    Place = target.Place,
                    Class = known,
                    Subject = subject.Length > 0 ? subject : null,
                    Reason = reason,
                    SignedBy = signature,
                    Date = date,
                },
                lacking
            )
            : (null, lacking);

        void Lack(string key, bool isMissing)
        {
            if (isMissing)
            {
                lacking.Add(key);
            }
        }

        // A dot or a dash is no reason, and nobody's name.
        void LackWords(string key, string text)
        {
            if (text.Count(char.IsLetter) < FewestLetters)
            {
                lacking.Add(text.Length == 0 ? key : ToolTexts.Get("explain.letters", key, FewestLetters));
            }
        }
    }
}
