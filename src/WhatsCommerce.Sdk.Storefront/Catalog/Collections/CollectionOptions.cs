namespace WhatsCommerce.Storefronts;

/// <summary>How a collection or the menu of them is sent.</summary>
public sealed partial record CollectionOptions
{
    /// <summary>Gets how many products, or collections of the menu, are passed over; 0 unless set, at most 3,000.</summary>
    public int Skip { get; init; }

    /// <summary>Gets the language of the customer; <see langword="null"/> for the shop's.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the text of the message, at most 1,024 characters; <see langword="null"/> for the shop's own.</summary>
    [Sensitive]
    public string? Body { get; init; }

    /// <summary>
    /// Gets a key under which it is sent once, as <c>SendOptions.OnceKey</c>; <see langword="null"/> to send it whenever asked.
    /// </summary>
    [Sensitive]
    public string? OnceKey { get; init; }
}
