namespace WhatsCommerce.Storefronts;

/// <summary>The state of a payment attempt. The allowed transitions are in <see cref="StorefrontStateMachines.Attempt"/>.</summary>
public enum AttemptState
{
    /// <summary>Stored, before the provider was called.</summary>
    Created,

    /// <summary>The customer can pay.</summary>
    Offered,

    /// <summary>The customer has done their part; the money is on its way, or is collected later.</summary>
    Pending,

    /// <summary>The provider has the money.</summary>
    Paid,

    /// <summary>The provider says that nothing will be paid.</summary>
    Failed,

    /// <summary>The time to pay is over.</summary>
    Expired,

    /// <summary>The shop took the offer back, and the provider confirmed it.</summary>
    Cancelled,

    /// <summary>A call to the provider ended without an answer; the attempt is read back before anything else is done.</summary>
    Unknown,
}
