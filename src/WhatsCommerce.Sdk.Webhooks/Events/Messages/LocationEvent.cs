namespace WhatsCommerce.Webhooks;

/// <summary>A place that a customer sent (<c>messages[].location</c>).</summary>
/// <remarks>The customer's current location has coordinates only. Source: Meta, webhooks/reference/messages/location.</remarks>
[WebhookPayload]
public sealed partial record LocationEvent : MessageEvent
{
    /// <summary><c>latitude</c> in degrees, north is positive.</summary>
    [Sensitive]
    [Wire("latitude", Missing = "There is no latitude that is a number.")]
    public required double Latitude { get; init; }

    /// <summary><c>longitude</c> in degrees, east is positive.</summary>
    [Sensitive]
    [Wire("longitude", Missing = "There is no longitude that is a number.")]
    public required double Longitude { get; init; }

    /// <summary><c>name</c> of the place.</summary>
    [Sensitive]
    [Wire("name")]
    public string? Name { get; init; }

    /// <summary><c>address</c> of the place.</summary>
    [Sensitive]
    [Wire("address")]
    public string? Address { get; init; }

    /// <summary><c>url</c>: usually only for businesses.</summary>
    [Sensitive]
    [Wire("url")]
    public string? Url { get; init; }
}
