using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>Reads one claim of the text. Its place is a line of the template; the template's folder is not known.</summary>
internal static class ClaimJson
{
    private static readonly JsonFieldNames Names = new(["template", "line", "kind", "quantities", "limits", "outcome", "sentence"]);

    /// <summary>The claim; null when something is wrong with it.</summary>
    public static Claim? Read(ref JsonText json, QuantityRefs numbers)
    {
        if (json.Object(Names) is not { } fields)
        {
            return null;
        }

        var faults = json.Faults.Count;
        var (template, line, kind, sentence) = (string.Empty, 0, string.Empty, string.Empty);
        IReadOnlyList<QuantityId> quantities = [];
        IReadOnlyList<string> limits = [];
        var outcome = ClaimOutcome.Holds;
        while (json.Next(ref fields) is { } field)
        {
            switch (field)
            {
                case "template":
                    template = json.Text() ?? string.Empty;
                    break;
                case "line":
                    line = json.Integer(0, int.MaxValue);
                    break;
                case "kind":
                    kind = json.Text() ?? string.Empty;
                    break;
                case "quantities":
                    quantities = numbers.ReadList(ref json, $"{template}:{line.ToText()}");
                    break;
                case "limits":
                    limits = json.Texts();
                    break;
                case "outcome":
                    outcome = json.Word<ClaimOutcome>();
                    break;
                default:
                    sentence = json.Text() ?? string.Empty;
                    break;
            }
        }

        json.Close(fields);
        return json.Faults.Count > faults
            ? null
            : new Claim
            {
                Kind = kind,
                QuantityIds = quantities,
                Limits = limits,
                Outcome = outcome,
                Template = template,
                Place = new SourcePlace(template, line),
                Sentence = sentence,
            };
    }
}
