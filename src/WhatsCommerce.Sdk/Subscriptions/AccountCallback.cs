namespace WhatsCommerce.Subscriptions;

/// <summary>The JSON that subscribes an app; without a URL, webhooks are delivered to that of the app.</summary>
internal sealed record AccountCallback(CallbackOverride? Callback) : IJsonBody
{
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Callback?.WriteMembers(writer);
        writer.WriteEndObject();
    }
}
