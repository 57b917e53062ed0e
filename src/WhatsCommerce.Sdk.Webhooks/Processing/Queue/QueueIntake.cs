using System.Collections.Concurrent;

namespace WhatsCommerce.Webhooks;

/// <summary>Stores the events of a delivery, so that it can be answered.</summary>
internal sealed class QueueIntake(ProcessingServices services)
{
    /// <summary>The maximum total size in bytes of bodies that are being stored.</summary>
    private const long Capacity = 64 * 1024 * 1024;

    private const int LeastWeight = 4 * 1024;

    // A delivery may contain a thousand statuses, each of another customer.
    private const int SideBySide = 8;

    private readonly ConcurrentDictionary<string, CustomerLanes> _arrivals = new(StringComparer.Ordinal);
    private long _weight;

    /// <summary>Stores the events of a delivery. Events without a handler are settled immediately.</summary>
    /// <returns>
    /// <see cref="RunResult.InProgress"/> when too many bodies are being stored; <see cref="RunResult.StoreFailed"/> when the queue failed.
    /// </returns>
    /// <param name="body">The body, as received.</param>
    /// <param name="isWhole">Whether the events of <paramref name="delivery"/> are all events of the body.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="endpoint">The endpoint.</param>
    public async ValueTask<RunResult> StoreAsync(ReadOnlyMemory<byte> body, bool isWhole, Delivery delivery, EventDispatcher endpoint)
    {
        List<WebhookEvent> taken = [.. delivery.Events.Where(one => endpoint.Takes(handlerName: null, one) || SendResolver.Concerns(one))];
        RunResult passed = RunResult.Done;
        if (taken.Count < delivery.Events.Count)
        {
            HashSet<WebhookEvent> queued = new(taken, ReferenceEqualityComparer.Instance);
            passed = await endpoint.DispatchAsync(delivery.With([.. delivery.Events.Where(one => !queued.Contains(one))]))
                .ConfigureAwait(false);
        }

        if (taken.Count == 0)
        {
            return passed;
        }

        long weight = Math.Max(body.Length, LeastWeight);
        try
        {
            if (Interlocked.Add(ref _weight, weight) > Capacity && weight < Capacity)
            {
                QueueLog.Full(services.Logger, endpoint.EndpointName.ForLogs());
                return RunResult.InProgress;
            }

            RunResult stored = await TryStoreAsync(body, isWhole, delivery, endpoint.EndpointName, taken).ConfigureAwait(false);
            return stored > passed ? stored : passed;
        }
        finally
        {
            Interlocked.Add(ref _weight, -weight);
        }
    }

    private async ValueTask<RunResult> TryStoreAsync(
        ReadOnlyMemory<byte> body, bool isWhole, Delivery delivery, string endpointName, List<WebhookEvent> events)
    {
        try
        {
            await StoreAsync(body, isWhole, delivery, endpointName, events).ConfigureAwait(false);
            return RunResult.Done;
        }
        catch (Exception exception)
        {
            // Whatever the stores throw: what is not stored is delivered again.
            QueueLog.NotStored(services.Logger, exception, endpointName.ForLogs(), events.Count);
            return RunResult.StoreFailed;
        }
    }

    /// <remarks>Not canceled when the app stops: storing takes a moment, and otherwise it would only be delivered again.</remarks>
    private async ValueTask StoreAsync(
        ReadOnlyMemory<byte> body, bool isWhole, Delivery delivery, string endpointName, List<WebhookEvent> events)
    {
        // Finding a customer may need a query: an event that arrives later and is found sooner must not overtake.
        CustomerLanes arrivals = _arrivals.GetOrAdd(endpointName, static name => new CustomerLanes(name));
        Turn turn = arrivals.EnterTogether(events, delivery.Options.CustomerScope);
        ValueTask stored;
        try
        {
            if (turn.Before is { } before)
            {
                await before.ConfigureAwait(false);
            }

            IdentifiedEvent[] identified = await IdentifyAsync(delivery, endpointName, events).ConfigureAwait(false);
            List<QueuedEvent> queued = EventSplitter.Split(
                endpointName, body, isWhole && events.Count == delivery.Events.Count, identified);
            stored = services.Queue.AppendAsync(queued, CancellationToken.None);
        }
        finally
        {
            arrivals.Leave(turn);
        }

        await stored.ConfigureAwait(false);
        QueueTelemetry.Stored(endpointName, events.Count);
    }

    private async ValueTask<IdentifiedEvent[]> IdentifyAsync(Delivery delivery, string endpointName, List<WebhookEvent> events)
    {
        (WebhookEvent Event, DeliveryLane Lane, CustomerIdentity? Customer)[] all =
        [
            .. events.Select(one =>
            {
                CustomerIdentity? customer = EventIdentity.Of(one, endpointName, delivery.Options.CustomerScope);
                DeliveryLane lane = ConversationNames.LaneOf(one, customer);
                return (one, lane, lane == DeliveryLane.Other ? null : customer);
            }),
        ];
        Dictionary<(string?, string?, string?, string), CustomerKey> keys =
            await FindAsync([.. all.Select(one => one.Customer).OfType<CustomerIdentity>()]).ConfigureAwait(false);
        IdentifiedEvent[] identified =
        [
            .. all.Select(one => new IdentifiedEvent(one.Event, one.Lane, one.Customer is { } customer ? keys[NameOf(customer)] : default)),
        ];
        for (int i = 0; delivery.HasTenants && i < identified.Length; i++)
        {
            WhatsCommerceTenant? tenant =
                await services.Tenants.FindAsync(identified[i].Event, CancellationToken.None).ConfigureAwait(false);
            identified[i] = identified[i] with { Tenant = tenant };
        }

        return identified;
    }

    private async ValueTask<Dictionary<(string?, string?, string?, string), CustomerKey>> FindAsync(CustomerIdentity[] customers)
    {
        Dictionary<(string?, string?, string?, string), CustomerKey> keys = [];
        if (customers is [var only])
        {
            keys.Add(NameOf(only), await services.Identities.ResolveAsync(only, CancellationToken.None).ConfigureAwait(false));
            return keys;
        }

        // Changes of identities are resolved in their order.
        bool hasChange = Array.Exists(customers, one => one.Previous is not null);
        IEnumerable<CustomerIdentity> asked = hasChange ? customers : customers.DistinctBy(NameOf);
        ParallelOptions sideBySide = new() { MaxDegreeOfParallelism = hasChange ? 1 : SideBySide };
        await Parallel.ForEachAsync(asked, sideBySide, async (customer, cancellationToken) =>
        {
            CustomerKey key = await services.Identities.ResolveAsync(customer, cancellationToken).ConfigureAwait(false);
            lock (keys)
            {
                keys[NameOf(customer)] = key;
            }
        }).ConfigureAwait(false);
        return keys;
    }

    private static (string?, string?, string?, string) NameOf(CustomerIdentity identity) =>
        (identity.WaId, identity.UserId.Value, identity.ParentUserId.Value, identity.Scope);
}
