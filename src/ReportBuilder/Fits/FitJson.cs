using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportBuilder.Commands;
using ReportBuilder.Editions;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Fits;

/// <summary>
/// Writes a fit as JSON: keys in a fixed order, numbers in the shortest form that reads back as the same double, null for what does not exist.
/// What the keys mean stands in <c>docs/fit.md</c>.
/// </summary>
internal sealed class FitJson
{
    private readonly Utf8JsonWriter _writer;
    private readonly FitResult _result;
    private readonly FitOptions _options;

    private FitJson(Utf8JsonWriter writer, FitResult result, FitOptions options)
    {
        _writer = writer;
        _result = result;
        _options = options;
    }

    /// <summary>The file, with a line break at its end.</summary>
    public static byte[] ToBytes(FitResult result, FitOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var style = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(buffer, style))
        {
            new FitJson(writer, result, options).Write();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private void Write()
    {
        var (design, measures) = (_result.Model.Design, _result.Measures);
        _writer.WriteStartObject();
        _writer.WriteString("formula", _options.Formula);
        _writer.WriteString("file", _options.File);
        _writer.WriteNumber("nobs", design.RowCount);
        _writer.WriteNumber("rowsGiven", design.RowsGiven);
        WriteDropped();
        _writer.WriteString("family", "binomial");
        _writer.WriteString("link", "logit");
        _writer.WriteString("method", EditionWriter.NameOf(_result.Method));
        _writer.WriteNumber("quadraturePoints", _result.QuadraturePoints);
        Number("logLik", measures?.LogLikelihood);
        Number("deviance", measures?.Deviance);
        Number("aic", measures?.Aic);
        Number("bic", measures?.Bic);
        Number("df", measures?.Parameters);
        _writer.WriteBoolean("converged", _result.IsConverged);
        _writer.WriteString("cause", _result.Cause);
        Texts("causeTerms", _result.CauseTerms);
        _writer.WriteNumber("iterations", _result.Iterations);
        WriteCertificate();
        Number("level", _result.Level);
        _writer.WriteString("standardErrors", _result.RobustName ?? EditionWriter.NameOf(_result.Errors));
        _writer.WriteString("standardErrorsProblem", _result.RobustProblem is { } problem ? EditionWriter.NameOf(problem) : null);
        WriteCoefficients();
        WriteRandomEffects();
        Texts("covarianceTerms", _result.Covariance is { } covariance ? [.. covariance.DesignColumns.Select(c => c.Name)] : []);
        Covariance("covariance", _result.Covariance);
        WriteCluster();
        WriteInflation();
        _writer.WriteEndObject();
    }

    private void WriteDropped()
    {
        _writer.WriteStartArray("dropped");
        foreach (var dropped in _result.Model.Design.DroppedRows)
        {
            _writer.WriteStartObject();
            _writer.WriteString("term", dropped.Term);
            _writer.WriteString("reason", EditionWriter.NameOf(dropped.Reason));
            _writer.WriteNumber("rows", dropped.Rows);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteCertificate()
    {
        if (_result.Certificate is not { } certificate)
        {
            _writer.WriteNull("certificate");
            return;
        }

        _writer.WriteStartObject("certificate");
        Number("gradientNorm", certificate.GradientNorm);
        Number("smallestEigenvalue", certificate.SmallestEigenvalue);
        _writer.WriteNumber("starts", certificate.Starts);
        if (certificate.StartsAgree is { } agree)
        {
            _writer.WriteBoolean("startsAgree", agree);
        }
        else
        {
            _writer.WriteNull("startsAgree");
        }

        _writer.WriteStartArray("startResults");
        foreach (var start in certificate.Results)
        {
            _writer.WriteStartObject();
            _writer.WriteBoolean("converged", start.Converged);
            _writer.WriteNumber("iterations", start.Iterations);
            Number("logLik", start.LogLikelihood);
            Numbers("startDeviations", start.StartDeviations);
            Numbers("deviations", start.Deviations);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    private void WriteCoefficients()
    {
        var aliased = _result
            .Model.Design.Aliased.Select(a => _result.Model.Design.Columns[a.Column].Name)
            .ToHashSet(StringComparer.Ordinal);
        _writer.WriteStartArray("coefficients");
        for (var i = 0; i < _result.Coefficients.Count; i++)
        {
            var (column, estimate) = _result.Coefficients[i];
            var own = _result.ModelCoefficients[i].Estimate;
            _writer.WriteStartObject();
            _writer.WriteString("term", column.Name);
            Number("estimate", own?.Value);
            Number("standardError", estimate?.StandardError);
            Number("z", estimate?.Z);
            Number("p", estimate?.P);
            Number("low", estimate?.Interval.Low);
            Number("high", estimate?.Interval.High);
            Number("oddsRatio", own is null ? null : Math.Exp(own.Value));
            _writer.WriteBoolean("aliased", aliased.Contains(column.Name));
            if (_result.Errors != ErrorKind.Model)
            {
                Number("modelStandardError", own?.StandardError);
            }

            if (_result.Profiles.Count > 0)
            {
                Number("profileLow", _result.Profiles[i].Low.Value);
                Number("profileHigh", _result.Profiles[i].High.Value);
            }

            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteRandomEffects()
    {
        _writer.WriteStartArray("randomEffects");
        foreach (var (index, component) in _result.Components.Index())
        {
            _writer.WriteStartObject();
            _writer.WriteString("group", component.Name);
            Number("variance", component.Variance);
            Number("standardDeviation", component.StandardDeviation);
            Number("standardError", component.VarianceError);
            Number("logStandardDeviationError", component.LogStandardDeviationError);
            _writer.WriteNumber("levels", component.LevelCount);
            _writer.WriteBoolean("onBoundary", component.IsOnBoundary);
            Number("icc", component.IntraclassCorrelation);
            if (_result.VarianceIntervals.Count > 0)
            {
                Number("profileLow", _result.VarianceIntervals[index].Variance?.Low);
                Number("profileHigh", _result.VarianceIntervals[index].Variance?.High);
            }

            if (_options.HasModes)
            {
                WriteModes(component.Modes);
            }

            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteModes(IReadOnlyList<ConditionalMode> modes)
    {
        _writer.WriteStartArray("conditionalModes");
        foreach (var mode in modes)
        {
            _writer.WriteStartObject();
            _writer.WriteString("level", mode.Group);
            _writer.WriteNumber("rows", mode.RowCount);
            Number("mode", mode.Mode);
            Number("standardDeviation", mode.StandardDeviation);
            Number("predictionError", mode.PredictionError);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteCluster()
    {
        if (_result.Cluster is not { } cluster)
        {
            return;
        }

        _writer.WriteStartObject("clusterRobust");
        _writer.WriteString("cluster", cluster.Column);
        _writer.WriteNumber("groups", cluster.Groups);
        foreach (var (name, covariance) in ((string, CoefficientCovariance)[])[("CR0", cluster.Cr0), ("CR1", cluster.Cr1)])
        {
            _writer.WriteStartObject(name);
            Numbers("standardErrors", Enumerable.Range(0, covariance.Order).Select(i => Math.Sqrt(covariance[i, i])));
            Covariance("covariance", covariance);
            _writer.WriteEndObject();
        }

        _writer.WriteEndObject();
    }

    private void WriteInflation()
    {
        if (!_options.HasInflation)
        {
            return;
        }

        _writer.WriteStartArray("vif");
        foreach (var term in _result.Inflation)
        {
            _writer.WriteStartObject();
            _writer.WriteString("term", term.Term);
            Number("gvif", term.Gvif);
            _writer.WriteNumber("df", term.DegreesOfFreedom);
            Number("adjusted", term.Adjusted);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void Covariance(string name, CoefficientCovariance? covariance)
    {
        _writer.WriteStartArray(name);
        for (var i = 0; i < (covariance?.Order ?? 0); i++)
        {
            _writer.WriteStartArray();
            for (var j = 0; j < covariance!.Order; j++)
            {
                Value(covariance[i, j]);
            }

            _writer.WriteEndArray();
        }

        _writer.WriteEndArray();
    }

    private void Texts(string name, IReadOnlyList<string> values)
    {
        _writer.WriteStartArray(name);
        foreach (var value in values)
        {
            _writer.WriteStringValue(value);
        }

        _writer.WriteEndArray();
    }

    private void Numbers(string name, IEnumerable<double> values)
    {
        _writer.WriteStartArray(name);
        foreach (var value in values)
        {
            Value(value);
        }

        _writer.WriteEndArray();
    }

    private void Number(string name, double? value)
    {
        _writer.WritePropertyName(name);
        Value(value);
    }

    // JSON has no word for infinity.
    private void Value(double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            _writer.WriteNumberValue(number);
        }
        else
        {
            _writer.WriteNullValue();
        }
    }
}
