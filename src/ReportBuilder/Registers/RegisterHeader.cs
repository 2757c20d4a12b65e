using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Registers;

/// <summary>A name in the header.</summary>
/// <param name="Text">The name without outer blanks.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="HasOuterBlanks">True when blanks stood around it.</param>
internal readonly record struct HeaderName(string Text, SourcePlace Place, bool HasOuterBlanks);

/// <summary>Matches the names of a header with the variables of a schema.</summary>
internal static class RegisterHeader
{
    /// <summary>For each variable the number of names in the header that are its own, its case and blanks disregarded.</summary>
    public static int CountKnown(RegisterSchema schema, IReadOnlyList<HeaderName> names) => names.Count(n => Find(schema, n.Text) >= 0);

    /// <summary>
    /// For each variable, the field it stands in, or −1. Null when a column is missing (RB2107), stands twice (RB2108) or none is known
    /// (RB2106). Warnings: a name not declared (RB2109), written with other case or blanks (RB2110), or none at all (RB2111).
    /// </summary>
    public static int[]? Match(RegisterSchema schema, IReadOnlyList<HeaderName> names, DiagnosticBag bag)
    {
        if (CountKnown(schema, names) == 0)
        {
            bag.Add(
                Diagnostic.Error("RB2106", names[0].Place) with
                {
                    Expected = string.Join(", ", schema.Variables.Take(3).Select(v => v.Name)) + " …",
                }
            );
            return null;
        }

        var fields = new int[schema.Variables.Count];
        Array.Fill(fields, -1);
        var others = new List<HeaderName>();
        var isGood = true;
        for (var i = 0; i < names.Count; i++)
        {
            var variable = Find(schema, names[i].Text);
            if (variable < 0)
            {
                others.Add(names[i]);
            }
            else if (fields[variable] >= 0)
            {
                isGood = false;
                var first = names[fields[variable]].Place;
                bag.Add(Diagnostic.Error("RB2108", names[i].Place, schema.Variables[variable].Name, first.Line.ToText(), first.Column.ToText()));
            }
            else
            {
                fields[variable] = i;
                WarnOfSpelling(schema.Variables[variable].Name, names[i], bag);
            }
        }

        foreach (var missing in schema.Variables.Where((v, i) => fields[i] < 0 && !v.MayBeAbsent))
        {
            isGood = false;
            ReportMissing(missing.Name, names[0].Place, others, bag);
        }

        var absent = schema.Variables.Where((_, i) => fields[i] < 0).Select(v => v.Name).ToList();
        foreach (var other in others)
        {
            bag.Add(
                other.Text.Length == 0
                    ? Diagnostic.Warning("RB2111", other.Place)
                    : Diagnostic.Warning("RB2109", other.Place, other.Text) with
                    {
                        Nearest = NearestName.Find(other.Text, absent),
                    }
            );
        }

        return isGood ? fields : null;
    }

    private static void ReportMissing(string name, SourcePlace header, List<HeaderName> others, DiagnosticBag bag)
    {
        var nearest = NearestName.Find(name, others.Where(o => o.Text.Length > 0).Select(o => o.Text));
        var at = others.FindIndex(o => o.Text == nearest);
        bag.Add(
            Diagnostic.Error("RB2107", at < 0 ? new SourcePlace(header.File, header.Line) : others[at].Place, name) with
            {
                Found = nearest,
                Expected = name,
            }
        );
        if (at >= 0)
        {
            others.RemoveAt(at);
        }
    }

    private static void WarnOfSpelling(string declared, HeaderName name, DiagnosticBag bag)
    {
        if (name.Text != declared || name.HasOuterBlanks)
        {
            bag.Add(
                Diagnostic.Warning("RB2110", name.Place, declared) with
                {
                    Found = name.HasOuterBlanks ? $" {name.Text} " : name.Text,
                    Expected = declared,
                }
            );
        }
    }

    /// <summary>Exactly the name, or else the name in other case or with other blanks within.</summary>
    private static int Find(RegisterSchema schema, string name)
    {
        var exact = schema.IndexOf(name);
        if (exact >= 0 || name.Length == 0)
        {
            return exact;
        }

        var plain = Plain(name);
        for (var i = 0; i < schema.Variables.Count; i++)
        {
            if (string.Equals(Plain(schema.Variables[i].Name), plain, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Plain(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
