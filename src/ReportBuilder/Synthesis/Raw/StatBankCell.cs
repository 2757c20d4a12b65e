namespace ReportBuilder.Synthesis.Raw;

/// <summary>What a cell of a table of the StatBank holds for each municipality.</summary>
internal enum StatBankRole
{
    /// <summary>The fact itself (<c>verdi</c>).</summary>
    Value,

    /// <summary>A number of persons of whom the fact is a share (<c>nevner</c>): a share of the inhabitants.</summary>
    Denominator,

    /// <summary>A part of that share (<c>teller</c>).</summary>
    Numerator,
}

/// <summary>One combination of categories of a table, and what it holds.</summary>
/// <param name="Table">Number of the table, five digits.</param>
/// <param name="Title">Title of the table.</param>
/// <param name="Target">Harmonised fact.</param>
/// <param name="Categories">Variable, code and label, the region and the year left out.</param>
/// <param name="Role">What it holds.</param>
/// <param name="Weight">Of a denominator: its size in per cent of the inhabitants. Of a numerator: weight among them.</param>
/// <param name="Decimals">Decimals that are given.</param>
internal sealed record StatBankCell(
    string Table,
    string Title,
    string Target,
    IReadOnlyList<(string Variable, string Code, string Label)> Categories,
    StatBankRole Role,
    double Weight,
    int Decimals
);
