namespace WhatsCommerce.Storefronts;

/// <summary>Represents the conversation that an assistant's tools are bound to. It is set by code of the app, never by the model.</summary>
public sealed partial record ShopConversation
{
    /// <summary>
    /// Gets the id of the shop: the name of its registration, or its id in the directory. <see langword="null"/> for the shop of the tools,
    /// which for an MCP server is the storefront on which <c>AddMcpServer</c> was called.
    /// </summary>
    public string? ShopId { get; init; }

    /// <summary>Gets the key of the customer; tools can access only this customer's carts and orders.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the address of the customer, the only recipient that tools send to.</summary>
    [Sensitive]
    public required Recipient To { get; init; }

    /// <summary>Gets the id of the business phone number that messages are sent from; absent for the client's own number.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>
    /// Gets the language of the customer, such as <c>es</c>; <see langword="null"/> for the language of the phone number's country, or
    /// otherwise the shop's.
    /// </summary>
    public string? Language { get; init; }
}
