using System.Text;
using ReportBuilder.Tests.Typesetting.Archive;
using ReportBuilder.Typesetting.Archive;
using UglyToad.PdfPig;

namespace ReportBuilder.Tests.Briefings.Making;

/// <summary>Where a secret was found.</summary>
public enum LeakChannel
{
    FileName,
    Property,
    AltText,
    PageText,
    Bookmark,
}

/// <summary>Looks for secrets in all that a briefing tells: the name of the file, its properties, the words for those who cannot see, the words on the pages and in the drawings, the bookmarks.</summary>
internal static class BriefingLeaks
{
    public static IReadOnlySet<LeakChannel> Find(string fileName, byte[] pdf, string secret)
    {
        var found = new HashSet<LeakChannel>();
        Look(LeakChannel.FileName, fileName);
        using (var open = PdfDocument.Open(pdf))
        {
            var about = open.Information;
            Look(
                LeakChannel.Property,
                string.Join('\n', about.Title, about.Author, about.Subject, about.Keywords, about.Creator, about.Producer)
            );
            if (open.TryGetXmpMetadata(out var xmp))
            {
                Look(LeakChannel.Property, xmp.GetXDocument().ToString());
            }

            foreach (var page in open.GetPages())
            {
                // With and without spaces, as a PDF does not keep them.
                Look(LeakChannel.PageText, string.Join(' ', page.GetWords().Select(w => w.Text)));
                Look(LeakChannel.PageText, string.Concat(page.Letters.Select(l => l.Value)));
            }

            if (open.TryGetBookmarks(out var bookmarks))
            {
                Look(LeakChannel.Bookmark, string.Join('\n', bookmarks.GetNodes().Select(n => n.Title)));
            }
        }

        var structure = new OpenPdf(pdf);
        foreach (var figure in structure.Elements("Figure"))
        {
            if (structure.Resolve(figure.Dictionary["Alt"]) is PdfString alt)
            {
                Look(LeakChannel.AltText, TextOf(alt));
            }
        }

        return found;

        void Look(LeakChannel channel, string text)
        {
            if (Plain(text).Contains(Plain(secret), StringComparison.Ordinal))
            {
                found.Add(channel);
            }
        }
    }

    private static string TextOf(PdfString text) =>
        text.Bytes is [0xFE, 0xFF, ..]
            ? Encoding.BigEndianUnicode.GetString(text.Bytes.AsSpan()[2..])
            : Encoding.Latin1.GetString(text.Bytes.AsSpan());

    private static string Plain(string text) =>
        text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("\u00AD", string.Empty, StringComparison.Ordinal);
}
