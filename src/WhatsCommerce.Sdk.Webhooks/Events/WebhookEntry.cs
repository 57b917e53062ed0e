namespace WhatsCommerce.Webhooks;

/// <summary>Represents one entry of a delivery (<c>entry[]</c>): the account, and when Meta wrote it.</summary>
public sealed record WebhookEntry
{
    internal static readonly WebhookEntry None = new();

    internal WebhookEntry() { }

    /// <summary><c>id</c>: the WhatsApp Business account; absent for a bare value.</summary>
    public BusinessAccountId Id { get; internal set; }

    /// <summary><c>time</c>; absent in many fields.</summary>
    public DateTimeOffset? Time { get; internal set; }

    /// <summary>The JSON members of the entry that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal set; }
}
