using Xunit;

namespace ReportBuilder.Tests.Documents;

/// <summary>
/// Compares text with a file of expected text. With the environment variable <c>REPORTBUILDER_UPDATE_GOLDEN=1</c> the file is written instead,
/// and the difference is read in version control.
/// </summary>
internal static class GoldenFile
{
    private const string UpdateVariable = "REPORTBUILDER_UPDATE_GOLDEN";

    public static void Compare(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"{path} is missing; run with {UpdateVariable}=1 to write it.");
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }
}
