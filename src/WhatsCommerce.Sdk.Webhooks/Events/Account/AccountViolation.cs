namespace WhatsCommerce.Webhooks;

/// <summary>Represents a violation of a policy (<c>violation_info</c>).</summary>
[WebhookPart]
public sealed record AccountViolation
{
    /// <summary><c>violation_type</c>, such as <c>ALCOHOL</c>; the page on policy enforcement lists them.</summary>
    [Wire("violation_type")]
    public string? Type { get; init; }

    /// <summary><c>remediation</c>: what to do, in words.</summary>
    [Wire("remediation")]
    public string? Remediation { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
