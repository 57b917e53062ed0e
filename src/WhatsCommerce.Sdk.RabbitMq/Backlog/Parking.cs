namespace WhatsCommerce.Webhooks;

/// <summary>
/// Which events take up the places of others: those of conversations that are held back, and of those with many, when three quarters of the
/// places are taken. All events of a conversation go together and in order.
/// </summary>
internal static class Parking
{
    /// <summary>Picks events to be parked, until half of the places are free.</summary>
    /// <param name="conversations">The conversations.</param>
    /// <param name="source">The source whose places are counted.</param>
    /// <param name="places">How many events it may deliver before one is done.</param>
    /// <returns>The events; none while there are places enough.</returns>
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
