using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace ReportBuilder.Tests.Typesetting;

/// <summary>Finds in a finished PDF what a typographer would send back. Knows the measures and sizes of the style in <c>templates/typst</c>.</summary>
internal static class PageFaults
{
    private const double Millimetre = 72 / 25.4;
    private const double Side = 28 * Millimetre;
    private const double Top = 30 * Millimetre;
    private const double Bottom = 29 * Millimetre;

    // Punctuation at the edge of justified text hangs out a little.
    private const double Overhang = 4;

    // The running head ends 9 mm above the text; «Tabell 3 fortsetter» stands between the two.
    private const double HeadBand = 21.5 * Millimetre;

    /// <summary>All faults, each with its page. The cover is left out.</summary>
    /// <param name="pdf">A report in the style.</param>
    /// <param name="least">Smallest part of a page that may be filled, on a page that is not the last of its chapter.</param>
    public static IReadOnlyList<string> Of(PdfDocument pdf, double least)
    {
        var pages = pdf.GetPages().Skip(1).Select(p => new PageLines(p)).ToList();
        return
        [
            .. pages.SelectMany(
                (page, i) => Of(page, pages.ElementAtOrDefault(i + 1), least).Select(fault => $"page {page.Number}: {fault}")
            ),
        ];
    }

    private static IEnumerable<string> Of(PageLines page, PageLines? next, double least)
    {
        foreach (var line in page.All.Where(l => l.Left < Side - Overhang || l.Right > page.Width - Side + Overhang))
        {
            yield return $"outside the margins: {line.Text}";
        }

        if (page.Body.Count == 0)
        {
            yield return "empty";
            yield break;
        }

        var last = page.Body[^1];
        if (last.IsHeading)
        {
            yield return $"heading at the foot: {last.Text}";
        }

        if (last.IsCaption)
        {
            yield return $"caption without what it belongs to: {last.Text}";
        }

        if (page.Body[0].IsTableHead)
        {
            yield return $"table that goes on without saying so: {page.Body[0].Text}";
        }

        var filled = (page.Height - Top - last.Baseline) / (page.Height - Top - Bottom);
        if (next is { HasRunningHead: true } && next.Height == page.Height && filled < least)
        {
            yield return FormattableString.Invariant($"filled to {filled:P0}");
        }
    }

    /// <summary>The lines of a page from top to bottom; letters on one baseline are a line.</summary>
    private sealed class PageLines
    {
        public PageLines(Page page)
        {
            Number = page.Number;
            Width = page.Width;
            Height = page.Height;
            All =
            [
                .. page
                    .Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value))
                    .GroupBy(l => Math.Round(l.StartBaseLine.Y))
                    .OrderByDescending(g => g.Key)
                    .Select(g => new Line([.. g.OrderBy(l => l.StartBaseLine.X)])),
            ];
            Body = [.. All.Where(l => l.Baseline > Bottom - 4 * Millimetre && l.Baseline < Height - HeadBand)];
        }

        public int Number { get; }

        public double Width { get; }

        public double Height { get; }

        public IReadOnlyList<Line> All { get; }

        public IReadOnlyList<Line> Body { get; }

        public bool HasRunningHead => All.Count > 0 && All[0].Baseline >= Height - HeadBand && All[0].Size < 9.5;
    }

    /// <summary>Letters on one baseline.</summary>
    private sealed class Line(IReadOnlyList<Letter> letters)
    {
        public string Text => string.Concat(letters.Select(l => l.Value));

        public double Baseline => letters[0].StartBaseLine.Y;

        public double Left => letters[0].StartBaseLine.X;

        public double Right => letters.Max(l => l.EndBaseLine.X);

        public double Size => letters.Max(l => l.PointSize);

        public bool IsHeading => IsHead && Size > 10.5;

        public bool IsCaption => IsHead && Math.Abs(Size - 10) < 0.1 && Left < Side + 1;

        public bool IsTableHead => IsHead && Size < 9.4;

        private bool IsHead => letters.All(l => l.FontName?.Contains("SourceSans3-SemiBold", StringComparison.OrdinalIgnoreCase) == true);
    }
}
