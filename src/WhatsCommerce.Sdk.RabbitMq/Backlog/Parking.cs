namespace WhatsCommerce.Webhooks;

/// <summary>
/// Selects the events to park when three quarters of the prefetch are used: those of conversations that are held back, and of those with
/// many events. All events of a conversation are parked together and in order.
/// </summary>
internal static class Parking
{
    /// <summary>Picks events to park, until half of the prefetch is free.</summary>
    /// <param name="conversations">The conversations.</param>
    /// <param name="source">The source whose prefetch is counted.</param>
    /// <param name="places">The prefetch: the number of unacknowledged events that the source may deliver.</param>
    /// <returns>The events; none while enough of the prefetch is free.</returns>
    public static IReadOnlyList<BacklogEvent> Pick(IEnumerable<BacklogConversation> conversations, IEventSource source, int places)
    {
        (BacklogConversation Conversation, BacklogEvent[] Events)[] candidates =
        [
            .. conversations
                .Select(one => (one, one.Events.Where(own => own.IsOf(source) && !own.IsParked && !own.IsBeingParked).ToArray()))
                .Where(one => one.Item2.Length > 0),
        ];
        int taken = candidates.Sum(one => one.Events.Length);
        if (taken < places * 3 / 4)
        {
            return [];
        }

        List<BacklogEvent> picked = [];
        foreach ((_, BacklogEvent[] events) in candidates
            .Where(one => one.Conversation.Holds || one.Events.Length > Backlog.MostEvents)
            .OrderByDescending(one => one.Conversation.Holds).ThenByDescending(one => one.Events.Length))
        {
            if (taken - picked.Count <= places / 2)
            {
                break;
            }

            picked.AddRange(events);
        }

        return picked;
    }
}
