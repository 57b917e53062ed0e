namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents the status of the request for the blue badge of an official business account.</summary>
/// <remarks>Source: Meta, official-business-accounts; OpenAPI v23.0, <c>OfficialBusinessAccountStatus</c>.</remarks>
public sealed record OfficialAccountStatus
{
    /// <summary><c>oba_status</c>, such as <c>NOT_STARTED</c>, <c>PENDING</c>, <c>APPROVED</c>, <c>REJECTED</c>.</summary>
    [JsonPropertyName("oba_status")]
    public string? Status { get; init; }

    /// <summary><c>status_message</c>: Meta's message about it.</summary>
    [JsonPropertyName("status_message")]
    public string? Message { get; init; }
}
