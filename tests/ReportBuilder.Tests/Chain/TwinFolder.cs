using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;
using ReportBuilder.Synthesis.Raw;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;
using ReportBuilder.Tests.Synthesis.Raw;

namespace ReportBuilder.Tests.Chain;

/// <summary>The registers of a twin and the rule files in a folder of their own, to be changed and harmonised.</summary>
internal sealed class TwinFolder : IDisposable
{
    private static readonly Lazy<ReportSettings> LazySettings = new(() =>
        DataFolder.Read(bag => SettingsReader.Read(Repository.PathOf("report.yaml"), "report.yaml", bag))
    );

    private readonly TemporaryFolder _folder = new();

    /// <summary>The project's settings.</summary>
    public static ReportSettings Own => LazySettings.Value;

    public string Registers => System.IO.Path.Combine(_folder.Path, "registre");

    public string Rules => System.IO.Path.Combine(_folder.Path, "recodings");

    public RegisterSources Sources => RegisterSources.In(Registers);

    /// <summary>Writes the registers of a seed.</summary>
    public static TwinFolder Of(ulong seed)
    {
        var folder = new TwinFolder();
        folder.CopyRules();
        var request = TwinDraw.Request(folder._folder, seed);
        RawTwin.Write(request with { Folder = folder.Registers, Draw = _ => TwinDraw.Draw(seed) });
        return folder;
    }

    /// <summary>A copy that may be changed.</summary>
    public TwinFolder Copy()
    {
        var copy = new TwinFolder();
        copy.CopyRules();
        foreach (var path in Directory.EnumerateFiles(Registers, "*", SearchOption.AllDirectories))
        {
            copy._folder.Write(
                System.IO.Path.Combine("registre", System.IO.Path.GetRelativePath(Registers, path)),
                File.ReadAllBytes(path)
            );
        }

        return copy;
    }

    /// <summary>Path of a register by the name of its file.</summary>
    public string PathOf(string file) => System.IO.Path.Combine(Registers, file);

    public RawText Register(string file) => RawText.Read(PathOf(file));

    public RawText RuleFile(string file) => RawText.Read(System.IO.Path.Combine(Rules, file));

    /// <summary>Reads and harmonises as the commands do; all diagnostics come back.</summary>
    public (HarmonisedData? Data, IReadOnlyList<Diagnostic> Diagnostics) Harmonise(RegisterSources? sources = null)
    {
        var bag = new DiagnosticBag(int.MaxValue);
        var ground = new DataGround(DataFolder.Schema, DataFolder.Municipalities);
        var data = RegisterHarmonisation.Run(Own with { RecodingFolder = Rules }, ground, sources ?? Sources, bag);
        return (data, bag.Sorted());
    }

    public void Dispose() => _folder.Dispose();

    private void CopyRules()
    {
        foreach (var path in Directory.EnumerateFiles(DataFolder.Path("recodings"), "*.csv"))
        {
            _folder.Write(System.IO.Path.Combine("recodings", System.IO.Path.GetFileName(path)), File.ReadAllBytes(path));
        }
    }
}
