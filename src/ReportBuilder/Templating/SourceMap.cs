using ReportBuilder.Diagnostics;

namespace ReportBuilder.Templating;

/// <summary>
/// Leads an offset in the rendered Markdown back to line and column in the template. Text copied from the template maps character by
/// character; text that an expression printed maps to where the expression begins.
/// </summary>
public sealed class SourceMap
{
    private readonly TemplateSource _source;
    private readonly int[] _outputStarts;
    private readonly Segment[] _segments;

    internal SourceMap(TemplateSource source, IReadOnlyList<Segment> segments)
    {
        _source = source;
        _segments = [.. segments];
        _outputStarts = [.. segments.Select(s => s.OutputStart)];
    }

    /// <summary>Place in the template of a character of the rendered Markdown.</summary>
    public SourcePlace PlaceOf(int outputOffset)
    {
        if (_segments.Length == 0)
        {
            return new SourcePlace(_source.ShownAs, 1, 1);
        }

        var found = Array.BinarySearch(_outputStarts, outputOffset);
        var segment = _segments[Math.Max(0, found >= 0 ? found : ~found - 1)];
        var offset = segment.IsVerbatim ? segment.SourceStart + (outputOffset - segment.OutputStart) : segment.SourceStart;
        return _source.PlaceOf(Math.Clamp(offset, 0, _source.Text.Length));
    }

    /// <summary>A run of output that came from one place.</summary>
    /// <param name="OutputStart">Where it begins in the output.</param>
    /// <param name="SourceStart">Where it comes from in the template.</param>
    /// <param name="IsVerbatim">True when it was copied character by character.</param>
    internal readonly record struct Segment(int OutputStart, int SourceStart, bool IsVerbatim);
}
