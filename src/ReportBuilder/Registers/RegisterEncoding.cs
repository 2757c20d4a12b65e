namespace ReportBuilder.Registers;

/// <summary>How letters beyond ASCII are written in a register file.</summary>
public enum RegisterEncoding
{
    /// <summary>No such letter has been met, so it could be either.</summary>
    Ascii,

    /// <summary>UTF-8, with or without byte order mark.</summary>
    Utf8,

    /// <summary>Windows-1252.</summary>
    Windows1252,

    /// <summary>Both, which is an error of the file; each cell is read as what it is.</summary>
    Mixed,
}
