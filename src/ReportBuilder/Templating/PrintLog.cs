using ReportBuilder.Editions;

namespace ReportBuilder.Templating;

/// <summary>Remembers the numbers that templates print.</summary>
internal sealed class PrintLog
{
    private readonly QuantityArguments _arguments;
    private readonly List<PrintedQuantity> _printed = [];

    public PrintLog(QuantityArguments arguments) => _arguments = arguments;

    /// <summary>Notes a number and gives back its text. One without value is printed as a sign, with a word to the author.</summary>
    public string Remember(FunctionCall call, Quantity quantity, string text) => Remember(call, quantity.Id, quantity.HasValue, text);

    /// <summary>The same of a fact that is a category.</summary>
    public string Remember(FunctionCall call, CategoryFact fact, string text) => Remember(call, fact.Id, fact.IsKnown, text);

    private string Remember(FunctionCall call, QuantityId id, bool isKnown, string text)
    {
        _printed.Add(new PrintedQuantity(id, call.Place, text));
        if (!isKnown)
        {
            _arguments.WarnOfSign(call, id.Value, text);
        }

        return text;
    }

    /// <summary>Hands over the numbers noted since the last time.</summary>
    public IReadOnlyList<PrintedQuantity> Take()
    {
        PrintedQuantity[] printed = [.. _printed];
        _printed.Clear();
        return printed;
    }
}
