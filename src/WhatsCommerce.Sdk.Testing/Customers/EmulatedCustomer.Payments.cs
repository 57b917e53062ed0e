using WhatsCommerce.Testing.Judging.Orders;

namespace WhatsCommerce.Testing;

/// <content>Payments of orders.</content>
public sealed partial class EmulatedCustomer
{
    /// <summary>
    /// Pays an order that the business sent (<c>order_details</c>, in a message or a template): a webhook and the payment lookup report the
    /// payment.
    /// </summary>
    /// <param name="referenceId">The business's own id of the order.</param>
    /// <param name="succeeds">
    /// <see langword="false"/> for an attempt that fails: as with Meta, the payment stays pending and can be retried.
    /// </param>
    /// <param name="cancellationToken">Stops waiting for the callback; the order is still paid.</param>
    /// <returns>A task that completes when the callback has accepted the webhook, or it was given up.</returns>
    /// <exception cref="ArgumentException">The customer has no message with this order.</exception>
    /// <exception cref="InvalidOperationException">The order is already paid, or canceled.</exception>
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
