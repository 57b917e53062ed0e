namespace WhatsCommerce.Subscriptions;

/// <summary>The JSON that gives a number an address of its own; an empty address is how Meta takes it back.</summary>
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
