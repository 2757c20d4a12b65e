using ReportBuilder.Diagnostics;
using ReportBuilder.Labels;

namespace ReportBuilder.Templating.Words;

/// <summary>
/// The forms a helper offers. They are whatever the labels hold, so that a new noun or comparison is a line in a file: <c>boy.deltaker.entall</c>
/// gives the form «deltaker» of <c>boy</c>.
/// </summary>
internal sealed class WordForms
{
    private readonly LabelSet _labels;
    private readonly QuantityArguments _arguments;

    public WordForms(LabelSet labels, QuantityArguments arguments)
    {
        _labels = labels;
        _arguments = arguments;
    }

    /// <summary>
    /// The form named by an argument, or the ordinary one (empty) when there is no such argument. Null after a report: not a word, or no
    /// label for it (RB3425, with the nearest).
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="argument">Which argument names the form.</param>
    /// <param name="before">What a key has before the form.</param>
    /// <param name="after">What a key has after it.</param>
    public string? Read(FunctionCall call, int argument, string before, string after)
    {
        if (call.Arguments.Count <= argument)
        {
            return string.Empty;
        }

        var form = call.Arguments[argument] as string ?? string.Empty;
        if (form.Length > 0 && _labels.Has(before + form + after))
        {
            return form;
        }

        var forms = _labels
            .Keys.Where(k => k.StartsWith(before, StringComparison.Ordinal) && k.EndsWith(after, StringComparison.Ordinal))
            .Where(k => k.Length > before.Length + after.Length)
            .Select(k => k[before.Length..^after.Length])
            .Where(f => !f.Contains('.', StringComparison.Ordinal));
        _arguments.FailNear("RB3425", call, form, NearestName.Find(form, forms));
        return null;
    }
}
