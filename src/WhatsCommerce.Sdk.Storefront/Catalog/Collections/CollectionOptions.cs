namespace WhatsCommerce.Storefronts;

/// <summary>The options for sending a collection or the menu of collections.</summary>
public sealed partial record CollectionOptions
{
    /// <summary>Gets the number of products (or collections, for the menu) to skip; 0 unless set, at most 3,000.</summary>
    public int Skip { get; init; }

    /// <summary>Gets the language of the customer; <see langword="null"/> for the shop's language.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the text of the message, at most 1,024 characters; <see langword="null"/> for the shop's own.</summary>
    [Sensitive]
    public string? Body { get; init; }

    /// <summary>Gets an idempotency key, as <c>SendOptions.OnceKey</c>; <see langword="null"/> for none.</summary>
    [Sensitive]
    public string? OnceKey { get; init; }
}
