using System.Globalization;
using ReportBuilder.Commands;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Fits;

/// <summary>
/// Writes a fit as lines for a terminal, in the order of R's <c>summary</c>. Numbers have decimal point and plain minus, so that they can be copied
/// into R.
/// </summary>
internal sealed class FitPrinter
{
    private const double SmallestShown = 1e-4;
    private const double LargestShown = 1e6;

    private readonly FitResult _result;
    private readonly FitOptions _options;

    private FitPrinter(FitResult result, FitOptions options)
    {
        _result = result;
        _options = options;
    }

    private string Percent => (100 * _result.Level).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The lines, without line breaks.</summary>
    public static IEnumerable<string> Lines(FitResult result, FitOptions options)
    {
        var printer = new FitPrinter(result, options);
        return
        [
            .. printer.Head(),
            string.Empty,
            .. printer.Coefficients(),
            .. printer.RandomPart(),
            .. printer.Measures(),
            .. printer.Certificate(),
            .. printer.Inflation(),
        ];
    }

    private IEnumerable<string> Head()
    {
        var design = _result.Model.Design;
        yield return ToolTexts.Get("fit.model", _options.Formula);
        yield return ToolTexts.Get("fit.method." + EditionWriter.NameOf(_result.Method), _result.QuadraturePoints);
        yield return ToolTexts.Get("fit.rows", _options.File, design.RowCount, design.RowsGiven, design.OutcomeName, design.Successes);
        foreach (var dropped in design.DroppedRows)
        {
            yield return ToolTexts.Get("fit.dropped." + EditionWriter.NameOf(dropped.Reason), dropped.Term, dropped.Rows);
        }

        if (!_result.IsConverged)
        {
            yield return ToolTexts.Get("fit.refused", ToolTexts.Get("fit.cause." + _result.Cause));
            if (_result.CauseTerms.Count > 0)
            {
                yield return ToolTexts.Get("fit.refused.terms", string.Join(", ", _result.CauseTerms));
            }
        }
    }

    private IEnumerable<string> Coefficients()
    {
        var hasProfile = _result.Profiles.Count > 0;
        List<string> heads =
        [
            ToolTexts.Get("fit.column.term"),
            ToolTexts.Get("fit.column.estimate"),
            ToolTexts.Get("fit.column.error"),
            "z",
            "p",
            ToolTexts.Get(hasProfile ? "fit.column.profile" : "fit.column.low", Percent),
            ToolTexts.Get("fit.column.high"),
            ToolTexts.Get("fit.column.odds"),
        ];
        List<IReadOnlyList<string>> rows = [heads];
        for (var i = 0; i < _result.Coefficients.Count; i++)
        {
            rows.Add(Row(i, hasProfile));
        }

        if (_result.Errors == ErrorKind.Cluster)
        {
            yield return ToolTexts.Get("fit.errors.cluster", _result.Cluster!.Column, _result.Cluster.Groups);
        }
        else if (_result.RobustName is { } name)
        {
            yield return ToolTexts.Get("fit.errors.robust", name);
        }
        else if (_result.RobustProblem is { } problem)
        {
            yield return ToolTexts.Get("fit.errors.problem", ToolTexts.Get("fit.robust." + EditionWriter.NameOf(problem)));
        }

        foreach (var line in Aligned(rows))
        {
            yield return line;
        }

        var design = _result.Model.Design;
        foreach (var alias in design.Aliased)
        {
            yield return ToolTexts.Get(
                "fit.aliased." + EditionWriter.NameOf(alias.Reason),
                design.Columns[alias.Column].Name,
                string.Join(", ", alias.Combination.Select(f => design.Columns[f.Column].Name))
            );
        }

        foreach (var coding in design.Terms.Where(t => t.ReferenceLevel is not null))
        {
            yield return ToolTexts.Get("fit.reference", coding.Term, coding.ReferenceLevel);
        }
    }

    private string[] Row(int index, bool hasProfile)
    {
        var (column, estimate) = _result.Coefficients[index];
        if (_result.ModelCoefficients[index].Estimate is not { } own)
        {
            return [column.Name, ToolTexts.Get("fit.none"), .. Enumerable.Repeat(string.Empty, 6)];
        }

        var (low, high) = hasProfile
            ? (_result.Profiles[index].Low.Value, _result.Profiles[index].High.Value)
            : (estimate?.Interval.Low, estimate?.Interval.High);
        return
        [
            column.Name,
            Number(own.Value),
            Number(estimate?.StandardError),
            estimate is null ? string.Empty : Decimals(estimate.Z, 3),
            estimate is null ? string.Empty : P(estimate.P),
            Number(low),
            Number(high),
            Number(Math.Exp(own.Value)),
        ];
    }

