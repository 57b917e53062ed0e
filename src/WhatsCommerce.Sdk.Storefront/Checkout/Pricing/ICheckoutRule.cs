namespace WhatsCommerce.Storefronts;

/// <summary>A rule that a cart must meet before it is offered: a minimum, opening hours, a delivery area.</summary>
/// <remarks>All rules that the app registers are asked; the first that objects decides.</remarks>
public interface ICheckoutRule
{
    /// <summary>Judges a priced cart.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="quote">Its prices.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>A sentence for the customer that says why not; <see langword="null"/> when the rule is met.</returns>
    Task<string?> ObjectAsync(Cart cart, Quote quote, CancellationToken cancellationToken);
}
