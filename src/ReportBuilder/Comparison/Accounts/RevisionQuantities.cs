using System.Globalization;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Accounts;

/// <summary>
/// The account as numbers that templates and tables can ask for: <c>revisjon.endret</c>, <c>revisjon.klasse.nye_data</c>, <c>revisjon.alle.andel.median</c>,
/// <c>revisjon.forklaring.3.tall</c>. Without an earlier edition those that every edition has are not applicable, so that a text can ask for them.
/// </summary>
public static class RevisionQuantities
{
    /// <summary>Beginning of the ids of the sizes of all revisions together.</summary>
    public const string All = Revisions.IdPrefix + "alle";

    /// <summary>Beginning of the ids of what nobody explained.</summary>
    public const string Unexplained = Revisions.IdPrefix + "uforklart";

    /// <summary>Beginning of the ids of an entry.</summary>
    /// <param name="index">Its place among the entries of the account, from 0.</param>
    public static string EntryPrefix(int index) => Revisions.IdPrefix + "forklaring." + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The quantities.</summary>
    /// <param name="account">The account; null without an earlier edition.</param>
    public static IReadOnlyList<Quantity> Of(RevisionAccount? account)
    {
        var flagged = (DifferenceFlag flag) => account?.Changed.Count(d => d.Flags.Contains(flag));
        var signed = account?.Entries.Where(e => e.Numbers.Count > 0).ToList();
        List<Quantity> quantities =
        [
            Count("sammenlignet", account?.Compared),
            Count("uendret", account?.Unchanged),
            Count("endret", account?.Changed.Count),
            Share("andel_endret", account),
            Count("nye", account?.New),
            Count("borte", account?.Gone),
            Count("ukjent", account?.Unknown),
            Count("fortegn", flagged(DifferenceFlag.Sign)),
            Count("signifikans", flagged(DifferenceFlag.Significance)),
            Count("forklaringer", account?.Entries.Count),
            Count("uforklart.tall", account?.Unexplained.Count),
            Count("rettelser", signed?.Where(e => !e.Explanation.Class.IsPlanned()).Sum(e => e.Numbers.Count)),
            Count("planlagt", signed?.Where(e => e.Explanation.Class.IsPlanned()).Sum(e => e.Numbers.Count)),
            .. Enum.GetValues<RevisionClass>()
                .Select(c => Count("klasse." + c.Token(), signed?.Where(e => e.Explanation.Class == c).Sum(e => e.Numbers.Count))),
        ];
        var sizes = account is null ? [] : RevisionSize.Of(account.Changed);
        quantities.Add(Count("linjer", account?.Lines));
        quantities.Add(Count("verdi", account is null ? null : sizes.Sum(s => s.Count)));
        quantities.Add(Count("opp", account is null ? null : sizes.Sum(s => s.Up)));
        quantities.Add(Count("ned", account is null ? null : sizes.Sum(s => s.Down)));
        foreach (var unit in RevisionUnits.All)
        {
            quantities.AddRange(SizeOf(All, unit, sizes.FirstOrDefault(s => s.Unit == unit)));
        }

        for (var i = 0; i < (account?.Entries.Count ?? 0); i++)
        {
            var numbers = account!.Entries[i].Numbers;
            quantities.Add(Whole(EntryPrefix(i) + ".tall", numbers.Count));
            quantities.AddRange(RevisionSize.Of(numbers).SelectMany(s => SizeOf(EntryPrefix(i), s.Unit, s)));
        }

        if (account is { Unexplained.Count: > 0 })
        {
            quantities.AddRange(RevisionSize.Of(account.Unexplained).SelectMany(s => SizeOf(Unexplained, s.Unit, s)));
        }

        return quantities;
    }

    private static IEnumerable<Quantity> SizeOf(string prefix, RevisionUnit unit, RevisionSize? size)
    {
        var name = $"{prefix}.{unit.Token()}";
        var (printed, decimals) = unit.Printed();
        yield return Whole(name + ".tall", size?.Count);
        yield return Whole(name + ".opp", size?.Up);
        yield return Whole(name + ".ned", size?.Down);
        yield return Number(name + ".median", size?.Median, printed, RevisionSize.DecimalsOf(size?.Median ?? 0, printed, decimals));
        yield return Number(name + ".storst", size?.Greatest, printed, RevisionSize.DecimalsOf(size?.Greatest ?? 0, printed, decimals));
    }

    private static Quantity Share(string name, RevisionAccount? account) =>
        Number(
            Revisions.IdPrefix + name,
            account is { Compared: > 0 and var compared } ? (double)account.Changed.Count / compared : null,
            Unit.Share,
            1
        );

    private static Quantity Count(string name, int? count) => Whole(Revisions.IdPrefix + name, count);

    private static Quantity Whole(string id, int? count) =>
        count == 0 ? Quantity.Without(id, Unit.Count, 0, QuantityStatus.Nil) : Number(id, count, Unit.Count, 0);

    private static Quantity Number(string id, double? value, Unit unit, int decimals) =>
        value is { } number ? Quantity.Of(id, number, unit, decimals) : Quantity.Without(id, unit, decimals, QuantityStatus.NotApplicable);
}
