using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>How large a programme is in a municipality-year.</summary>
internal enum SiteBand
{
    /// <summary>More finished than the limit, and enough of them complete for the models.</summary>
    Modelled,

    /// <summary>More finished than the limit, but too few complete.</summary>
    Counted,

    /// <summary>Fewer, but enough for the table of municipalities.</summary>
    Listed,

    /// <summary>A handful or none.</summary>
    Other,
}

/// <summary>A municipality-year that may run introduksjonsprogrammet, while its size is decided.</summary>
internal sealed class Site(Municipality municipality, int area, double score, bool isFixed, bool mustBeListed, int side)
{
    /// <summary>The municipality that year.</summary>
    public Municipality Municipality { get; } = municipality;

    /// <summary>Number of the present-day municipality.</summary>
    public int Area { get; } = area;

    /// <summary>Log of the size it inclines to.</summary>
    public double Score { get; set; } = score;

    /// <summary>True when Jobbsjansen runs there, so that it must be among the modelled.</summary>
    public bool IsFixed { get; } = isFixed;

    /// <summary>True when it must be at least listed.</summary>
    public bool MustBeListed { get; } = mustBeListed;

    /// <summary>−1 below the median population that is to be, 1 above, 0 when it must not be listed.</summary>
    public int Side { get; } = side;

    /// <summary>Its band.</summary>
    public SiteBand Band { get; set; }

    /// <summary>Finished.</summary>
    public int Finished { get; set; }

    /// <summary>Complete among them.</summary>
    public int Complete { get; set; }

    /// <summary>Changes places with another of the same year.</summary>
    public void Swap(Site other)
    {
        (Score, other.Score) = (other.Score, Score);
        (Band, other.Band) = (other.Band, Band);
    }
}
