using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>Meta detected a lead or a purchase in a conversation that started from an ad (<c>automatic_events</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/automatic_events.</remarks>
[WebhookField("automatic_events", Items = "automatic_events")]
[WireHead(Timestamp = "timestamp")]
public sealed partial record AutomaticEvent : WebhookEvent
{
    /// <summary><c>id</c>: the message in which it was detected.</summary>
    [Wire("id")]
    public MessageId MessageId { get; init; }

    /// <summary><c>event_name</c>: what was detected.</summary>
    [Wire("event_name")]
    public AutomaticEventName Name { get; init; }

    /// <summary><c>ctwa_clid</c>: the click on the ad.</summary>
    [Wire("ctwa_clid", IsId = true)]
    [Sensitive]
    public string? ClickId { get; init; }

    /// <summary>
    /// <c>custom_data.value</c> and <c>custom_data.currency</c>: the value of the purchase; <see langword="null"/> when one of them is
    /// missing.
    /// </summary>
    /// <remarks>As Meta sends it; the page does not say whether in whole units or minor units.</remarks>
    [Wire("custom_data", Reader = typeof(CustomDataReader))]
    public Money? Value { get; init; }
}
