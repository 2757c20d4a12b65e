using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Commands;

/// <summary>What every command on data stands on: the declared columns, and the municipalities of the years.</summary>
/// <param name="Schema">Columns of the harmonised dataset.</param>
/// <param name="Municipalities">Municipalities of the years.</param>
internal sealed record DataGround(DatasetSchema Schema, MunicipalityTable Municipalities)
{
    /// <summary>The list of municipalities.</summary>
    public const string MunicipalityFile = "kommuner.csv";

    /// <summary>What became of them.</summary>
    public const string ChangeFile = "kommuneendringer.csv";

    /// <summary>Reads both; null when one cannot be used, and the bag says why.</summary>
    /// <param name="schemaFile">The declared columns.</param>
    /// <param name="municipalityFolder">Folder with <c>kommuner.csv</c> and <c>kommuneendringer.csv</c>.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static DataGround? Read(string schemaFile, string municipalityFolder, DiagnosticBag bag)
    {
        var schema = DatasetSchema.Read(schemaFile, ShownPath.Of(schemaFile), bag);
        var (list, changes) = (Path.Combine(municipalityFolder, MunicipalityFile), Path.Combine(municipalityFolder, ChangeFile));
        var municipalities = MunicipalityTable.Read(list, ShownPath.Of(list), changes, ShownPath.Of(changes), bag);
        return schema is null || municipalities is null ? null : new DataGround(schema, municipalities);
    }
}
