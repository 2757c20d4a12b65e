using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class ToleranceTextTest
{
    [Fact]
    public void Of_Tolerances_AreToldInNorwegianNumbers() =>
        Assert.StartsWith(
            "Toleransen er 0 for antall, 0,5 prosentpoeng for andeler, 0,000001 for gjennomsnitt",
            ToleranceText.Of(new Tolerances { Share = 0.5 }, PageFixture.Content(new DiagnosticBag()).Labels),
            StringComparison.Ordinal
        );
}
