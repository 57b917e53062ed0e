namespace WhatsCommerce.Storefronts;

/// <summary>
/// What a message was about, told by its callback data: when it cannot be shown or comes too late, it is followed by one that can.
/// </summary>
/// <param name="Subject">Whether it is a cart or an order, and of orders the event that was told.</param>
/// <param name="Id">The id of the cart or order.</param>
/// <param name="Detail">What the follow-up needs to know beside it; no text of a customer.</param>
internal sealed record FollowUp(string Subject, string Id, string? Detail = null)
{
    public const string Cart = "cart";

    /// <summary>Of a cart: the customer was asked what to do with the second one.</summary>
    public const string SecondCart = "second";

    /// <summary>Stands in <see cref="Storefronts.Cart.AskedStep"/> of customers who were told to type what they cannot press.</summary>
    public const string Typing = "(typed)";

    private const string Prefix = "wcs";
    private const int HashLength = 16;
    private const int LongestData = 512;

    /// <summary>The callback data: unique, because the key of the send stands in it.</summary>
    public string DataFor(string onceKey) =>
        $"{Prefix}:{Subject}:{Id}:{Uri.EscapeDataString(Detail ?? "")}:{SendKey.HashOf(onceKey)[..HashLength]}";

    /// <summary>Reads callback data. Other data is ignored.</summary>
    public static FollowUp? Read(string? data)
    {
        string[] parts = data is { Length: <= LongestData } ? data.Split(':') : [];
        return parts is [Prefix, { Length: > 0 } subject, { Length: > 0 } id, string detail, { Length: HashLength }]
            ? new FollowUp(subject, id, detail.Length == 0 ? null : Uri.UnescapeDataString(detail))
            : null;
    }
}
