namespace WhatsCommerce.Webhooks;

/// <summary>Whether the customer lets the business call (<c>call_permission_reply</c>).</summary>
/// <remarks>Source: Meta, calling/user-call-permissions.</remarks>
public sealed record CallPermissionReply
{
    /// <summary><c>response</c>.</summary>
    public CallPermission Response { get; init; }

    /// <summary><c>is_permanent</c>: until the customer takes it back.</summary>
    public bool IsPermanent { get; init; }

    /// <summary><c>expiration_timestamp</c>: until when the permission holds.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary><c>response_source</c>: <c>user_action</c>, or <c>automatic</c> when the customer called first.</summary>
    public string? Source { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
