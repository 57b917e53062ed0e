using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>Splits a delivery for the queue: each event with its own body, so that each conversation gets only its own events.</summary>
internal static class EventSplitter
{
    /// <summary>
    /// The maximum size in bytes that a change may take in the queue when it is stored once for each of its events; the events of a larger
    /// one are stored together, in the lane of the account.
    /// </summary>
    private const int MostBytesOfCopies = 1024 * 1024;

    /// <summary>Splits the events of a delivery.</summary>
    /// <param name="endpointName">The name of the endpoint.</param>
    /// <param name="body">The body, as received.</param>
    /// <param name="isWhole">Whether <paramref name="events"/> are all events of the body.</param>
    /// <param name="events">The events to queue, in order, with the keys of their customers.</param>
    public static List<QueuedEvent> Split(
        string endpointName, ReadOnlyMemory<byte> body, bool isWhole, IReadOnlyList<IdentifiedEvent> events)
    {
        List<QueuedEvent> queued = new(events.Count);
        if (isWhole && events is [var only])
        {
            queued.Add(Make(endpointName, only, body, eventKey: null));
            return queued;
        }

        foreach (IGrouping<object, IdentifiedEvent> change in events.GroupBy(
            static object (one) => one.Event.Change, ReferenceEqualityComparer.Instance))
        {
            if (change.First().Event.Field is null or "messages" || change.Count() == 1)
            {
                queued.AddRange(change.Select(one => Make(
                    endpointName, one, SingleDelivery.Write(one.Event), EventKeys.For(endpointName, one.Event))));
            }
            else
            {
                AddChange(queued, endpointName, [.. change]);
            }
        }

        return queued;
    }

    /// <summary>Returns the selected events of a stored body.</summary>
    public static IReadOnlyList<WebhookEvent> Select(string endpointName, string? eventKey, IReadOnlyList<WebhookEvent> events)
    {
        if (eventKey is null || events.Count == 1)
        {
            return events;
        }

        // All events, if another version of the app computes other keys: those that are done do not run again.
        List<WebhookEvent> meant = [.. events.Where(webhookEvent => EventKeys.For(endpointName, webhookEvent) == eventKey)];
        return meant.Count > 0 ? meant : events;
    }

    /// <summary>Adds the events of a change whose parts mean little alone: each is stored with the whole change.</summary>
    private static void AddChange(List<QueuedEvent> queued, string endpointName, IdentifiedEvent[] events)
    {
        byte[] whole = SingleDelivery.Write(events[0].Event);
        if ((long)whole.Length * events.Length <= MostBytesOfCopies)
        {
            queued.AddRange(events.Select(one => Make(endpointName, one, whole, EventKeys.For(endpointName, one.Event))));
            return;
        }

        QueuedEvent first = Make(
            endpointName, events[0] with { Lane = DeliveryLane.Other, Customer = default }, whole,
                EventKeys.For(endpointName, events[0].Event));
        queued.Add(new()
        {
            Conversation = first.Conversation,
            Tenant = first.Tenant,
            Lane = first.Lane,
            EventId = ConversationNames.EventIdOf(string.Join('\n', events.Select(one => EventKeys.For(endpointName, one.Event)))),
            EndpointName = endpointName,
            Body = whole,
        });
    }

    private static QueuedEvent Make(string endpointName, IdentifiedEvent one, ReadOnlyMemory<byte> body, string? eventKey) => new()
    {
        Conversation = ConversationNames.Of(endpointName, one.Event, one.Lane, one.Customer),
        Tenant = ConversationNames.TenantOf(endpointName, one.Event, one.Tenant),
        Lane = one.Lane,
        EventId = ConversationNames.EventIdOf(eventKey ?? EventKeys.For(endpointName, one.Event)),
        EndpointName = endpointName,
        EventKey = eventKey,
        Body = body,
    };
}

/// <summary>An event with its lane, its customer, and its tenant if the endpoint has tenants.</summary>
internal readonly record struct IdentifiedEvent(
    WebhookEvent Event, DeliveryLane Lane, CustomerKey Customer, WhatsCommerceTenant? Tenant = null);
