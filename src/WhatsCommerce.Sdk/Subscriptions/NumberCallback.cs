namespace WhatsCommerce.Subscriptions;

/// <summary>The JSON that overrides the URL of a number; an empty URL removes the override.</summary>
internal sealed record NumberCallback(CallbackOverride? Callback) : IJsonBody
{
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("webhook_configuration"u8);
        if (Callback is null)
        {
            writer.WriteString("override_callback_uri"u8, ""u8);
        }

        Callback?.WriteMembers(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
