namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>calls</c>.</summary>
internal static class CallsReader
{
    private static readonly ItemsReader Items = new(
        ("calls", ItemEvent.Read<CallDraft>),
        ("statuses", ItemEvent.Read<CallStatusEventDraft>));

    public static void Read(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest)
    {
        int first = events.Count;
        Rest own = default;
        Items.Read(ref r, place, change, events, ref own);
        rest = GiveErrorsToCalls(r.Body, own, events, first);
    }

    // Meta's page on calls of customers shows the errors beside the calls, not in them.
    private static Rest GiveErrorsToCalls(ReadOnlyMemory<byte> body, in Rest kept, List<WebhookEvent> events, int first)
    {
        if (!kept.TryTake("errors"u8, body, out MemberSlice slice, out Rest others))
        {
            return kept;
        }

        var r = new JsonMemberReader(body, slice.ValueStart);
        var member = new Member("errors"u8, slice.NameStart, slice.NameLength);
        bool given = false;
        if (GraphErrorReader.TryRead(ref r, member, ref others, out IReadOnlyList<GraphError> errors))
        {
            for (int i = first; i < events.Count; i++)
            {
                if (events[i] is CallEvent { Errors.Count: 0 } call)
                {
                    events[i] = call with { Errors = errors };
                    given = true;
                }
            }
        }

        return given ? others : kept;
    }
}
