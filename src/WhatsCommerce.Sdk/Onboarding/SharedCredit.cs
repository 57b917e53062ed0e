namespace WhatsCommerce.Onboarding;

/// <summary>Represents the result of sharing a line of credit.</summary>
public sealed record SharedCredit : IGraphResponse
{
    /// <summary><c>allocation_config_id</c>: store it, to read and revoke the sharing.</summary>
    [JsonPropertyName("allocation_config_id")]
    public string AllocationId { get; init; } = "";

    /// <summary><c>waba_id</c>: the account that it is shared with.</summary>
    [JsonPropertyName("waba_id")]
    public BusinessAccountId AccountId { get; init; }

    bool IGraphResponse.IsComplete => AllocationId.Length > 0;
}
