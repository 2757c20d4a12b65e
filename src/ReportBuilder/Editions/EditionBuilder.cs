using System.Collections.Immutable;

namespace ReportBuilder.Editions;

/// <summary>Gathers the quantities of an edition while the stages run. A name is given once.</summary>
public sealed class EditionBuilder
{
    private readonly SortedDictionary<string, Quantity> _quantities = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CategoryFact> _facts = new(StringComparer.Ordinal);

    /// <summary>Number of quantities so far.</summary>
    public int Count => _quantities.Count;

    /// <summary>The quantity of an id that an earlier step added.</summary>
    /// <exception cref="KeyNotFoundException">No step added it: a programming error.</exception>
    public Quantity this[string id] =>
        _quantities.TryGetValue(id, out var quantity) ? quantity : throw new KeyNotFoundException($"No quantity '{id}' yet.");

    /// <summary>Adds a quantity.</summary>
    /// <exception cref="ArgumentException">The id is taken: a programming error.</exception>
    public void Add(Quantity quantity) => _quantities.Add(quantity.Id.Value, quantity);

    /// <summary>Adds a fact that is a category.</summary>
    /// <exception cref="ArgumentException">The id is taken: a programming error.</exception>
    public void Add(CategoryFact fact)
    {
        if (_quantities.ContainsKey(fact.Id.Value))
        {
            throw new ArgumentException($"'{fact.Id}' is a quantity.", nameof(fact));
        }

        _facts.Add(fact.Id.Value, fact);
    }

    /// <summary>Adds several quantities.</summary>
    public void AddRange(IEnumerable<Quantity> quantities)
    {
        foreach (var quantity in quantities)
        {
            Add(quantity);
        }
    }

    /// <summary>The quantities gathered, in ordinal order of their ids.</summary>
    public ImmutableSortedDictionary<string, Quantity> ToQuantities() =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, _quantities);

    /// <summary>The facts gathered, in ordinal order of their ids.</summary>
    public ImmutableSortedDictionary<string, CategoryFact> ToFacts() =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, _facts);
}
