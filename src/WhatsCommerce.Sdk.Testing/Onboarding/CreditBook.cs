using System.Collections.Concurrent;

namespace WhatsCommerce.Testing;

/// <summary>The line of credit of the business, and with whom it is shared. In memory only.</summary>
internal sealed class CreditBook(IdSequence ids)
{
    private readonly ConcurrentDictionary<string, CreditAllocation> _allocations = new(StringComparer.Ordinal);

    public CreditLineNode Line { get; } = new("1972385232742146");

    public object? Find(string id) => id == Line.Id ? Line : _allocations.GetValueOrDefault(id);

    public CreditAllocation Share(EmulatedAccount account)
    {
        CreditAllocation made = new(Next(), Next(), account);
        _allocations[made.Id] = made;
        account.FundingId = made.FundingId;
        return made;
    }

    public static void Revoke(CreditAllocation allocation)
    {
        allocation.IsRevoked = true;
        if (allocation.Account.FundingId == allocation.FundingId)
        {
            allocation.Account.FundingId = null;
        }
    }

    private string Next() => ids.Next().ToString(CultureInfo.InvariantCulture);
}

internal sealed record CreditLineNode(string Id);

/// <summary>A line of credit that is shared with an account.</summary>
internal sealed class CreditAllocation(string id, string fundingId, EmulatedAccount account)
{
    public string Id => id;

    public string FundingId => fundingId;

    public EmulatedAccount Account => account;

    public bool IsRevoked { get; set; }
}
