namespace WhatsCommerce.Subscriptions;

/// <summary>The JSON that subscribes an app; without an address it gets the webhooks at its own.</summary>
internal sealed record AccountCallback(CallbackOverride? Callback) : IJsonBody
{
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Callback?.WriteMembers(writer);
        writer.WriteEndObject();
    }
}
