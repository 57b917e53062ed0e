namespace WhatsCommerce.Webhooks;

/// <summary>Represents an action that an account may no longer perform (<c>restriction_info[]</c>).</summary>
[WebhookPart]
public sealed record AccountRestriction
{
    /// <summary><c>restriction_type</c>: the action that is no longer allowed.</summary>
    [Wire("restriction_type")]
    public AccountRestrictionType Type { get; init; }

    /// <summary><c>expiration</c>; absent when it has no end.</summary>
    [Wire("expiration")]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary><c>remediation</c>: what to do, in words.</summary>
    [Wire("remediation")]
    public string? Remediation { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
