using System.Collections.Immutable;
using CsCheck;
using ReportBuilder.Typesetting.Archive;

namespace ReportBuilder.Tests.Typesetting.Archive;

/// <summary>Makes PDF objects of every kind but streams, some of them inside each other.</summary>
internal static class PdfObjectGen
{
    private static readonly Gen<string> Names = Gen.Char[(char)1, (char)255].Array[0, 8].Select(characters => new string(characters));

    private static readonly Gen<PdfObject> Simple = Gen.OneOf<PdfObject>(
        Gen.Const((PdfObject)PdfNull.Instance),
        Gen.Bool.Select(value => (PdfObject)new PdfBoolean(value)),
        Gen.Long.Select(value => (PdfObject)PdfNumber.Of(value)),
        AnyOf("-.5", "0.12156863", "+7", "4.", "-0").Select(text => (PdfObject)new PdfNumber(text)),
        Names.Select(name => (PdfObject)new PdfName(name)),
        Gen.Byte.Array[0, 12].Select(bytes => (PdfObject)new PdfString([.. bytes])),
        AnyOf("a(b)c", "\\", "Tabell", "))((").Select(text => (PdfObject)PdfString.OfText(text)),
        Gen.Select(Gen.Int[0, 99_999], Gen.Int[0, 9]).Select((number, generation) => (PdfObject)new PdfReference(number, generation))
    );

    /// <summary>Objects up to three deep.</summary>
    public static Gen<PdfObject> Objects { get; } = Nested(Nested(Nested(Simple)));

    /// <summary>One of some values.</summary>
    public static Gen<string> AnyOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<PdfObject> Nested(Gen<PdfObject> inner) =>
        Gen.Frequency(
            (3, inner),
            (1, inner.Array[0, 5].Select(items => (PdfObject)new PdfArray([.. items]))),
            (1, Gen.Select(Names, inner).Array[0, 5].Select(entries => (PdfObject)new PdfDictionary(Distinct(entries))))
        );

    private static ImmutableArray<KeyValuePair<string, PdfObject>> Distinct((string Key, PdfObject Value)[] entries) =>
        [.. entries.DistinctBy(entry => entry.Key).Select(entry => KeyValuePair.Create(entry.Key, entry.Value))];
}
