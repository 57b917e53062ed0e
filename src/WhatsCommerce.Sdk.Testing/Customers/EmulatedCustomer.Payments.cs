using WhatsCommerce.Testing.Judging.Orders;

namespace WhatsCommerce.Testing;

/// <content>Paying what the business asked for.</content>
public sealed partial class EmulatedCustomer
{
    /// <summary>
    /// Pays an order that the business has sent (<c>order_details</c>, in a message or a template): a webhook reports the payment, and the
    /// lookup of the payment tells it too.
    /// </summary>
    /// <param name="referenceId">The business's own id of the order.</param>
    /// <param name="succeeds">
    /// <see langword="false"/> for an attempt that fails: the payment stays pending, as with Meta, and may be tried again.
    /// </param>
    /// <param name="cancellationToken">Stops waiting for the callback; the order is still paid.</param>
    /// <returns>A task that ends when the callback has taken the webhook, or it was given up.</returns>
    /// <exception cref="ArgumentException">The customer has no message with such an order.</exception>
    /// <exception cref="InvalidOperationException">The order is paid already, or canceled.</exception>
    public Task PayAsync(string referenceId, bool succeeds = true, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(referenceId);
        ReceivedMessage order = Received.LastOrDefault(
            message => OrderMessages.Details(message.Json).Any(details => details["reference_id"].Text == referenceId))
            ?? throw new ArgumentException($"The customer has no message with an order '{referenceId}'.", nameof(referenceId));
        Task told = _outbox.Pay(this, order, referenceId, succeeds);
        lock (_gate)
        {
            Touch(order);
        }

        return told.WaitAsync(cancellationToken);
    }
}
