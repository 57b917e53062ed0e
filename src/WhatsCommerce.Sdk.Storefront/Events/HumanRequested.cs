namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a person should answer a customer, after the customer was told so.</summary>
/// <remarks>
/// Handle it to notify your staff, and return <see cref="ConversationOwner.Human"/> from <see cref="IConversationOwners"/> until they are
/// done, so that the storefront sends no replies in the meantime.
/// </remarks>
public sealed partial record HumanRequested : StorefrontEvent
{
    /// <summary>Gets the reason.</summary>
    public required HumanRequestCause Cause { get; init; }

    /// <summary>Gets the reason in words, at most 300 characters; a model wrote them.</summary>
    [Sensitive]
    public string? Reason { get; init; }

    /// <summary>Gets the language of the customer, such as <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the recipient of the answer.</summary>
    [Sensitive]
    public Recipient To { get; init; }
}
