using ReportBuilder.Typesetting;

namespace ReportBuilder.Tests.Typesetting;

/// <summary>A folder with a Node program that misbehaves on purpose in place of the typesetter.</summary>
internal sealed class FakeTypesetter : IDisposable
{
    private const string Hello = """process.stdout.write(JSON.stringify({ node: process.versions.node }) + '\n');""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typesetter-test-");

    private FakeTypesetter(string script) => File.WriteAllText(Path.Combine(_folder.FullName, TypesetterFolder.Script), script);

    public NodeTypesetterOptions Options => new() { Folder = _folder.FullName };

    /// <summary>A program that is the given script and nothing else.</summary>
    public static FakeTypesetter Raw(string script) => new(script);

    /// <summary>A program that starts as it should and runs the given statement for every request, which is in <c>request</c>.</summary>
    public static FakeTypesetter Answering(string statement) =>
        new(
            $$"""
            import { existsSync, writeFileSync } from 'node:fs';
            import { createInterface } from 'node:readline';
            {{Hello}}
            const send = (header, body = '') => process.stdout.write(JSON.stringify(header) + '\n' + body);
            createInterface({ input: process.stdin }).on('line', (line) => { const request = JSON.parse(line); {{statement}} });
            """
        );

    public void Dispose() => _folder.Delete(recursive: true);
}
