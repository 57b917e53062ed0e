namespace WhatsCommerce.Testing;

/// <summary>
/// Messages that an earlier run accepted without sending a status, because it was killed in between: they are delivered once a callback is
/// connected. Thread-safe.
/// </summary>
internal sealed class UntoldMessages
{
    private IReadOnlyList<(EmulatedCustomer Customer, ReceivedMessage Message)> _items = [];

    /// <summary>Finds them among the restored messages.</summary>
    public void Find(CustomerBook book) => Volatile.Write(
        ref _items,
        [
            .. book.All.SelectMany(customer => customer.Received
                .Where(message => message.Statuses.Count == 0)
                .Select(message => (customer, message))),
        ]);

    /// <summary>Delivers them once.</summary>
    public void Deliver()
    {
        foreach ((EmulatedCustomer customer, ReceivedMessage message) in Interlocked.Exchange(ref _items, []))
        {
            customer.Deliver(message);
        }
    }
}
