using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>Faults in what the text claims.</summary>
internal static class ClaimFaults
{
    public static EditionFault Turned(SavedEdition saved, Random random) =>
        Changed(
            EditionFaultKind.ClaimTurned,
            saved,
            random,
            _ => true,
            c => c with { Outcome = c.Outcome == ClaimOutcome.Fails ? ClaimOutcome.Holds : ClaimOutcome.Fails }
        );

    public static EditionFault SentenceChanged(SavedEdition saved, Random random) =>
        Changed(
            EditionFaultKind.SentenceChanged,
            saved,
            random,
            c => c.Sentence.Length > 0,
            c => c with { Sentence = WordFaults.Misspelt(c.Sentence, random) }
        );

    /// <summary>The claim is of another number, or of its numbers the other way round.</summary>
    public static EditionFault OfOtherNumbers(SavedEdition saved, Random random)
    {
        var ids = random.Pick(saved.Edition.Claims.Where(c => c.QuantityIds.Count > 0)).QuantityIds;
        return Changed(
            EditionFaultKind.ClaimOfOtherNumbers,
            saved,
            random,
            c => c.QuantityIds.Count > 0 && !c.QuantityIds.SequenceEqual(ids),
            c => c with { QuantityIds = c.QuantityIds is [var a, var b] && a != b ? [b, a] : ids }
        );
    }

    public static EditionFault Gone(SavedEdition saved, Random random)
    {
        var gone = random.Next(saved.Edition.Claims.Count);
        return With(EditionFaultKind.ClaimGone, saved, saved.Edition.Claims[gone], "gone", saved.Edition.Claims.Without(gone));
    }

    /// <summary>The same claim once more: only its number of times tells.</summary>
    public static EditionFault Added(SavedEdition saved, Random random)
    {
        var copy = random.Pick(saved.Edition.Claims);
        return With(EditionFaultKind.ClaimAdded, saved, copy, "made twice", [.. saved.Edition.Claims, copy]);
    }

    private static EditionFault Changed(
        EditionFaultKind kind,
        SavedEdition saved,
        Random random,
        Func<Claim, bool> fits,
        Func<Claim, Claim> change
    )
    {
        var claims = saved.Edition.Claims;
        var at = random.Pick(Enumerable.Range(0, claims.Count).Where(i => fits(claims[i])));
        var after = change(claims[at]);
        return With(
            kind,
            saved,
            claims[at],
            $"now {after.Outcome}, «{after.Sentence}», {string.Join(", ", after.QuantityIds)}",
            claims.With(at, after)
        );
    }

    private static EditionFault With(EditionFaultKind kind, SavedEdition saved, Claim claim, string what, IReadOnlyList<Claim> after) =>
        EditionFault.Of(
            kind,
            $"{claim.Template}:{claim.Place.Line} {claim.Kind} {string.Join(", ", claim.QuantityIds)}: {what}",
            [EditionFault.Claims],
            saved,
            saved.Edition with
            {
                Claims = after,
            }
        );
}
