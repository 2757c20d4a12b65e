using System.Security.Cryptography;
using System.Text;
using ReportBuilder.Commands;
using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Briefings.Making;

/// <summary>
/// Fingerprints of all that a briefing is made of. Numbers enter as they are printed, so a change in one municipality that moves another's model by less than a digit leaves that one's briefing
/// as it is.
/// </summary>
internal sealed class BriefingKeys
{
    private readonly BriefingMaterial _material;
    private readonly string _shared;

    /// <summary>Gathers what all briefings share.</summary>
    public BriefingKeys(BriefingMaterial material)
    {
        _material = material;
        var publication = material.Publication;
        var lines = new List<string>
        {
            ToolIdentity.Mark.Fingerprint,
            TypesetterFolder.Fingerprint(),
            publication.Publisher,
            publication.Series,
            publication.Date.ToText(),
        };
        lines.AddRange(publication.Authors);
        lines.AddRange(publication.Keywords);
        foreach (var scheme in Breakdown.Schemes.Where(material.Set.Clouds.ContainsKey))
        {
            lines.Add(Breakdown.Token(scheme));
            lines.AddRange(material.Set.Clouds[scheme].Fields.Select(f => f.ToString()));
        }

        _shared = string.Join('\n', lines);
    }

    /// <summary>The fingerprint of a briefing in a language that cannot be used.</summary>
    public string OfNothing => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_shared)));

    /// <summary>The fingerprint of one briefing.</summary>
    public string Of(Briefing briefing, BriefingLanguage language)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(_shared);
        Append(language.Code + language.Fingerprint);
        hash.AppendData(EditionWriter.Write(BriefingDocument.EditionOf(briefing)));
        var map = _material.MapOf(briefing, language);
        var words = BriefingWords.Of(briefing, map?.Source, language.Labels);
        foreach (var (name, text) in words.Words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            Append($"{name} {text}");
        }

        foreach (var (name, answer) in words.Answers.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            Append($"{name} {(answer ? 1 : 0)}");
        }

        foreach (var ring in map?.Chart.Areas.SelectMany(a => a.Rings) ?? [])
        {
            Append(string.Join(' ', ring.Points.Select(p => $"{((int)p.X).ToText()},{((int)p.Y).ToText()}")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // No text has the sign that parts them.
        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
    }
}
