using System.Buffers;
using System.Text;
using CsCheck;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Typesetting.Archive;
using Xunit;

namespace ReportBuilder.Tests.Typesetting.Archive;

public class PdfParserTest
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSameObject() =>
        Property.Holds(PdfObjectGen.Objects, value => Assert.Equal(value, Read(Write(value)), EqualityComparer<PdfObject>.Default));

    [Fact]
    public void Write_WhatWasRead_IsTheSameBytes() =>
        Property.Holds(PdfObjectGen.Objects, value => Assert.Equal(Write(value), Write(Read(Write(value)))));

    [Fact]
    public void Read_AnyBytes_GivesAnObjectOrSaysWhereItFails() =>
        Property.Holds(
            PdfObjectGen.AnyOf("<<", ">>", "[", "]", "(", ")", "<", ">", "/K", " ", "1", "0 R", "\\", "#4", "%x\n", "true", "-").Array[
                0,
                12
            ],
            words =>
            {
                try
                {
                    Read(Encoding.Latin1.GetBytes(string.Concat(words)));
                }
                catch (PdfShapeException shape)
                {
                    Assert.Matches(@"^byte \d+$", shape.Message);
                }
            }
        );

    [Theory]
    [InlineData(
        @"(a\(b\)\\ \101\7z\
c)",
        "a(b)\\ A\az" + "c"
    )]
    [InlineData("(en (to) tre)", "en (to) tre")]
    [InlineData("(a\r\nb\rc)", "a\nb\nc")]
    [InlineData("<48 65\n6A7>", "Hejp")]
    [InlineData("% comment\n (x)", "x")]
    public void Read_String_DecodesIt(string source, string expected) =>
        Assert.Equal(expected, Assert.IsType<PdfString>(Read(Encoding.Latin1.GetBytes(source))).Latin);

    [Fact]
    public void Read_NumbersAndReferences_AreToldApart() =>
        Assert.Equal(
            new PdfArray([PdfNumber.Of(1), PdfNumber.Of(2), new PdfReference(3, 0), PdfNumber.Of(4), new PdfNumber("0.5")]),
            Read("[1 2 3 0 R 4 0.5]"u8.ToArray()),
            EqualityComparer<PdfObject>.Default
        );

    [Theory]
    [InlineData("<< /A 1 /A 2 >>")]
    [InlineData("<< /A >>")]
    [InlineData("<< A 1 >>")]
    [InlineData("[1 2")]
    [InlineData("(a")]
    [InlineData("<4G>")]
    [InlineData("/A#4")]
    [InlineData("nul")]
    [InlineData("1.2.3")]
    [InlineData("")]
    public void Read_BrokenObject_IsRefused(string source) =>
        Assert.Throws<PdfShapeException>(() => Read(Encoding.Latin1.GetBytes(source)));

    [Fact]
    public void Read_EndlessNesting_IsRefused() =>
        Assert.Throws<PdfShapeException>(() => Read(Encoding.Latin1.GetBytes(new string('[', 100_000))));

    private static PdfObject Read(byte[] source) => new PdfParser(new PdfLexer(source, 0)).Read();

    private static byte[] Write(PdfObject value)
    {
        var output = new ArrayBufferWriter<byte>();
        new PdfSerializer(output).Write(value);
        return output.WrittenSpan.ToArray();
    }
}
