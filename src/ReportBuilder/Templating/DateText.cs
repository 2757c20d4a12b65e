using System.Globalization;
using ReportBuilder.Labels;

namespace ReportBuilder.Templating;

/// <summary>Dates in Norwegian; the names of the months stand in the labels.</summary>
public static class DateText
{
    /// <summary>«20. november 2026».</summary>
    public static string Day(DateOnly date, LabelSet labels) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day}.\u00A0{Month(date, labels)}");

    /// <summary>«november 2026».</summary>
    public static string Month(DateOnly date, LabelSet labels) =>
        string.Create(CultureInfo.InvariantCulture, $"{labels.Get(MonthKey(date))} {date.Year}");

    private static string MonthKey(DateOnly date) => "maaned." + date.Month.ToString("00", CultureInfo.InvariantCulture);
}
