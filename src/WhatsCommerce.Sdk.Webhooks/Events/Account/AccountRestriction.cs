namespace WhatsCommerce.Webhooks;

/// <summary>Something that an account may no longer do (<c>restriction_info[]</c>).</summary>
public sealed record AccountRestriction
{
    /// <summary><c>restriction_type</c>.</summary>
    public AccountRestrictionType Type { get; init; }

    /// <summary><c>expiration</c>; absent when it does not end by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary><c>remediation</c>: what to do, in words.</summary>
    public string? Remediation { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