    private IEnumerable<string> RandomPart()
    {
        if (_result.Components.Count == 0)
        {
            yield break;
        }

        yield return string.Empty;
        List<IReadOnlyList<string>> rows =
        [
            [
                ToolTexts.Get("fit.column.group"),
                ToolTexts.Get("fit.column.variance"),
                ToolTexts.Get("fit.column.error"),
                ToolTexts.Get("fit.column.deviation"),
                ToolTexts.Get("fit.column.levels"),
                "ICC",
            ],
        ];
        rows.AddRange(
            _result.Components.Select(c =>
                (IReadOnlyList<string>)
                    [
                        c.Name,
                        Number(c.Variance),
                        Number(c.VarianceError),
                        Number(c.StandardDeviation),
                        c.LevelCount.ToText(),
                        Decimals(c.IntraclassCorrelation, 4),
                    ]
            )
        );
        foreach (var line in Aligned(rows))
        {
            yield return line;
        }

        foreach (var interval in _result.VarianceIntervals)
        {
            yield return ToolTexts.Get(
                "fit.profile",
                interval.Name,
                Percent,
                Number(interval.Variance?.Low),
                Number(interval.Variance?.High)
            );
        }

        foreach (var component in _result.Components.Where(c => c.IsOnBoundary))
        {
            yield return ToolTexts.Get("fit.boundary", component.Name);
        }
    }

    private IEnumerable<string> Measures()
    {
        if (_result.Measures is { } m)
        {
            yield return string.Empty;
            yield return ToolTexts.Get(
                "fit.measures",
                Decimals(m.LogLikelihood, 4),
                m.Parameters.ToText(),
                Decimals(m.Deviance, 4),
                Decimals(m.Aic, 4),
                Decimals(m.Bic, 4)
            );
        }
    }

    private IEnumerable<string> Certificate()
    {
        if (_result.Certificate is not { } certificate)
        {
            yield break;
        }

        yield return ToolTexts.Get(
            "fit.certificate",
            _result.Iterations,
            Scientific(certificate.GradientNorm),
            Scientific(certificate.SmallestEigenvalue)
        );
        yield return certificate.StartsAgree switch
        {
            null => ToolTexts.Get(_result.Method == FitMethod.Ml ? "fit.starts.concave" : "fit.starts.one"),
            true => ToolTexts.Get("fit.starts.agree", certificate.Starts),
            false => ToolTexts.Get("fit.starts.differ", certificate.Starts),
        };
    }

    private IEnumerable<string> Inflation()
    {
        if (_result.Inflation.Count == 0)
        {
            return [];
        }

        IReadOnlyList<string> heads = [ToolTexts.Get("fit.column.term"), "GVIF", "df", "GVIF^(1/(2 df))"];
        return
        [
            string.Empty,
            .. Aligned([
                heads,
                .. _result.Inflation.Select(t =>
                    (IReadOnlyList<string>)[t.Term, Number(t.Gvif), t.DegreesOfFreedom.ToText(), Number(t.Adjusted)]
                ),
            ]),
        ];
    }

    /// <summary>The first column to the left, the others to the right.</summary>
    private static IEnumerable<string> Aligned(List<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Count).Select(c => rows.Max(r => r[c].Length))];
        return rows.Select(row =>
            string.Join("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd()
        );
    }

    private static string Number(double? value) =>
        value is not { } number || !double.IsFinite(number) ? ToolTexts.Get("fit.none")
        : number != 0 && Math.Abs(number) is < SmallestShown or >= LargestShown ? Scientific(number)
        : Decimals(number, 5);

    private static string Decimals(double value, int decimals) => value.ToString($"F{decimals.ToText()}", CultureInfo.InvariantCulture);

    private static string Scientific(double? value) =>
        value is { } number ? number.ToString("0.000e+00", CultureInfo.InvariantCulture) : ToolTexts.Get("fit.none");

    private static string P(double p) => p < SmallestShown ? "<0.0001" : Decimals(p, 4);
}
