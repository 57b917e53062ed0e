namespace WhatsCommerce.Storefronts;

/// <summary>
/// The subject of a message, stored in its callback data. If the message cannot be shown or is too late, a fallback message is sent.
/// </summary>
/// <param name="Subject">A cart or an order, and for orders the event that was reported.</param>
/// <param name="Id">The id of the cart or order.</param>
/// <param name="Detail">More data for the fallback message; never a customer's text.</param>
internal sealed record FollowUp(string Subject, string Id, string? Detail = null)
{
    public const string Cart = "cart";

    /// <summary>Of a cart: the customer was asked what to do with the second one.</summary>
    public const string SecondCart = "second";

    /// <summary>
    /// The value of <see cref="Storefronts.Cart.AskedStep"/> for customers who were asked to type instead of pressing buttons.
    /// </summary>
    public const string Typing = "(typed)";

    private const string Prefix = "wcs";
    private const int HashLength = 16;
    private const int LongestData = 512;

    /// <summary>The callback data; unique, because it contains the idempotency key of the send.</summary>
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
