namespace WhatsCommerce.Storefronts;

/// <summary>A person should answer a customer. The customer was told so.</summary>
/// <remarks>
/// Handle it to tell your people, and answer with <see cref="ConversationOwner.Human"/> from <see cref="IConversationOwners"/> until one of
/// them is done, so that the storefront keeps silent meanwhile.
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

    /// <summary>Gets the address to answer to.</summary>
    [Sensitive]
    public Recipient To { get; init; }
}
