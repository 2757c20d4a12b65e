using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>Decides who finished where and when: every published number of places and participants holds exactly, for any seed.</summary>
internal static class PlaceDraw
{
    /// <summary>Makes the rows, in order of scheme, year and project.</summary>
    public static Population Draw(
        SyntheticParameters parameters,
        MunicipalityTable municipalities,
        DatasetSchema schema,
        RandomSource random
    )
    {
        var last = municipalities.InYear(municipalities.Years[^1]);
        var areaOf = last.Select((m, i) => (m.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        var job = new JobPlaces(parameters, municipalities, areaOf, random).Draw();
        var intro = new IntroPlaces(parameters, municipalities, areaOf, random).Draw(job);
        intro = new WageGaps(parameters.Places, random).Mark(intro, job);
        ProjectYear[] all = [.. intro.Concat(job).OrderBy(p => p.Scheme)];
        return new Population(schema, all, last.Count);
    }
}
