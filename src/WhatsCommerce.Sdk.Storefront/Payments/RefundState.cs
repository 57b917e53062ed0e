namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the state of a refund. The allowed transitions are in <see cref="StorefrontStateMachines.Refund"/>.</summary>
public enum RefundState
{
    /// <summary>The refund is stored and its amount reserved; the provider has not been called yet.</summary>
    Requested,

    /// <summary>The provider accepted the refund and is processing it.</summary>
    Pending,

    /// <summary>The provider reports that the refund is complete.</summary>
    Done,

    /// <summary>The provider rejected the refund; its amount is no longer reserved.</summary>
    Failed,

    /// <summary>The call ended without a response; the refund is read back before anything else is done.</summary>
    Unknown,
}
