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

    /// <summary>Whether the money was taken after the session had ended.</summary>
    public bool IsLate { get; set; }

    public List<(string Key, Money Amount)> Refunds { get; } = [];

    public bool MayBring => State is ProviderPaymentState.Open or ProviderPaymentState.Pending or ProviderPaymentState.Paid;
}
