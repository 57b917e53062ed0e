namespace WhatsCommerce.Storefronts;

/// <summary>
/// Specifies the state of a payment attempt. The allowed transitions are in <see cref="StorefrontStateMachines.Attempt"/>.
/// </summary>
public enum AttemptState
{
    /// <summary>The attempt is stored; the provider has not been called yet.</summary>
    Created,

    /// <summary>The customer can pay.</summary>
    Offered,

    /// <summary>The customer has paid or approved the payment; the money arrives or is collected later.</summary>
    Pending,

    /// <summary>The provider has the money.</summary>
    Paid,

    /// <summary>The provider reports that the payment failed.</summary>
    Failed,

    /// <summary>The offer has expired.</summary>
    Expired,

    /// <summary>The shop canceled the offer, and the provider confirmed it.</summary>
    Cancelled,

    /// <summary>A call to the provider ended without a response; the attempt is read back before anything else is done.</summary>
    Unknown,
}
