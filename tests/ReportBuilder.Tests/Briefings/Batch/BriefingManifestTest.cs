using System.Text;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

public sealed class BriefingManifestTest : IDisposable
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private readonly TemporaryFolder _folder = new();

    private static BriefingManifest Sample { get; } =
        new()
        {
            Whole = Hash,
            Shard = new Shard(2, 8),
            Total = 710,
            Entries =
            [
                new BriefingEntry
                {
                    Code = "3419",
                    Name = "Våler (Innlandet)",
                    Language = "nb",
                    Status = BriefingStatus.Made,
                    File = "nb/3419-valer-innlandet.pdf",
                    Pages = 4,
                    Bytes = 99_000,
                    Fingerprint = Hash,
                    Key = Hash,
                },
                new BriefingEntry
                {
                    Code = "3419",
                    Name = "Våler (Innlandet)",
                    Language = "nn",
                    Status = BriefingStatus.Failed,
                    Key = Hash,
                    Reason = "RB3401, RB4202",
                },
            ],
        };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_Sample_IsThisText() =>
        Assert.Equal(
            $$"""
            {
              "schema": 1,
              "whole": "{{Hash}}",
              "shard": 2,
              "shards": 8,
              "total": 710,
              "briefings": [
                {"code":"3419","name":"Våler (Innlandet)","language":"nb","status":"made","key":"{{Hash}}","file":"nb/3419-valer-innlandet.pdf","pages":4,"bytes":99000,"sha256":"{{Hash}}"},
                {"code":"3419","name":"Våler (Innlandet)","language":"nn","status":"failed","key":"{{Hash}}","reason":"RB3401, RB4202"}
              ]
            }

            """,
            Encoding.UTF8.GetString(BriefingManifestWriter.Write(Sample))
        );

    [Fact]
    public void Read_Written_IsTheSame()
    {
        var (manifest, codes) = Read(Encoding.UTF8.GetString(BriefingManifestWriter.Write(Sample)));
        Assert.Empty(codes);
        Assert.Equivalent(Sample, manifest, strict: true);
    }

    [Theory]
    [InlineData("nb/3419-valer-innlandet.pdf", "../../3419-x.pdf", "RB8063")]
    [InlineData("nb/3419-valer-innlandet.pdf", "nb/3418-valer.pdf", "RB8063")]
    [InlineData("nb/3419-valer-innlandet.pdf", "nn/3419-valer.pdf", "RB8063")]
    [InlineData("\"reason\":\"RB3401, RB4202\"", "\"pages\":3", "RB8063")]
    [InlineData("\"pages\":4", "\"pages\":0", "RB7008")]
    [InlineData("\"language\":\"nn\"", "\"language\":\"nb\"", "RB7010")]
    [InlineData("\"shard\": 2", "\"shard\": 9", "RB8063")]
    [InlineData("  \"shards\": 8,\n", "", "RB8063")]
    [InlineData("\"status\":\"failed\"", "\"status\":\"feil\"", "RB7012")]
    [InlineData("\"schema\": 1", "\"schema\": 2", "RB7005")]
    public void Read_TamperedWith_IsRefused(string old, string now, string code)
    {
        var text = Encoding.UTF8.GetString(BriefingManifestWriter.Write(Sample));
        Assert.Contains(old, text, StringComparison.Ordinal);
        var (manifest, codes) = Read(text.Replace(old, now, StringComparison.Ordinal));
        Assert.Null(manifest);
        Assert.Contains(code, codes);
    }

    [Fact]
    public void Read_CutAnywhere_IsRefused()
    {
        var text = Encoding.UTF8.GetString(BriefingManifestWriter.Write(Sample));
        for (var length = 0; length < text.Length - 2; length += 7)
        {
            Assert.NotEmpty(Read(text[..length]).Codes);
        }
    }

    private (BriefingManifest? Manifest, IReadOnlyList<string> Codes) Read(string text)
    {
        var bag = new DiagnosticBag();
        var manifest = BriefingManifestReader.Read(_folder.Write("manifest.json", text), "manifest.json", bag);
        return (manifest, [.. bag.Sorted().Select(d => d.Code)]);
    }
}
