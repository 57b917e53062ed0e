using System.Collections.Concurrent;

namespace WhatsCommerce.Webhooks;

/// <summary>Renews the leases of the conversations that this process works on.</summary>
/// <remarks>
/// A handler whose conversation is lost is not canceled: its claim in the <see cref="IWebhookStore"/>, which is renewed without the thread
/// pool, keeps the new owner from running the same event. Only the next event of the conversation does not start here.
/// </remarks>
internal sealed class ConversationKeeper(IDeliveryQueue queue, DeliveryQueueOptions options, ProcessingServices services)
{
    private readonly ConcurrentDictionary<HeldConversation, byte> _held = new(ReferenceEqualityComparer.Instance);

    public int Count => _held.Count;

    public HeldConversation Add(ConversationLease lease)
    {
        HeldConversation held = new(lease);
        _held.TryAdd(held, 0);
        return held;
    }

    public void Remove(HeldConversation held) => _held.TryRemove(held, out _);

    /// <summary>Renews until the token is canceled: three times per lease.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(options.Lease / 3, services.Time, cancellationToken).ConfigureAwait(false);
            HeldConversation[] held = [.. _held.Keys.Where(one => !one.IsLost)];
            if (held.Length > 0)
            {
                await RenewAsync(held, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RenewAsync(HeldConversation[] held, CancellationToken cancellationToken)
    {
        try
        {
            HashSet<ConversationLease> renewed = new(
                await queue.RenewAsync([.. held.Select(one => one.Lease)], options.Lease, cancellationToken).ConfigureAwait(false),
                ReferenceEqualityComparer.Instance);
            foreach (HeldConversation lost in held.Where(one => !renewed.Contains(one.Lease) && _held.ContainsKey(one)))
            {
                lost.IsLost = true;
                QueueLog.LeaseLost(services.Logger, lost.Lease.Lane);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the queue throws: the leases have not ended yet, and the next renewal may work.
            QueueLog.NoResponse(services.Logger, exception, options.Lease / 3);
        }
    }
}
