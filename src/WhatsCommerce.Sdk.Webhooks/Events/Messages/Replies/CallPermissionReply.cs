namespace WhatsCommerce.Webhooks;

/// <summary>Represents the customer's answer to a request for permission to call (<c>call_permission_reply</c>).</summary>
/// <remarks>Source: Meta, calling/user-call-permissions.</remarks>
[WebhookPart]
public sealed record CallPermissionReply
{
    /// <summary><c>response</c>: whether the customer allows calls.</summary>
    [Wire("response")]
    public CallPermission Response { get; init; }

    /// <summary><c>is_permanent</c>: whether the permission is valid until the customer revokes it.</summary>
    [Wire("is_permanent")]
    public bool IsPermanent { get; init; }

    /// <summary><c>expiration_timestamp</c>: when the permission expires.</summary>
    [Wire("expiration_timestamp")]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary><c>response_source</c>: <c>user_action</c>, or <c>automatic</c> when the customer called first.</summary>
    [Wire("response_source")]
    public string? Source { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
