namespace WhatsCommerce.Webhooks;

/// <summary>Represents the change that a system message reports; unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/system.</remarks>
[OpenWord]
public readonly partial record struct SystemChange
{
    /// <summary>The customer has another phone number.</summary>
    [Word("user_changed_number")]
    public static partial SystemChange ChangedNumber { get; }

    /// <summary>The customer has another user id.</summary>
    [Word("user_changed_user_id")]
    public static partial SystemChange ChangedUserId { get; }

    /// <summary>The same as <see cref="ChangedNumber"/>, from older versions.</summary>
    [Word("customer_changed_number")]
    public static partial SystemChange CustomerChangedNumber { get; }

    /// <summary>The customer has another device or reinstalled WhatsApp.</summary>
    [Word("customer_identity_changed")]
    public static partial SystemChange IdentityChanged { get; }
}
