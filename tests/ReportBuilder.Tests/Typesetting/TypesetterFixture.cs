using ReportBuilder.Typesetting;
using Xunit;

namespace ReportBuilder.Tests.Typesetting;

/// <summary>One typesetter with one process, shared by the tests of a class.</summary>
public sealed class TypesetterFixture : IAsyncLifetime
{
    public ITypesetter Typesetter { get; } = NodeTypesetter.Start(new NodeTypesetterOptions());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => Typesetter.DisposeAsync();
}
