namespace WhatsCommerce.Storefronts;

/// <summary>Whom an assistant speaks with. Code of the app says so, never the model.</summary>
public sealed partial record ShopConversation
{
    /// <summary>
    /// Gets the shop: the name that it was registered by, or its id in the directory. <see langword="null"/> for the shop of the tools,
    /// which for an MCP server is the storefront that <c>AddMcpServer</c> was called on.
    /// </summary>
    public string? ShopId { get; init; }

    /// <summary>Gets the customer: their carts and orders are the only ones that tools see.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the address of the customer: the only one that tools write to.</summary>
    [Sensitive]
    public required Recipient To { get; init; }

    /// <summary>Gets the business number that messages leave from; absent for the client's own.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>
    /// Gets the language of the customer, such as <c>es</c>; <see langword="null"/> for that of the phone number's country, else the
    /// shop's.
    /// </summary>
    public string? Language { get; init; }
}
