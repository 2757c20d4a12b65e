namespace ReportBuilder.Typesetting;

/// <summary>Turns a document written in Typst into a PDF. The one place where the rest of the program meets the typesetter.</summary>
public interface ITypesetter : IAsyncDisposable
{
    /// <summary>
    /// Typesets one document. What is wrong with the document or the typesetter comes back as diagnostics (RB5001–RB5016), never as
    /// an exception. May be called from several threads. The same request gives the same bytes.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<TypesetResult> TypesetAsync(TypesetRequest request, CancellationToken cancellationToken = default);
}
