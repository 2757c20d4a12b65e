using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>Reads one fact that is a category.</summary>
internal static class FactJson
{
    private static readonly JsonFieldNames Names = new(["id", "variable", "categories", "status"]);

    /// <summary>The fact; null when something is wrong with it: RB7013 for categories of a fact that is not known.</summary>
    public static CategoryFact? Read(ref JsonText json)
    {
        if (json.Object(Names) is not { } fields)
        {
            return null;
        }

        var (faults, at) = (json.Faults.Count, json.At);
        string? id = null;
        var variable = string.Empty;
        List<string> categories = [];
        var status = QuantityStatus.Estimated;
        while (json.Next(ref fields) is { } field)
        {
            switch (field)
            {
                case "id":
                    id = json.Id();
                    break;
                case "variable":
                    variable = json.Text() ?? string.Empty;
                    break;
                case "categories":
                    categories = json.Texts();
                    break;
                default:
                    status = json.Word<QuantityStatus>();
                    break;
            }
        }

        json.Close(fields);
        if (json.Faults.Count > faults)
        {
            return null;
        }

        if (status == QuantityStatus.Estimated)
        {
            return CategoryFact.Of(id!, variable, categories);
        }

        if (categories.Count > 0)
        {
            var fault = Diagnostic.Error("RB7013", json.Faults.At(at), id!, EditionWriter.NameOf(status));
            json.Faults.Add(fault with { Found = categories[0] });
            return null;
        }

        return CategoryFact.Without(id!, variable, status);
    }
}
