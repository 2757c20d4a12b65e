using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.StatBank;
using Xunit;

namespace ReportBuilder.Tests.StatBank;

/// <summary>A small dataset as text, to be spoilt in one place at a time.</summary>
internal static class JsonStatText
{
    /// <summary>Two regions, two contents, one year. The second content of the second region is confidential.</summary>
    public const string Small = """
        {
          "version": "2.0",
          "class": "dataset",
          "label": "11342: Areal og befolkning",
          "source": "Statistisk sentralbyrå",
          "updated": "2020-02-27T07:00:00Z",
          "note": ["Folketall per 1. januar."],
          "role": {"time": ["Tid"], "geo": ["Region"], "metric": ["ContentsCode"]},
          "id": ["Region", "ContentsCode", "Tid"],
          "size": [2, 2, 1],
          "dimension": {
            "Region": {
              "label": "region",
              "category": {"index": {"0301": 0, "4601": 1}, "label": {"0301": "Oslo", "4601": "Bergen"}},
              "extension": {"elimination": true, "show": "value"}
            },
            "ContentsCode": {
              "label": "statistikkvariabel",
              "category": {
                "index": ["Folkemengde", "Areal"],
                "label": {"Folkemengde": "Folkemengde 1. januar", "Areal": "Areal (km²)"},
                "unit": {"Folkemengde": {"base": "personer", "decimals": 0}}
              }
            },
            "Tid": {"label": "år", "category": {"label": {"2020": "2020"}}}
          },
          "value": [693494, 454.12, 283929, null],
          "status": {"3": ":"}
        }
        """;

    /// <summary>Reads a text; diagnostics come back in order.</summary>
    public static (JsonStatDataset? Table, IReadOnlyList<Diagnostic> Diagnostics) Parse(string json)
    {
        var bag = new DiagnosticBag();
        var table = JsonStatDataset.Parse(Encoding.UTF8.GetBytes(json), "tabell.json", bag);
        return (table, bag.Sorted());
    }

    /// <summary>The small dataset with one text put in place of another, which must be there once.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Equal(2, Small.Split(old).Length);
        return Small.Replace(old, replacement, StringComparison.Ordinal);
    }
}
