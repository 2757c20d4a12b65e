using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Editions.Published;
using ReportBuilder.Tests.Conventions;

namespace ReportBuilder.Tests.Editions.Published;

/// <summary>A small transcribed publication in a folder of its own, whose files a test may replace.</summary>
internal sealed class PublishedFolder : IDisposable
{
    public const string Table =
        "table,row,column,value,unit,raw\n1,Jobbsjansen,2019,76,prosent,76 %\n1,Introduksjonsprogrammet,2019,55,prosent,55 %\n";

    public const string Statements =
        "id,figure_or_section,quantity,scheme,category,value,unit,raw_phrase_key\nF001,Kap. 1,måloppnåelse,Jobbsjansen,2019,74,prosent,er 74 prosent\n";

    public const string MappingHeader = "kilde,rad,kolonne,enhet,id,mot,storrelse,lesning,slingring,grunn,merknad\n";

    public const string Mapping =
        MappingHeader
        + "tabell-01,Jobbsjansen,2019,prosent,overgang.jobbsjansen,,share,,,,\n"
        + "tabell-01,Introduksjonsprogrammet,2019,prosent,overgang.introduksjonsprogrammet,,share,,,,\n"
        + "F001,,,prosent,overgang.jobbsjansen,,share,,,,NOTES B3\n";

    public const string Relations = "id,regel,ledd\nforskjell.*,differanse,*.jobbsjansen|*.introduksjonsprogrammet\n";

    private readonly TemporaryFolder _folder = new();

    public PublishedFolder()
    {
        Write("tables/tabell-01.csv", Table);
        Write(TranscriptionReader.StatementFile, Statements);
        Write(MappingReader.FileName, Mapping);
        Write(RelationReader.FileName, Relations);
    }

    public DiagnosticBag Bag { get; } = new();

    public string Path => System.IO.Path.Combine(_folder.Path, "2019");

    public void Write(string name, string text) => _folder.Write("2019/" + name, text);

    public PublishedImport? Import(params (string Id, Unit Unit)[] known) =>
        EditionImporter.Import(
            Path,
            "utgave",
            known.Length == 0 ? null : known.ToDictionary(k => k.Id, k => k.Unit, StringComparer.Ordinal),
            Bag
        );

    /// <summary>The one thing that is wrong.</summary>
    public Diagnostic Fault() => Bag.Sorted().Single();

    public void Dispose() => _folder.Dispose();
}
