namespace ReportBuilder.Synthesis.Places;

/// <summary>The places drawn so far do not allow the published numbers; other random numbers may.</summary>
internal sealed class NoSuchPlacesException(string message) : InvalidOperationException(message);
