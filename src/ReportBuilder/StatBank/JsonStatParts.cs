namespace ReportBuilder.StatBank;

/// <summary>Something read, and where its token starts.</summary>
internal readonly record struct Located<T>(T Value, long Offset);

/// <summary>What stands in a dataset, in whatever order it stood, before it is held together.</summary>
internal sealed class JsonStatParts
{
    /// <summary>Texts of the whole: label, source, updated.</summary>
    public Dictionary<string, string> Texts { get; } = [];

    /// <summary>Notes to the whole.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Codes of the dimensions; null when <c>id</c> is absent.</summary>
    public List<Located<string>>? Ids { get; set; }

    /// <summary>Numbers of categories; null when <c>size</c> is absent.</summary>
    public List<Located<int>>? Sizes { get; set; }

    /// <summary>Dimensions by code; null when <c>dimension</c> is absent.</summary>
    public Dictionary<string, JsonStatPartDimension>? Dimensions { get; set; }

    /// <summary>Roles by the code of the dimension.</summary>
    public Dictionary<string, JsonStatRole> Roles { get; } = [];

    /// <summary>Values by position; a missing one stands with null. Null when <c>value</c> is absent.</summary>
    public JsonStatSeries<double?>? Values { get; set; }

    /// <summary>Signs by position.</summary>
    public JsonStatSeries<string?>? Signs { get; set; }

    /// <summary>The one sign of all cells, where <c>status</c> is a text.</summary>
    public string? SignOfAll { get; set; }
}

/// <summary>Values or signs: all of them in a row, or some by position.</summary>
/// <param name="Offset">Where they start.</param>
/// <param name="IsWhole">True for a row of all.</param>
internal sealed record JsonStatSeries<T>(long Offset, bool IsWhole)
{
    /// <summary>Position and value.</summary>
    public List<(int Position, T Value, long Offset)> Items { get; } = [];
}

/// <summary>One dimension as it stands.</summary>
internal sealed class JsonStatPartDimension(string code, long offset)
{
    /// <summary>Code.</summary>
    public string Code { get; } = code;

    /// <summary>Where it starts.</summary>
    public long Offset { get; } = offset;

    /// <summary>Name.</summary>
    public string? Label { get; set; }

    /// <summary>Whether it may be left out of a request.</summary>
    public bool? CanBeLeftOut { get; set; }

    /// <summary>Position of each code; null when <c>index</c> is absent, as it may be with one category.</summary>
    public List<(string Code, int Position, long Offset)>? Index { get; set; }

    /// <summary>Names by code.</summary>
    public Dictionary<string, string> Labels { get; } = [];

    /// <summary>Unit and decimals by code.</summary>
    public Dictionary<string, (string? Unit, int? Decimals)> Units { get; } = [];
}
