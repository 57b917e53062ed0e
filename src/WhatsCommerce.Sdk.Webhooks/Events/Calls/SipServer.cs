namespace WhatsCommerce.Webhooks;

/// <summary>Represents a SIP server that receives calls (<c>sip.servers[]</c>).</summary>
[WebhookPart]
public sealed record SipServer
{
    /// <summary><c>hostname</c>: the host name.</summary>
    [Wire("hostname")]
    public string? Hostname { get; init; }

    /// <summary><c>port</c>: the port.</summary>
    [Wire("port")]
    public int? Port { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
