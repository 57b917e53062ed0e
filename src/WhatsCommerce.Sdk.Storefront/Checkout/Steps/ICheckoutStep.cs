namespace WhatsCommerce.Storefronts;

/// <summary>A question that is asked before a cart is locked: delivery or pickup, the address, whatever the shop has to know.</summary>
/// <remarks>
/// Steps are asked in the order in which they were added, one at a time. An answer stands in the row of the cart, so it survives a restart
/// and goes on with a cart whose products change. A step keeps no state of its own.
/// </remarks>
public interface ICheckoutStep
{
    /// <summary>Gets the name of the step: letters, digits and <c>-</c>, stored with the answer; keep it.</summary>
    string Name { get; }

    /// <summary>Determines whether the question is asked for a cart; an address is not, when the customer fetches the goods.</summary>
    /// <param name="cart">The cart, with the answers to earlier steps.</param>
    bool Applies(Cart cart) => true;

    /// <summary>Writes the question, or, when there is a <see cref="CheckoutStepContext.Draft"/>, asks whether that is right.</summary>
    /// <param name="context">The cart, and the ids of buttons.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The message.</returns>
    Task<OutboundMessage> AskAsync(CheckoutStepContext context, CancellationToken cancellationToken);

    /// <summary>Reads a message that the customer sent while the question waits for an answer.</summary>
    /// <remarks>It may be called again for the same message, and then has to come to the same.</remarks>
    /// <param name="context">The cart, and the ids of buttons.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>What it means; <see cref="StepReading.None"/> leaves it to the next responder.</returns>
    Task<StepReading> ReadAsync(CheckoutStepContext context, InboundMessage message, CancellationToken cancellationToken);
}
