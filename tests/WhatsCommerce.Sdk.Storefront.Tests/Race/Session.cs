using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>An attempt in the provider's own books.</summary>
internal sealed class Session
{
    public required string Key { get; init; }

    public required AttemptId Attempt { get; init; }

    public required OrderId Order { get; init; }

    public required Money Amount { get; init; }

    public required string Url { get; init; }

    public ProviderPaymentState State { get; set; } = ProviderPaymentState.Open;

    /// <summary>The money that was taken; null as long as none was.</summary>
    public Money? Charge { get; set; }

    /// <summary>Whether the money was taken although the provider had confirmed the end: no shop can prevent that.</summary>
    public bool WasTakenBack { get; set; }

    /// <summary>Whether the money was taken after the shop had recorded the end.</summary>
    public bool IsLate { get; set; }

    /// <summary>Whether the customer was given the address of its page. Nobody else can know it.</summary>
    public bool IsTold { get; set; }

    public List<(string Key, Money Amount)> Refunds { get; } = [];

    /// <summary>What was not given back of the money.</summary>
    public decimal Left => (Charge?.Amount ?? 0) - Refunds.Sum(refund => refund.Amount.Amount);

    /// <summary>Whether the customer agreed to pay, and the shop may take the money: nobody else does.</summary>
    public bool IsApproved { get; set; }

    public bool MayBring => State is ProviderPaymentState.Open or ProviderPaymentState.Paid
        || (State == ProviderPaymentState.Pending && !IsApproved);
}
