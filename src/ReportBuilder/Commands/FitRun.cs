using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Fits;
using ReportBuilder.Formulas;

namespace ReportBuilder.Commands;

/// <summary>
/// <c>fit</c>: reads a CSV file, fits the model of a formula in R's notation, and tells what came of it on the terminal and, when asked, as JSON.
/// </summary>
internal sealed class FitRun
{
    private readonly RunConsole _console;
    private readonly FitOptions _options;
    private readonly DiagnosticBag _bag = new();

    /// <summary>Makes a run.</summary>
    public FitRun(RunConsole console, FitOptions options)
    {
        _console = console;
        _options = options;
    }

    /// <summary>Runs. Exit code 0; 1 when the model could not be fitted, which the results say why; 2 when something given is wrong.</summary>
    public async Task<int> RunAsync()
    {
        var result = await Task.Run(Fit);
        if (result is not null && _options.JsonFile is { } file)
        {
            Write(file, FitJson.ToBytes(result, _options));
        }

        _console.Show(_bag);
        if (result is null || _bag.HasErrors)
        {
            return ExitCodes.BadInput;
        }

        foreach (var line in FitPrinter.Lines(result, _options))
        {
            _console.Line(line);
        }

        return result.IsConverged ? ExitCodes.Done : ExitCodes.Differs;
    }

    private FitResult? Fit()
    {
        if (_options.JsonFile is { Length: > 0 } json && IsSameFile(json, _options.File))
        {
            _bag.Add(Diagnostic.Error("RB6137", new SourcePlace("--json"), json));
            return null;
        }

        if (string.IsNullOrWhiteSpace(_options.File))
        {
            _bag.Add(Diagnostic.Error("RB2001", new SourcePlace("fil")));
            return null;
        }

        if (CsvColumns.Open(_options.File, _options.File, _bag) is not { } file)
        {
            // The formula may be wrong too; without columns only its grammar can be judged.
            FormulaParser.Parse(_options.Formula, new FormulaReport(_bag));
            return null;
        }

        var formula = ModelFormula.Read(_options.Formula, file.Header, new FormulaReport(_bag));
        CheckColumn("--cluster", _options.Cluster, file);
        CheckColumn("--weights", _options.Weights, file);
        if (formula is not null)
        {
            CheckOptions(formula);
        }

        if (formula is null || _bag.HasErrors)
        {
            return null;
        }

        string[] columns =
        [
            .. formula.Columns.Concat(Named(_options.Cluster)).Concat(Named(_options.Weights)).Distinct(StringComparer.Ordinal),
        ];
        if (FitData.Read(file, _options.File, columns, _options.Decimal, _bag) is not { } data)
        {
            return null;
        }

        var references = ReferenceLevels.Read(_options.References, formula, data, _bag);
        if (_options.Weights is { } weights && data[weights].Kind == ColumnKind.Text)
        {
            _bag.Add(
                Diagnostic.Error("RB6117", new SourcePlace("--weights"), weights) with
                {
                    Found = data[weights].Texts[0],
                    Expected = ToolTexts.Get("fit.expected.number"),
                }
            );
        }

        // What is wrong with the formula given the data is told with the rest, so the model is built up to the point where weights are needed.
        var usable = _bag.HasErrors ? null : _options.Weights;
        var model = FitModelBuilder.Build(formula, data, references, _options.Cluster, usable, _bag);
        return model is null || _bag.HasErrors ? null : ModelFitter.Fit(model, _options);
    }

    /// <summary>The result must not be written over the data.</summary>
    private static bool IsSameFile(string first, string second) =>
        second.Length > 0 && string.Equals(Path.GetFullPath(first), Path.GetFullPath(second), StringComparison.OrdinalIgnoreCase);

    private void CheckColumn(string option, string? name, CsvColumns file)
    {
        var times = name is null ? 1 : file.Header.Count(c => c == name);
        if (times == 0)
        {
            _bag.Add(Diagnostic.Error("RB6106", new SourcePlace(option), name!) with { Nearest = NearestName.Find(name!, file.Header) });
        }
        else if (times > 1)
        {
            _bag.Add(Diagnostic.Error("RB6134", new SourcePlace(option), name!, times.ToText()));
        }
    }

    private void CheckOptions(ModelFormula formula)
    {
        var isMixed = formula.Groupings.Count > 0;
        RefuseWhen(_options is { HasProfile: true, Cluster: not null }, "--profile", "--cluster");
        RefuseWhen(_options is { HasProfile: true, Robust: not null }, "--profile", "--robust");
        RefuseWhen(isMixed && _options.Cluster is not null, "--cluster", "(1 | …)");
        RefuseWhen(isMixed && _options.Robust is not null, "--robust", "(1 | …)");
        RefuseWhen(_options is { Cluster: not null, Robust: not null }, "--robust", "--cluster");
        if (!isMixed && _options.Quadrature is not null)
        {
            _bag.Add(Diagnostic.Error("RB6131", new SourcePlace("--quadrature")));
        }
    }

    private void RefuseWhen(bool isSo, string option, string other)
    {
        if (isSo)
        {
            _bag.Add(Diagnostic.Error("RB6125", new SourcePlace(option), option, other));
        }
    }

    private void Write(string file, byte[] content)
    {
        try
        {
            var path = Path.GetFullPath(file);
            AtomicOutput.Write(Path.GetDirectoryName(path)!, [(Path.GetFileName(path), content)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _bag.Add(Diagnostic.Error("RB6133", new SourcePlace(file), exception.Message));
        }
    }

    private static IEnumerable<string> Named(string? column) => column is null ? [] : [column];
}
