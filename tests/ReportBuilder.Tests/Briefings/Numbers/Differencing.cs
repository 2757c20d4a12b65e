using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Tests.Briefings.Numbers;

/// <summary>
/// A reader with all briefings at hand who subtracts: wherever all terms of a sum but one are known, he knows that one too, and goes on until he learns nothing more. He takes every share
/// that is shown for the count behind it. Knows nothing of how anything was hidden.
/// </summary>
internal sealed class Differencing
{
    private readonly Dictionary<(string Scope, string Place, Scheme Scheme, int Slot), bool> _isKnown = [];
    private readonly List<(string Scope, string Place, Scheme Scheme, int Slot)[]> _sums = [];

    private Differencing(BriefingSet set)
    {
        foreach (var briefing in set.Briefings)
        {
            foreach (var scope in BriefingScope.All)
            {
                Learn(briefing, scope);
            }
        }

        LinkPlaces(set, BriefingScope.County);
        LinkPlaces(set, BriefingScope.Similar);
        LinkPlaces(set, BriefingScope.Nation);
    }

    /// <summary>The counts of municipalities that are hidden in their own briefing and still become known.</summary>
    public static IReadOnlyList<(string Place, Scheme Scheme, CountSlot Slot)> Deduce(BriefingSet set)
    {
        var reader = new Differencing(set);
        var hidden = reader._isKnown.Where(c => !c.Value && c.Key.Scope == BriefingScope.Own).Select(c => c.Key).ToList();
        reader.Subtract();
        return [.. hidden.Where(c => reader._isKnown[c]).Select(c => (c.Place, c.Scheme, CountSlot.All[c.Slot]))];
    }

    private void Learn(Briefing briefing, string scope)
    {
        var place = PlaceOf(briefing, scope);
        foreach (var scheme in Breakdown.Schemes.Where(s => !_isKnown.ContainsKey((scope, place, s, 0))))
        {
            foreach (var slot in CountSlot.All)
            {
                // Where no one has a scheme, the count is known to be 0; but a municipality alone with it is not told its own numbers once more.
                var isAlone = scope != BriefingScope.Own && briefing.Schemes.Contains(scheme);
                _isKnown.Add(
                    (scope, place, scheme, slot.Index),
                    briefing.Get(IdOf(scope, scheme, slot)).Status switch
                    {
                        QuantityStatus.Suppressed => false,
                        QuantityStatus.NotApplicable => !isAlone,
                        _ => true,
                    }
                );
            }

            foreach (var whole in new[] { CountSlot.Finished, CountSlot.Participants, CountSlot.Reached })
            {
                Sum(whole, CountSlot.ByYear(whole.Kind));
            }

            foreach (var variable in BriefingVariables.Composition)
            {
                Sum(CountSlot.Participants, CountSlot.Of(variable));
            }

            void Sum(CountSlot whole, IEnumerable<CountSlot> parts) =>
                _sums.Add([.. parts.Prepend(whole).Select(s => (scope, place, scheme, s.Index))]);
        }
    }

    private void LinkPlaces(BriefingSet set, string scope)
    {
        foreach (var place in set.Briefings.GroupBy(b => PlaceOf(b, scope)))
        {
            foreach (var scheme in Breakdown.Schemes)
            {
                foreach (var slot in CountSlot.All)
                {
                    _sums.Add([
                        (scope, place.Key, scheme, slot.Index),
                        .. place.Select(b => (BriefingScope.Own, b.Municipality.Code, scheme, slot.Index)),
                    ]);
                }
            }
        }
    }

    private void Subtract()
    {
        var isLearning = true;
        while (isLearning)
        {
            isLearning = false;
            foreach (var sum in _sums)
            {
                var unknown = sum.Where(c => !_isKnown[c]).Take(2).ToList();
                if (unknown.Count == 1)
                {
                    _isKnown[unknown[0]] = true;
                    isLearning = true;
                }
            }
        }
    }

    private static string PlaceOf(Briefing briefing, string scope) =>
        scope switch
        {
            BriefingScope.Own => briefing.Municipality.Code,
            BriefingScope.Similar => $"{briefing.Group}",
            BriefingScope.County => briefing.Municipality.CountyCode,
            _ => string.Empty,
        };

    private static string IdOf(string scope, Scheme scheme, CountSlot slot) =>
        slot.Kind switch
        {
            CountKind.Finished => BriefingIds.Finished(scope, scheme, slot.Category),
            CountKind.Participants => BriefingIds.Participants(scope, scheme, slot.Category),
            CountKind.Reached => BriefingIds.Outcome(scope, scheme, slot.Category),
            CountKind.Measure => BriefingIds.Measure(scope, slot.Category!, scheme),
            _ => $"{scope}.andel.{slot.Variable}.{slot.Category}.{Breakdown.Token(scheme)}",
        };
}
