using System.CommandLine;
using System.CommandLine.Parsing;
using ReportBuilder.Commands;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Fits;
using ReportBuilder.Models;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder;

/// <summary>The command <c>fit</c> and its options.</summary>
internal static class FitCommand
{
    /// <summary><c>fit</c>: a model in R's notation, on any CSV file.</summary>
    public static Command Make(RunConsole console)
    {
        var file = new Argument<string>("fil") { Description = ToolTexts.Get("command.fit.file") };
        var formula = new Argument<string>("formel") { Description = ToolTexts.Get("command.fit.formula") };
        var quadrature = new Option<int?>("--quadrature") { Description = ToolTexts.Get("command.fit.quadrature") };
        var cluster = new Option<string?>("--cluster") { Description = ToolTexts.Get("command.fit.cluster") };
        var reference = new Option<string[]>("--reference") { Description = ToolTexts.Get("command.fit.reference") };
        var json = new Option<string?>("--json") { Description = ToolTexts.Get("command.fit.json") };
        // A text, as the library would read «0,95» as 95.
        var level = new Option<string?>("--level") { Description = ToolTexts.Get("command.fit.level") };
        var robust = new Option<string?>("--robust") { Description = ToolTexts.Get("command.fit.robust") };
        string[] kinds = Enum.GetNames<HeteroscedasticityCorrection>();
        robust.AcceptOnlyFromAmong([.. kinds.Select(n => n.ToLowerInvariant()), .. kinds]);
        var weights = new Option<string?>("--weights") { Description = ToolTexts.Get("command.fit.weights") };
        var decimals = new Option<string?>("--decimal") { Description = ToolTexts.Get("command.fit.decimal") };
        decimals.AcceptOnlyFromAmong(".", ",");
        var profile = new Option<bool>("--profile") { Description = ToolTexts.Get("command.fit.profile") };
        var vif = new Option<bool>("--vif") { Description = ToolTexts.Get("command.fit.vif") };
        var modes = new Option<bool>("--modes") { Description = ToolTexts.Get("command.fit.modes") };
        quadrature.Validators.Add(r =>
        {
            if (NumberOf(r) is < 1 or > MixedLogitOptions.MaxQuadraturePoints)
            {
                r.AddError(ToolTexts.Get("command.fit.quadrature.range", MixedLogitOptions.MaxQuadraturePoints));
            }
        });
        level.Validators.Add(r =>
        {
            if (NumberOf(r) is not (> 0 and < 1))
            {
                r.AddError(ToolTexts.Get("command.fit.level.range"));
            }
        });
        var command = new Command("fit", ToolTexts.Get("command.fit"))
        {
            file,
            formula,
            quadrature,
            cluster,
            reference,
            json,
            level,
            robust,
            weights,
            decimals,
            profile,
            vif,
            modes,
        };
        command.SetAction(
            (parsed, _) =>
            {
                var options = new FitOptions(parsed.GetRequiredValue(file), parsed.GetRequiredValue(formula))
                {
                    Quadrature = parsed.GetValue(quadrature),
                    Cluster = parsed.GetValue(cluster),
                    References = parsed.GetValue(reference) ?? [],
                    JsonFile = parsed.GetValue(json),
                    Level =
                        parsed.GetValue(level) is { } text && Invariant.TryReadNumber(text, out var share)
                            ? share
                            : ConfidenceInterval.DefaultLevel,
                    Robust = parsed.GetValue(robust) is { } kind ? Enum.Parse<HeteroscedasticityCorrection>(kind, ignoreCase: true) : null,
                    Weights = parsed.GetValue(weights),
                    Decimal = parsed.GetValue(decimals) switch
                    {
                        "." => DecimalMark.Point,
                        "," => DecimalMark.Comma,
                        _ => DecimalMark.Detect,
                    },
                    HasProfile = parsed.GetValue(profile),
                    HasInflation = parsed.GetValue(vif),
                    HasModes = parsed.GetValue(modes),
                };
                return console.LiveAsync(() => new FitRun(console, options).RunAsync());
            }
        );
        return command;
    }

    /// <summary>The number given; null for what is none, which the library refuses itself.</summary>
    private static double? NumberOf(OptionResult result) =>
        result.Tokens is [.., { Value: var text }] && Invariant.TryReadNumber(text, out var value) ? value : null;
}
