namespace ReportBuilder.Tests;

public class SmokeTest
{
    [Xunit.Fact]
    public void T() => Xunit.Assert.True(true);
}
