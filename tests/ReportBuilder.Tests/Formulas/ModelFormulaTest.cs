using CsCheck;
using ReportBuilder.Diagnostics;
using ReportBuilder.Formulas;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Formulas;

public class ModelFormulaTest
{
    private static readonly string[] Columns = ["y", "a", "b", "c", "d", "x", "age", "a b", "å"];

    /// <summary>Expected terms are <c>attr(terms(f), "term.labels")</c> in R 4.2.2.</summary>
    [Theory]
    [InlineData("y ~ a * b * c - a:b", "a", "b", "c", "a:c", "b:c", "a:b:c")]
    [InlineData("y ~ a/b", "a", "a:b")]
    [InlineData("y ~ (a + b + c)^2", "a", "b", "c", "a:b", "a:c", "b:c")]
    [InlineData("y ~ b:a + a + c:b:a + a", "a", "b:a", "b:a:c")]
    [InlineData("y ~ a/(b + c)", "a", "a:b", "a:c")]
    [InlineData("y ~ (a + b)/c", "a", "b", "a:b:c")]
    [InlineData("y ~ (a + b):c * d", "d", "a:c", "b:c", "a:c:d", "b:c:d")]
    [InlineData("y ~ a - a")]
    [InlineData("y ~ (a * b)^2 + (1 + a)^3", "a", "b", "a:b")]
    [InlineData("y ~ a * 1", "a")]
    [InlineData("y ~ a ** 2 + a:a", "a")]
    [InlineData("y~I(x^2)+I(x/10)+I(a+b*c)+I(-x)+log(x+1)", "I(x^2)", "I(x/10)", "I(a + b * c)", "I(-x)", "log(x + 1)")]
    [InlineData("y ~ scale( x,scale=FALSE) + `a b` + `age` + factor(`a b`)", "scale(x, scale = FALSE)", "`a b`", "age", "factor(`a b`)")]
    [InlineData(
        "y ~ I(1e5*x) + I(x*0.1) + I(2*x/3) + I(x^-1) + I((a+b)*2)",
        "I(1e+05 * x)",
        "I(x * 0.1)",
        "I(2 * x/3)",
        "I(x^-1)",
        "I((a + b) * 2)"
    )]
    [InlineData("y ~ factor(å) + scale(x,T,F) + I(a - b)", "factor(å)", "scale(x, T, F)", "I(a - b)")]
    public void Read_FixedPart_HasTheTermsOfR(string formula, params string[] terms) =>
        Assert.Equal(terms, Read(formula)!.Terms.Select(t => t.Name));

    /// <summary>Expected names are those of <c>lme4::findbars</c>.</summary>
    [Theory]
    [InlineData("y ~ x + (1 | a/b/c)", "c:(b:a)", "b:a", "a")]
    [InlineData("y ~ x + (1 | a:b) + (1 | c)", "a:b", "c")]
    [InlineData("y ~ (1 | factor(a))", "factor(a)")]
    public void Read_RandomPart_HasTheGroupsOfLme4(string formula, params string[] groups) =>
        Assert.Equal(groups, Read(formula)!.Groupings.Select(g => g.Name));

    [Fact]
    public void Read_AnyText_EndsInAFormulaOrAFault()
    {
        string[] words =
        [
            "y",
            "a",
            "x",
            "~",
            "+",
            "-",
            "*",
            "/",
            "^",
            ":",
            "(",
            ")",
            "|",
            "||",
            "1",
            "0",
            "2",
            "factor(",
            "scale(",
            "I(",
            ",",
            "=",
            "`",
            "\"",
            "%in%",
            " ",
            "å",
            "€",
            "TRUE",
        ];
        Property.Holds(
            Gen.Int[0, words.Length - 1].Array[0, 25],
            picks =>
            {
                var bag = new DiagnosticBag();
                var formula = ModelFormula.Read(string.Concat(picks.Select(i => words[i])), Columns, new FormulaReport(bag));
                Assert.Equal(formula is null, bag.HasErrors);
            }
        );
    }

    [Fact]
    public void Read_DeepOrLongFormula_IsRefusedInTime()
    {
        Assert.Null(Read("y ~ " + new string('(', 5000) + "a" + new string(')', 5000)));
        var columns = Enumerable.Range(0, 40).Select(i => $"v{i}").ToList();
        var bag = new DiagnosticBag();
        Assert.Null(ModelFormula.Read($"y ~ ({string.Join('+', columns)})^6", [.. columns, "y"], new FormulaReport(bag)));
        Assert.Contains(bag.Sorted(), d => d.Code == "RB6116");
    }

    private static ModelFormula? Read(string formula) => ModelFormula.Read(formula, Columns, new FormulaReport(new DiagnosticBag()));
}
