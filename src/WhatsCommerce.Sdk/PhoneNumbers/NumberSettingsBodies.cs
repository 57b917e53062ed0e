namespace WhatsCommerce.PhoneNumbers;

/// <summary>The JSON of a number's settings, without those of calls.</summary>
internal sealed record StoredSettingsResponse(
    IdentityCheckResponse? UserIdentityChange, StorageBody? StorageConfiguration, EncryptionResponse? PayloadEncryption) : IGraphResponse
{
    bool IGraphResponse.IsComplete => true;

    // Meta's page writes the words in upper case, the OpenAPI description in lower case.
    public NumberSettings ToSettings() => new()
    {
        IsIdentityCheckEnabled = UserIdentityChange?.EnableIdentityKeyCheck ?? UserIdentityChange?.Enabled,
        StorageStatus = StorageConfiguration?.Status?.ToUpperInvariant(),
        StorageRegion = StorageConfiguration?.DataLocalizationRegion?.ToUpperInvariant(),
        IsPayloadEncrypted = PayloadEncryption?.Status?.ToUpperInvariant() switch
        {
            "ENABLED" => true,
            "DISABLED" => false,
            _ => null,
        },
    };
}

/// <summary>Meta's page has <c>enable_identity_key_check</c>, its OpenAPI description <c>enabled</c>.</summary>
internal sealed record IdentityCheckResponse(bool? EnableIdentityKeyCheck, bool? Enabled);

internal sealed record EncryptionResponse(string? Status);

internal sealed record StorageBody(
    string? Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DataLocalizationRegion);

/// <summary>The JSON that changes one setting: Meta accepts one per request.</summary>
internal sealed record NumberSettingsChange
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IdentityCheckBody? UserIdentityChange { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StorageBody? StorageConfiguration { get; init; }
}

internal sealed record IdentityCheckBody(bool EnableIdentityKeyCheck);
