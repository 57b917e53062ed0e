namespace WhatsCommerce.Storefronts;

/// <summary>
/// Raised when a cart was ordered by a customer who had opened or answered a reminder of it within the three days before.
/// </summary>
public sealed record CartRecovered : StorefrontEvent
{
    /// <summary>Gets the id of the cart that the customer was reminded of.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the id of the last reminder that was opened or answered.</summary>
    public required ReminderId ReminderId { get; init; }

    /// <summary>Gets the id of the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the total of the order.</summary>
    public required Money Total { get; init; }
}
