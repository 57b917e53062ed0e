namespace WhatsCommerce.Storefronts;

/// <summary>The rows that locking a cart wrote, with their stored versions.</summary>
/// <param name="Cart">The cart.</param>
/// <param name="Order">Its order.</param>
/// <param name="Attempt">The attempt that was stored with them; null when the customer has to choose first.</param>
internal sealed record LockedCart(Cart Cart, Order Order, PaymentAttempt? Attempt);
