using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>Writes wage costs: KOSTRA for introduksjonsprogrammet by the municipalities there were each year, accounts for the projects of Jobbsjansen.</summary>
internal static class AccountLines
{
    /// <summary>Writes KOSTRA function 275. A programme that lies in what were several municipalities has its costs divided among them by their refugees.</summary>
    public static void WriteKostra(RawTables tables, MunicipalityTable municipalities, WageSums sums, RawFileWriter file)
    {
        var register = tables.Register(RawTables.Kostra);
        file.Header(register.Header);
        foreach (var year in sums.All.GroupBy(s => s.Place.Year))
        {
            var parts = municipalities.InYear(year.Key).ToLookup(m => municipalities.Current(m.Year, m.Code).Code);
            var rows = new List<(string Code, double? Wages)>();
            foreach (var (place, wages) in year)
            {
                var area = parts[municipalities.Current(place.Year, place.Municipality.Code).Code].ToList();
                var shares = wages is { } known
                    ? Quotas.LargestRemainder([.. area.Select(m => Math.Max(1.0, m.Refugees))], (int)Math.Round(known))
                    : null;
                rows.AddRange(area.Select((m, i) => (m.Code, (double?)shares?[i])));
            }

            foreach (var (code, wages) in rows.OrderBy(r => r.Code, StringComparer.Ordinal))
            {
                Write(register, file, code, null, year.Key, wages);
            }
        }
    }

    /// <summary>Writes the accounts of the projects, in NOK 1000 with one decimal.</summary>
    public static void WriteProjects(RawTables tables, WageSums sums, RawFileWriter file)
    {
        var register = tables.Register(RawTables.Accounts);
        file.Header(register.Header);
        foreach (var (place, wages) in sums.All)
        {
            Write(
                register,
                file,
                place.Text.Municipality,
                place.Text.Project,
                place.Year,
                wages is { } known ? Math.Round(known, 1) : null
            );
        }
    }

    private static void Write(RawRegister register, RawFileWriter file, string municipality, string? project, int year, double? wages)
    {
        foreach (var column in register.Columns)
        {
            switch (column.Content)
            {
                case RawContent.Municipality:
                    file.Cell(file.Encode(municipality));
                    break;
                case RawContent.Project when project is not null:
                    file.Cell(file.Encode(project));
                    break;
                case RawContent.Year:
                    file.Number(year);
                    break;
                case RawContent.Free:
                    file.Cell(file.Encode(register.Free(column.Name).Texts[0]));
                    break;
                case RawContent.Wages when wages is { } known:
                    file.Decimal(known);
                    break;
                case RawContent.Provenance:
                    file.Cell(file.Encode(Dataset.SyntheticToken));
                    break;
                default:
                    file.Empty();
                    break;
            }
        }

        file.EndRow();
    }
}
