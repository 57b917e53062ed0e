namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>payment_configuration_update</c>.</summary>
internal struct PaymentConfigurationDraft : IValueDraft
{
    private string? _configurationName;
    private string? _status;
    private string? _providerName;
    private string? _providerMerchantId;
    private DateTimeOffset? _createdAt;
    private DateTimeOffset? _updatedAt;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        6 when member.Is("status"u8) => r.TryString(out _status),
        12 when member.Is("provider_mid"u8) => r.TryId(out _providerMerchantId),
        13 when member.Is("provider_name"u8) => r.TryString(out _providerName),
        17 when member.Is("created_timestamp"u8) => r.TryTimestamp(out _createdAt),
        17 when member.Is("updated_timestamp"u8) => r.TryTimestamp(out _updatedAt),
        18 when member.Is("configuration_name"u8) => r.TryString(out _configurationName),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new PaymentConfigurationEvent(head)
    {
        ConfigurationName = _configurationName,
        Status = new(_status),
        ProviderName = _providerName,
        ProviderMerchantId = _providerMerchantId,
        CreatedAt = _createdAt,
        UpdatedAt = _updatedAt,
    };
}
