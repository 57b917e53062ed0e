namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents the settings of a number except those of calls. Members that Meta omits are <see langword="null"/>.</summary>
/// <remarks>
/// The call settings are those of <c>client.Calls</c>. Source: Meta, business-phone-numbers, identity change check; local storage; OpenAPI
/// v23.0, <c>PhoneNumberSettingsResponse</c>.
/// </remarks>
public sealed record NumberSettings
{
    /// <summary>
    /// <c>user_identity_change.enable_identity_key_check</c>: whether webhooks contain the hash of a customer's identity, and messages with
    /// another hash are not delivered.
    /// </summary>
    public bool? IsIdentityCheckEnabled { get; init; }

    /// <summary><c>storage_configuration.status</c>, such as <c>DEFAULT</c> or <c>IN_COUNTRY_STORAGE_ENABLED</c>.</summary>
    public string? StorageStatus { get; init; }

    /// <summary>
    /// <c>storage_configuration.data_localization_region</c>: the country in which message data is stored at rest, as two letters.
    /// </summary>
    public string? StorageRegion { get; init; }

    /// <summary><c>payload_encryption.status</c>: whether payloads are encrypted.</summary>
    public bool? IsPayloadEncrypted { get; init; }
}
