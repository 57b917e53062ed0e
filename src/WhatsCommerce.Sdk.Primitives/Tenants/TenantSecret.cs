namespace WhatsCommerce;

/// <summary>Represents a secret of a tenant's Meta app, and how long it is accepted.</summary>
/// <remarks>
/// To rotate a secret, list the new one, and the old one with the time until which deliveries that were signed with it may arrive: Meta
/// redelivers for up to 7 days.
/// </remarks>
public sealed class TenantSecret
{
    /// <summary>Initializes a secret.</summary>
    /// <param name="value">The app secret, as the App Dashboard shows it.</param>
    /// <param name="validUntil">The time from which it is no longer accepted; <see langword="null"/> for no end.</param>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public TenantSecret(string value, DateTimeOffset? validUntil = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Value = value;
        ValidUntil = validUntil;
    }

    /// <summary>Gets the secret itself.</summary>
    public string Value { get; }

    /// <summary>Gets the time from which it is no longer accepted; <see langword="null"/> for no end.</summary>
    public DateTimeOffset? ValidUntil { get; }

    /// <summary>Creates a secret without an end.</summary>
    /// <param name="value">The app secret.</param>
    public static implicit operator TenantSecret(string value) => FromString(value);

    /// <summary>Creates a secret without an end.</summary>
    /// <param name="value">The app secret.</param>
    /// <returns>The secret.</returns>
    public static TenantSecret FromString(string value) => new(value);

    /// <summary>Determines whether the secret is accepted at a time.</summary>
    /// <param name="time">The time.</param>
    /// <returns><see langword="true"/> until its end.</returns>
    public bool IsValidAt(DateTimeOffset time) => ValidUntil is not { } end || time < end;

    /// <summary>Returns how long it is accepted; never the secret.</summary>
    public override string ToString() =>
        ValidUntil is { } end ? FormattableString.Invariant($"secret until {end:u}") : "secret without an end";
}
