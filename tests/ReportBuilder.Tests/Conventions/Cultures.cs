using System.Globalization;
using Xunit;

namespace ReportBuilder.Tests.Conventions;

/// <summary>Cultures that write numbers and change case differently; results must not follow them.</summary>
internal static class Cultures
{
    /// <summary>Decimal comma and U+2212 (nb-NO), point (en-US), point between thousands (de-DE), dotted and dotless i (tr-TR).</summary>
    public static TheoryData<string> Names => ["nb-NO", "en-US", "de-DE", "tr-TR"];

    /// <summary>Runs something with a current culture, and puts the old one back.</summary>
    public static T Under<T>(string name, Func<T> run)
    {
#pragma warning disable RS0030 // The one place where the culture is changed on purpose.
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
#pragma warning restore RS0030
    }
}
