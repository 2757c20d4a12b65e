namespace ReportBuilder.Editions;

/// <summary>Numbers for the English summary: the same digits as in the Norwegian text, with decimal point and comma between groups of three.</summary>
public static class EnglishNumberText
{
    /// <summary>The number alone, scaled for print, with the decimals of the quantity unless others are given.</summary>
    public static string Number(Quantity quantity, int? decimals = null) =>
        NorwegianNumberText.Number(quantity, decimals).Replace(',', '.').Replace(NorwegianNumberText.GroupSpace, ',');
}
