using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>The webhooks that are still to be delivered. They wait for a callback to be connected again.</summary>
internal sealed class PendingWebhookState(Leftovers leftovers, WebhookSender sender) : IStateSection
{
    public string Name => "pendingWebhooks";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (PendingWebhook pending in (IEnumerable<PendingWebhook>)[.. leftovers.Items, .. sender.Pending])
        {
            json.WriteStartObject();
            json.WriteString("subject", pending.Subject);
            json.WriteString("number", pending.NumberId.Value);
            json.WriteNumber("updates", pending.UpdateCount);
            json.WriteBase64String("body", pending.Body);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Read(JsonElement section) => leftovers.Items =
    [
        .. section.EnumerateArray().Select(item => new PendingWebhook(
            item.Text("subject"), item.Text("number"), item.Required("body").GetBytesFromBase64(), (int)item.Number("updates"))),
    ];
}
