namespace WhatsCommerce.Storefronts;

/// <summary>A rule that a cart must meet before it is offered: a minimum, opening hours, a delivery area.</summary>
/// <remarks>
/// Rules are evaluated in the order of their registration; the first one that objects decides. With checkout steps, rules are evaluated
/// before each question, with a quote without discount, shipping and tax, and finally with the complete quote. So a customer whose cart is
/// rejected is not asked for an address first. A rule about an answer that is still missing must not object.
/// </remarks>
public interface ICheckoutRule
{
    /// <summary>
    /// Gets the name of the checkout step that the customer may answer again to meet the rule, such as <c>address</c>;
    /// <see langword="null"/> when no other answer helps.
    /// </summary>
    string? ChangesAnswerOf => null;

    /// <summary>Evaluates the rule for a priced cart.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="quote">Its prices.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>A sentence for the customer that says why not; <see langword="null"/> when the rule is met.</returns>
    Task<string?> ObjectAsync(Cart cart, Quote quote, CancellationToken cancellationToken);
}
