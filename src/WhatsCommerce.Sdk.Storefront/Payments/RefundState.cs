namespace WhatsCommerce.Storefronts;

/// <summary>The state of a refund. The allowed transitions are in <see cref="StorefrontStateMachines.Refund"/>.</summary>
public enum RefundState
{
    /// <summary>Stored, before the provider was called; its amount is reserved.</summary>
    Requested,

    /// <summary>The provider accepted it and is at it.</summary>
    Pending,

    /// <summary>The customer has the money back, or will have it by the provider's word.</summary>
    Done,

    /// <summary>The provider refused it; its amount is free again.</summary>
    Failed,

    /// <summary>The call ended without an answer; it is read back before anything else is done.</summary>
    Unknown,
}
