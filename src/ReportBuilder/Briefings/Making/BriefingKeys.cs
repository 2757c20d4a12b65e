using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportBuilder.Commands;
using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Stages;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Briefings.Making;

/// <summary>
/// Fingerprints of all that decides the bytes of a briefing: its text as it goes to the typesetter, what its charts draw, and what all have in common. A number that is not told, or a sentence
/// of the templates that this briefing does not use, is no part of it, so a change in one municipality makes only those briefings anew that say something else than before.
/// </summary>
internal sealed class BriefingKeys
{
    private readonly string _shared;

    /// <summary>Gathers what all briefings share.</summary>
    public BriefingKeys(BriefingMaterial material)
    {
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

    /// <summary>The fingerprint of a briefing that cannot be written.</summary>
    public string OfNothing => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_shared)));

    /// <summary>The fingerprint of a briefing.</summary>
    public string Of(BriefingDocument document, BriefingLanguage language)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(_shared);
        Append(language.Code + language.LookFingerprint);
        foreach (var file in document.Source.Files)
        {
            Append(file.Path);
            hash.AppendData(SHA256.HashData(file.Content.AsSpan()));
        }

        foreach (var table in document.Source.Tables)
        {
            Append(string.Create(CultureInfo.InvariantCulture, $"{table.Columns} {table.Summary}"));
            Append(string.Join(' ', table.Rows));
        }

        foreach (var figure in document.Figures)
        {
            Append(figure.Id);
            foreach (var quantity in figure.Chart.Quantities)
            {
                Append(Drawn(quantity));
            }

            foreach (var ring in figure.Chart is MapChart map ? map.Areas.SelectMany(a => a.Rings) : [])
            {
                Append(string.Join(' ', ring.Points.Select(p => $"{((int)p.X).ToText()},{((int)p.Y).ToText()}")));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // No text has the sign that parts them.
        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
    }

    /// <summary>All of a number that a chart may draw: its value, its limits, or why it has none.</summary>
    private static string Drawn(Quantity quantity) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{quantity.Id.Value} {quantity.Status} {quantity.Value} {quantity.Decimals} {quantity.Interval?.Low} {quantity.Interval?.High}"
        );
}
