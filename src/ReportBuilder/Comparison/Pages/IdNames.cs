using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Names of numbers and facts that no table or figure shows: the parts of the id in the words of the report, when there are words for all of them.</summary>
internal sealed class IdNames(LabelSet labels)
{
    /// <summary>The name; <see cref="DifferenceName.None"/> when a part has no words.</summary>
    public DifferenceName Of(string id)
    {
        var parts = id.Split('.');
        if (Word("sammenligning.navn.familie." + parts[0]) is not { } family)
        {
            return DifferenceName.None;
        }

        var words = new List<string> { family };
        for (var i = 1; i < parts.Length; i++)
        {
            var part = parts[i];
            if (Word("sammenligning.navn.kjennetegn." + part) is { } variable)
            {
                words.Add(variable);
                // A variable is followed by one of its categories where the number is for one.
                if (i + 1 < parts.Length && Word($"{part}.{parts[i + 1]}") is { } category)
                {
                    words.Add(category);
                    i++;
                }
            }
            else if (
                (Word("ordning." + part) ?? Word("sammenligning.navn.tall." + part) ?? Word("sammenligning.navn.ord." + part)) is { } word
            )
            {
                words.Add(word);
            }
            else
            {
                return DifferenceName.None;
            }
        }

        return new DifferenceName(words, string.Empty);
    }

    private string? Word(string key) => labels.Has(key) ? labels.Get(key) : null;
}
