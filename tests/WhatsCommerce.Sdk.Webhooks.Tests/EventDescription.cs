using WhatsCommerce.Tests.Coverage;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Everything that an event's properties say, to be compared with another way of reading the same body.</summary>
internal static class EventDescription
{
    public static string Describe(WebhookEvent e) => EventGraph.Of(new WebhookNotification(null, [e], default)).Typed;
}
