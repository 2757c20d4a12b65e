using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Conventions;

/// <summary>Results cannot be changed by who gets them.</summary>
public class ImmutabilityTest
{
    private static readonly string[] Folders =
    [
        "Briefings",
        "Briefings.Batch",
        "Comparison",
        "Comparison.Quantities",
        "Configuration",
        "Diagnostics",
        "Disclosure",
        "Editions",
        "Figures",
        "Stages",
        "Tables",
    ];

    public static TheoryData<string> Records =>
        [
            .. typeof(Quantity)
                .Assembly.GetExportedTypes()
                .Where(t => Folders.Contains(t.Namespace?["ReportBuilder.".Length..]) && IsRecord(t))
                .Select(t => t.FullName!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_Properties_CanBeSetOnlyWhenItIsMade(string name)
    {
        foreach (var property in TypeOf(name).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ?? true;
            Assert.True(isInit || !property.SetMethod!.IsPublic, $"{name}.{property.Name} can be set.");
        }

        Assert.DoesNotContain(TypeOf(name).GetFields(BindingFlags.Public | BindingFlags.Instance), f => !f.IsInitOnly);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_Collections_AreReadOnly(string name)
    {
        foreach (var property in TypeOf(name).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var type = property.PropertyType;
            var isCollection = type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);
            Assert.True(!isCollection || IsReadOnly(type), $"{name}.{property.Name} is a {type.Name}.");
        }
    }

    [Fact]
    public void Records_Found_IncludeTheResultsThatMatter()
    {
        foreach (
            var type in new[]
            {
                typeof(Quantity),
                typeof(Edition),
                typeof(ReportBuilder.Figures.Figure),
                typeof(ReportBuilder.Tables.Table),
            }
        )
        {
            Assert.Contains(type.FullName!, Records.Select(r => r.Data));
        }
    }

    private static bool IsReadOnly(Type type) =>
        type.Namespace == typeof(ImmutableArray).Namespace
        || (
            type.IsGenericType
            && (
                type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                || type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
                || type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            )
        );

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static Type TypeOf(string name) => typeof(Quantity).Assembly.GetType(name, throwOnError: true)!;
}
