using Xunit;

namespace ReportBuilder.Tests.Chain;

/// <summary>The registers of a twin with every tenth line of NIR, made once: faults are found in a tenth of the time.</summary>
public sealed class TwinSlice : IDisposable
{
    private const int Step = 10;
    private readonly TwinFolder _folder = TwinFolder.Of(2022);

    public TwinSlice()
    {
        var nir = _folder.Register("nir.csv");
        var kept = nir.Lines.Where((_, i) => i % Step == 0).ToList();
        nir.Lines.Clear();
        nir.Lines.AddRange(kept);
        nir.Save();
        var (data, diagnostics) = _folder.Harmonise();
        // The municipalities whose participants are gone still have their costs.
        Assert.All(diagnostics, d => Assert.Equal("RB2256", d.Code));
        Assert.NotNull(data);
        Assert.Empty(data.SetAside);
        Rows = data.Participants.RowCount;
    }

    /// <summary>Participants without a fault.</summary>
    public int Rows { get; }

    internal TwinFolder Copy() => _folder.Copy();

    public void Dispose() => _folder.Dispose();
}
