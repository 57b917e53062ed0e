using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Messages;

/// <summary>What becomes of a marketing message that cannot go by Meta's marketing messages: an open value (<c>product_policy</c>).</summary>
/// <remarks>Source: Meta OpenAPI v23.0, <c>POST /{phone-number-id}/marketing_messages</c>.</remarks>
public readonly record struct MarketingPolicy
{
    /// <summary>Takes the policy from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public MarketingPolicy(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It goes as every other message.</summary>
    public static MarketingPolicy CloudApiFallback { get; } = new("CLOUD_API_FALLBACK");

    /// <summary>It is refused.</summary>
    public static MarketingPolicy Strict { get; } = new("STRICT");

    /// <summary>The policy as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a policy.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "CLOUD_API_FALLBACK" or "STRICT";

    /// <summary>The policy as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
