namespace WhatsCommerce.Storefronts;

/// <summary>
/// A question that the customer answers before a cart is locked: delivery or pickup, the address, or anything else that the shop needs to
/// know.
/// </summary>
/// <remarks>
/// Steps are asked one at a time, in the order in which they were added. Answers are stored with the cart, so they survive a restart and
/// are kept when its products change. A step must be stateless.
/// </remarks>
public interface ICheckoutStep
{
    /// <summary>
    /// Gets the name of the step: letters, digits and <c>-</c>. Do not change it later, because answers are stored under it.
    /// </summary>
    string Name { get; }

    /// <summary>
    /// Determines whether the question is asked for a cart. For example, the address is not asked for when the customer picks up the goods.
    /// </summary>
    /// <param name="cart">The cart, with the answers to earlier steps.</param>
    bool Applies(Cart cart) => true;

    /// <summary>
    /// Creates the question, or, when there is a <see cref="CheckoutStepContext.Draft"/>, the question whether the draft is right.
    /// </summary>
    /// <param name="context">The cart, and the ids of buttons.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The message.</returns>
    Task<OutboundMessage> AskAsync(CheckoutStepContext context, CancellationToken cancellationToken);

    /// <summary>Reads a message that the customer sent while the question waits for an answer.</summary>
    /// <remarks>The method must be idempotent: it may be called again for the same message.</remarks>
    /// <param name="context">The cart, and the ids of buttons.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>What the message means; <see cref="StepReading.None"/> passes it on to the next responder.</returns>
    Task<StepReading> ReadAsync(CheckoutStepContext context, InboundMessage message, CancellationToken cancellationToken);
}
