namespace WhatsCommerce.Webhooks.Json;

/// <summary>
/// Reads a status or a quality: Meta sends both as <c>message_template_status_update</c>, and the members distinguish them.
/// </summary>
internal static class TemplateStateReader
{
    public static void Read(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest)
    {
        if (HoldsQuality(new JsonMemberReader(r.Body, r.Start)))
        {
            ValueEvent.Read<TemplateQualityEventDraft>(ref r, place, change, events, ref rest);
        }
        else
        {
            ValueEvent.Read<TemplateStatusEventDraft>(ref r, place, change, events, ref rest);
        }
    }

    private static bool HoldsQuality(JsonMemberReader r)
    {
        bool holdsQuality = false;
        while (r.NextMember(out Member member))
        {
            if (member.Is("event"u8) && !r.IsNull)
            {
                return false;
            }

            holdsQuality |= !r.IsNull && (member.Is("previous_quality_score"u8) || member.Is("new_quality_score"u8));
            r.Skip();
        }

        return holdsQuality;
    }
}
