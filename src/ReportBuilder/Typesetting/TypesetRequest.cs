namespace ReportBuilder.Typesetting;

/// <summary>What the PDF promises its readers and its archive.</summary>
public enum PdfStandard
{
    /// <summary>PDF/UA-1: can be read aloud.</summary>
    Ua1,

    /// <summary>PDF/A-2a: can be kept for ever, and is tagged.</summary>
    A2a,

    /// <summary>Checked as PDF/UA-1, written as PDF/A-2a; <see cref="Archive.PdfFinisher"/> marks the file as both.</summary>
    Both,
}

/// <summary>One document with everything it reads. Files outside <see cref="Files"/> do not exist for it.</summary>
public sealed record TypesetRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="files">Contents by virtual path, <c>/main.typ</c>, <c>/figures/fig-x.svg</c>: absolute, with forward slashes.</param>
    /// <param name="main">Path of the file that the document starts in.</param>
    /// <param name="standard">Standard that the PDF must meet.</param>
    /// <param name="created">Time of creation written into the PDF when the document itself gives none (<c>date: auto</c>).</param>
    /// <exception cref="ArgumentException">A path is not of that form, or the main file is not among the files.</exception>
    public TypesetRequest(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files,
        string main,
        PdfStandard standard,
        DateTimeOffset created
    )
    {
        var wrong = files.Keys.FirstOrDefault(path => !IsVirtualPath(path));
        if (wrong is not null)
        {
            throw new ArgumentException($"'{wrong}' is not a virtual path such as /main.typ.", nameof(files));
        }

        if (!files.ContainsKey(main))
        {
            throw new ArgumentException($"'{main}' is not among the files.", nameof(main));
        }

        Files = files;
        Main = main;
        Standard = standard;
        Created = created;
    }

    /// <summary>Contents by virtual path.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; }

    /// <summary>Path of the file that the document starts in.</summary>
    public string Main { get; }

    /// <summary>Standard that the PDF must meet.</summary>
    public PdfStandard Standard { get; init; }

    /// <summary>Time of creation written into the PDF when the document itself gives none.</summary>
    public DateTimeOffset Created { get; }

    private static bool IsVirtualPath(string path) =>
        path.Length > 1
        && path[0] == '/'
        && path.IndexOfAny(['\\', ':']) < 0
        && path[1..].Split('/').All(part => part is not ("" or "." or ".."));
}
